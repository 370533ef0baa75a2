import { formatInstant } from '@avow/core'
import { sql } from 'kysely'
import type { JsonObject, Transaction } from '../../db/index.ts'
import { isStepTaken, type Reckoning, stepName } from './reckon-ticket.ts'

/** The rows that steps have, as JSON: those taken as the log tells, and those still ahead. */
export function stepRows({ log: { ticket, entries }, steps }: Reckoning): ReadonlyMap<string, JsonObject> {
  const rows = new Map<string, JsonObject>()
  for (const { clause, step, commitment, due } of steps)
    rows.set(`${ticket}/${stepName(clause, step, commitment)}`, {
      ticket_id: ticket,
      clause,
      step,
      commitment: commitment ?? '',
      due: due === null ? null : formatInstant(due),
      taken_at: null,
      is_late: false,
    })
  for (const entry of entries) {
    if (!isStepTaken(entry)) continue
    const { clause = '', step = 0, commitment, due = null, late = false } = entry.envelope
    rows.set(`${ticket}/${stepName(clause, step, commitment)}`, {
      ticket_id: ticket,
      clause,
      step,
      commitment: commitment ?? '',
      due,
      taken_at: formatInstant(entry.event.recorded),
      is_late: late,
    })
  }
  return rows
}

/** The rows that are stored for tickets, in the same form. */
export async function storedSteps(
  tx: Transaction,
  tickets: readonly string[],
): Promise<ReadonlyMap<string, JsonObject>> {
  if (tickets.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('step')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', sql<string>`any (${tickets}::uuid[])`)
    .execute()
  return new Map(
    rows.map(({ workspace_id: _, due, taken_at, ...row }) => [
      `${row.ticket_id}/${stepName(row.clause, row.step, row.commitment)}`,
      { ...row, due: due?.toISOString() ?? null, taken_at: taken_at?.toISOString() ?? null },
    ]),
  )
}

/** Writes rows anew, in one statement. */
export async function putSteps(tx: Transaction, rows: readonly JsonObject[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into step ("workspace_id", ticket_id, clause, step, commitment, due, taken_at, is_late)
    select ${tx.workspace}, n.*
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (ticket_id uuid, clause text, step integer,
           commitment text, due timestamptz, taken_at timestamptz, is_late boolean)
    on conflict ("workspace_id", ticket_id, clause, step, commitment)
       do update set due = excluded.due, taken_at = excluded.taken_at, is_late = excluded.is_late`.execute(tx.db)
}

/** Removes rows by what names them: steps dropped with their commitment. */
export async function removeSteps(tx: Transaction, rows: readonly JsonObject[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    delete from step
     using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as n (ticket_id uuid, clause text, step integer, commitment text)
     where step."workspace_id" = ${tx.workspace} and step.ticket_id = n.ticket_id and step.clause = n.clause
       and step.step = n.step and step.commitment = n.commitment`.execute(tx.db)
}
