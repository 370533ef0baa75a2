import { type CompiledCharter, type Decision, hashOf } from '@avow/core'
import { type JsonObject, type Transaction, together } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { versionOfHash, versionsOf } from '../charters/index.ts'
import { decideTicket, readHistories } from '../commitments/index.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import { type GrantedBefore, readGrantedBefore } from './granted-before.ts'
import { type BudgetPeriods, budgetPeriods } from './periods.ts'

/** What the charter says about remedies on a ticket, for one person, now. */
export interface Judged extends GrantedBefore {
  readonly charter: CompiledCharter
  readonly decision: Decision
  readonly periods: BudgetPeriods
  readonly factsHash: string
  /** Seq of the last event that changed facts; of the creation where none did. */
  readonly factsSeq: number
}

/** Undefined for a ticket that is older than every charter. The ticket's row must be locked. */
export async function judgeRemedies(
  tx: Transaction,
  ticket: TicketAtHand,
  person: string | undefined,
): Promise<Judged | undefined> {
  const charter = ticket.charter_hash === null ? undefined : await versionOfHash(tx, ticket.charter_hash)
  if (charter === undefined) return undefined
  const periods = budgetPeriods(charter, tx.now)
  const before = await readGrantedBefore(tx, ticket.id, person, periods)
  const decided = await decideTicket(tx, ticket.id, {
    actor: { who: person ?? '', positions: before.positions },
    spent: before.spent,
  })
  if (decided === undefined) return undefined
  const changes = decided.log.entries.filter(({ event }) => event.type === 'facts.changed')
  return {
    ...before,
    charter,
    periods,
    decision: decided.decision,
    factsHash: hashOfFacts(before.facts),
    factsSeq: changes.at(-1)?.seq ?? 1,
  }
}

/** Reads what judging will ask for, together with whatever else is read at the time. */
export async function readToJudge(tx: Transaction, ticket: string): Promise<void> {
  await together([readHistories(tx, [ticket]), versionsOf(tx)])
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
