import type { Grant, Offer, RemediesOfTicket } from '@avow/contract'
import type { GrantLimit, Money, RemedyAllowed } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import { grantOf, readGrants } from './grant-row.ts'
import type { Granter } from './granter.ts'
import { type Judged, judgeRemedies } from './judge-remedies.ts'
import { isCovered } from './limits.ts'
import { kindnessLeft } from './pass-kindness.ts'
import { positionsOf } from './positions-of.ts'
import { similarDecisions } from './similar-decisions.ts'

/** What the charter allows on a ticket, what the caller may give of it without asking, and what was given. */
export async function readRemedies(
  tx: Transaction,
  ticket: TicketAtHand,
  { access, person }: Granter,
): Promise<RemediesOfTicket> {
  const judged = await judgeRemedies(tx, ticket, person)
  const positions = judged?.positions ?? (await positionsOf(tx, person))
  const looker = { person, positions, mayGrant: access.permissions.has('remedies.grant') }
  const grants: Grant[] = []
  for (const row of await readGrants(tx, sql`g.ticket_id = ${ticket.id}`)) grants.push(await grantOf(tx, row, looker))
  return {
    seq: ticket.seq,
    charter: judged === undefined ? null : { version: judged.charter.version ?? 0, hash: judged.charter.hash },
    offers: judged === undefined ? [] : judged.decision.remedies.flatMap((remedy) => offersOf(judged, remedy)),
    refusals: judged === undefined ? [] : judged.decision.remedies.filter(isRefusal).map(refusalOf),
    missing: judged === undefined ? [] : [...judged.decision.missing],
    kindness: judged === undefined ? null : kindnessOf(judged),
    grants,
    similar: judged === undefined ? [] : await similarDecisions(tx, ticket, judged),
  }
}

function isRefusal({ allow }: RemedyAllowed): boolean {
  return allow.length === 0
}

function refusalOf({ clause, row, passed_over, tell }: RemedyAllowed): RemediesOfTicket['refusals'][number] {
  return { clause, row, passed_over: [...passed_over], tell: [...tell] }
}

function offersOf(judged: Judged, allowed: RemedyAllowed): readonly Offer[] {
  const { clause, row, up_to: upTo, needs, authority } = allowed
  const says = judged.charter.remedies.find((each) => each.clause.id === clause)?.clause.says?.by
  return allowed.allow.map((remedy) => {
    const limits = allowed.limits.filter((limit) => limit.remedy === remedy)
    const own = limits.filter(({ position }) => judged.positions.includes(position))
    const may = authority === 'not asked' ? undefined : authority.may.find((each) => each.remedy === remedy)
    return {
      clause,
      row,
      passed_over: [...allowed.passed_over],
      says: says === undefined ? null : Object.fromEntries(says),
      remedy,
      up_to: upTo === null ? null : { ...upTo },
      needs,
      mine:
        may === undefined
          ? null
          : {
              backed_by: [...new Set(own.map((limit) => limit.clause))],
              up_to: may.up_to === null ? null : { ...may.up_to },
              left_today: leftToday(judged, own),
            },
      others: [
        ...new Set(
          limits
            .filter((limit) => isCovered(upTo, limit.up_to) && isCovered(upTo, limit.per_day))
            .map(({ position }) => position),
        ),
      ],
    }
  })
}

/** Of the largest budget of a day; null where one of the clauses has none. */
function leftToday({ spent }: Judged, own: readonly GrantLimit[]): Money | null {
  let most: Money | null = null
  for (const { per_day: budget } of own) {
    if (budget === null) return null
    if (most === null || (budget.currency === most.currency && budget.minor > most.minor)) most = budget
  }
  if (most === null) return null
  const { minor, currency } = most
  const used = spent.today.reduce((sum, each) => sum + (each.currency === currency ? each.minor : 0), 0)
  return { minor: Math.max(0, minor - used), currency }
}

function kindnessOf(judged: Judged): RemediesOfTicket['kindness'] {
  const [most] = kindnessLeft(judged)
  if (most === undefined) return null
  const { budget, left } = most
  return { left: { ...left }, per: budget.period, backed_by: budget.clause }
}
