import type { Breach, Cause } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { writeAudit } from '../audit/index.ts'
import type { Author, TicketAtHand } from '../tickets/index.ts'
import { breachJson, COLUMNS, type JoinedBreach, joins } from './joined-breach.ts'

export interface CauseCorrection {
  readonly promise: string
  readonly run: number
  readonly cause: Cause
  readonly reason: string
}

/** What a lead says instead of the rule. The rule’s cause stays beside it. Throws `not-broken`. */
export async function correctCause(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  { promise, run, cause, reason }: CauseCorrection,
): Promise<Breach> {
  const { rows } = await sql<{ by_rule: string; before: string | null }>`
    select cause as by_rule, corrected_cause as before from breach
     where "workspace_id" = ${tx.workspace} and ticket_id = ${ticket.id} and promise = ${promise} and run = ${run}
       for update`.execute(tx.db)
  const [found] = rows
  if (found === undefined)
    throw new Refusal(
      'not-broken',
      `On ticket ${ticket.number} the promise ${promise} was not broken in its run ${run}.`,
    )
  await tx.db
    .updateTable('breach')
    .set({
      corrected_cause: cause,
      corrected_reason: reason,
      corrected_by: author.person ?? null,
      corrected_at: new Date(tx.now),
    })
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', ticket.id)
    .where('promise', '=', promise)
    .where('run', '=', run)
    .execute()
  writeAudit(tx, {
    action: 'breach.corrected',
    actor: author.machine,
    person: author.person,
    ticket: ticket.id,
    data: { promise, run, by_rule: found.by_rule, before: found.before, cause },
  })
  return readBreach(tx, ticket.id, promise, run)
}

async function readBreach(tx: Transaction, ticket: string, promise: string, run: number): Promise<Breach> {
  const { rows } = await sql<JoinedBreach>`
    select ${COLUMNS} from breach b ${joins(tx)}
     where b."workspace_id" = ${tx.workspace} and b.ticket_id = ${ticket} and b.promise = ${promise} and b.run = ${run}`.execute(
    tx.db,
  )
  const [row] = rows
  if (row === undefined) throw new Error(`the breach of ${promise}/${run} is gone under its lock`)
  return breachJson(row, tx.now)
}
