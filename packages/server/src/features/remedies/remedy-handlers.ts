import { type Grant, remedyRoutes } from '@avow/contract'
import { sql } from 'kysely'
import { type JsonObject, together, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import type { Access, Handlers } from '../../http/handler.ts'
import { givenBefore, keepGiven } from '../../http/idempotency/index.ts'
import { auditRefusal } from '../audit/index.ts'
import { onTicketWith, readAtHand, refuseMerged, ticketOfNumber } from '../tickets/index.ts'
import { approveGrant } from './approve-grant.ts'
import { carryOutGrant } from './carry-out-grant.ts'
import { countGrants, countToReview } from './count-grants.ts'
import { grantRemedy, type NewGrant } from './grant-remedy.ts'
import { grantOf, type Looker, readGrants } from './grant-row.ts'
import { type Granter, granterOf } from './granter.ts'
import { readToJudge } from './judge-remedies.ts'
import { listGrants } from './list-grants.ts'
import type { GrantEvent } from './note-on-log.ts'
import { onGrant } from './on-grant.ts'
import { positionsOf } from './positions-of.ts'
import { readRemedies } from './read-remedies.ts'
import { refuseGrant } from './refuse-grant.ts'
import { reviewGrant } from './review-grant.ts'
import { shareOfGrants } from './share-of-grants.ts'
import { isOverspent } from './spend-budget.ts'

export const remedyHandlers: Handlers<Exclude<keyof typeof remedyRoutes, 'listAudit'>> = {
  async readRemedies({ access, params }, desk) {
    const granter = await granterOf(desk, access)
    return transaction(desk.store, { workspace: access.workspace }, async (tx) =>
      readRemedies(tx, await readAtHand(tx, await ticketOfNumber(tx, params.number)), granter),
    )
  },

  async grantRemedy({ access, params, body }, desk) {
    const granter = await granterOf(desk, access)
    let ticketId: string | undefined
    const tried = () => ({ ...triedBy(granter, 'remedy.granted'), ticket: ticketId, data: dataOf(body) })
    const grant = (spends: 'first' | 'last') =>
      onTicketWith(
        desk.store,
        access.workspace,
        params.number,
        (tx) => together([givenBefore(tx, desk.keys), readToJudge(tx, params.number, granter.person)]),
        async (tx, ticket, [tellGiven, before]) => {
          const earlier = tellGiven()
          // Kept as this route answered it.
          if (earlier !== undefined) return earlier as Grant
          ticketId = ticket.id
          await refuseMerged(tx, ticket)
          const written = await grantRemedy(tx, ticket, granter, body, { before, spends })
          const given = await grantOf(tx, written.grant, lookerOf(granter, written.positions))
          keepGiven(tx, desk.keys, remedyRoutes.grantRemedy, given)
          return given
        },
      )
    return auditRefusal(desk, access.workspace, tried, async () => {
      try {
        return await grant('last')
      } catch (error) {
        // Whoever comes too late for the last of a budget hears so, or asks for approval.
        if (isOverspent(error)) return grant('first')
        throw error
      }
    })
  },

  async listGrants({ access, query }, desk) {
    const granter = await granterOf(desk, access)
    return transaction(desk.store, { workspace: access.workspace }, async (tx) =>
      listGrants(tx, lookerOf(granter, await positionsOf(tx, granter.person)), query),
    )
  },

  countGrants: ({ access: { workspace } }, { store }) =>
    transaction(store, { workspace }, async (tx) => ({
      counts: await countGrants(tx),
      to_review: await countToReview(tx),
    })),

  readGrantShare: ({ access: { workspace } }, { store }) => transaction(store, { workspace }, shareOfGrants),

  approveGrant: command('remedy.approved', approveGrant),
  refuseGrant: command('remedy.refused', refuseGrant),
  carryOutGrant: command('remedy.done', carryOutGrant),
  reviewGrant: command('remedy.reviewed', reviewGrant),
}

type Command<Body> = (...given: [...Parameters<typeof carryOutGrant>, body: Body]) => Promise<void>

/** A handler that does something with a grant and answers with how it is then. */
function command<Body>(event: GrantEvent | 'remedy.reviewed', act: Command<Body>) {
  return async (
    {
      access,
      params,
      body,
    }: { readonly access: Access; readonly params: { readonly id: string }; readonly body: Body },
    desk: Desk,
  ): Promise<Grant> => {
    const granter = await granterOf(desk, access)
    let ticketId: string | undefined
    const tried = () => ({ ...triedBy(granter, event), ticket: ticketId, data: { grant: params.id } })
    return auditRefusal(desk, access.workspace, tried, () =>
      onGrant(desk, access.workspace, params.id, async (tx, ticket, grant) => {
        ticketId = ticket.id
        await act(tx, ticket, granter, grant, body)
        const [changed] = await readGrants(tx, sql`g.id = ${grant.id}`)
        if (changed === undefined) throw new Error(`the grant ${grant.id} has gone`)
        return grantOf(tx, changed, lookerOf(granter, await positionsOf(tx, granter.person)))
      }),
    )
  }
}

function lookerOf({ access, person }: Granter, positions: readonly string[]): Looker {
  return { person, positions, mayGrant: access.permissions.has('remedies.grant') }
}

function triedBy({ access, person }: Granter, action: GrantEvent | 'remedy.reviewed') {
  return { action, actor: access.actor, person }
}

/** What was tried, as it was typed. A number that JSON does not have is written out. */
function dataOf({ clause, remedy, amount, ask, bend }: NewGrant): JsonObject {
  const typed = (value: unknown) => (Number.isSafeInteger(value) ? Number(value) : String(value).slice(0, 50))
  return {
    remedy,
    ...(clause === undefined ? {} : { clause }),
    ...(amount === null ? {} : { amount: { minor: typed(amount.minor), currency: typed(amount.currency) } }),
    ...(ask ? { ask } : {}),
    ...(bend ? { bend } : {}),
  }
}
