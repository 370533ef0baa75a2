import { type CompiledCharter, type Decision, hashOf } from '@avow/core'
import { type JsonObject, type Transaction, together } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { versionOfHash, versionsOf } from '../charters/index.ts'
import { decideTicket, readHistoryAhead } from '../commitments/index.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import { type Counted, countedIn, type GrantedBefore, readGrantedBefore } from './granted-before.ts'
import { type BudgetPeriods, budgetPeriods } from './periods.ts'

/** What the charter says about remedies on a ticket, for one person, now. */
export interface Judged extends Pick<GrantedBefore, 'facts' | 'subject' | 'who' | 'positions'>, Counted {
  readonly charter: CompiledCharter
  readonly decision: Decision
  readonly periods: BudgetPeriods
  readonly factsHash: string
  /** Seq of the last event that changed facts; of the creation where none did. */
  readonly factsSeq: number
}

/**
 * Undefined for a ticket that is older than every charter. The ticket's row must be locked. `known`: what was granted before,
 * where it was read already.
 */
export async function judgeRemedies(
  tx: Transaction,
  ticket: TicketAtHand,
  person: string | undefined,
  known?: GrantedBefore,
): Promise<Judged | undefined> {
  const charter = ticket.charter_hash === null ? undefined : await versionOfHash(tx, ticket.charter_hash)
  if (charter === undefined) return undefined
  const periods = budgetPeriods(charter, tx.now)
  const before = known ?? (await readGrantedBefore(tx, ticket, person))
  const { facts, subject, who, positions } = before
  const counted = countedIn(before, periods)
  const decided = await decideTicket(tx, ticket.id, {
    actor: { who: person ?? '', positions },
    spent: counted.spent,
  })
  if (decided === undefined) return undefined
  const changes = decided.log.entries.filter(({ event }) => event.type === 'facts.changed')
  return {
    facts,
    subject,
    who,
    positions,
    ...counted,
    charter,
    periods,
    decision: decided.decision,
    factsHash: hashOfFacts(facts),
    factsSeq: changes.at(-1)?.seq ?? 1,
  }
}

/** Reads all that judging the ticket of a number will ask for, in one way to the database. */
export async function readToJudge(tx: Transaction, number: number, person: string | undefined): Promise<GrantedBefore> {
  const [before] = await together([
    readGrantedBefore(tx, { number }, person),
    readHistoryAhead(tx, number),
    versionsOf(tx),
  ])
  return before
}

/** By which an approval names the facts that it was given on. */
export function hashOfFacts(facts: JsonObject): string {
  return hashOf(facts)
}

/** Throws `no-charter` for a ticket that is older than every charter. */
export function charterNeeded(judged: Judged | undefined): Judged {
  if (judged !== undefined) return judged
  throw new Refusal('no-charter', 'No charter was in force when this ticket was opened: it allows nothing.')
}
