import { formatInstant } from '@avow/core'
import { sql } from 'kysely'
import type { JsonObject, Transaction } from '../../db/index.ts'
import { type Reckoning, roundName, stepName, stepsTaken, stepTakenBy } from './reckon-ticket.ts'
import type { TicketLog } from './ticket-log.ts'

/** The rows that steps have, as JSON: those taken as the log tells, and those still ahead; of escalation, and waits. */
export function stepRows({ log: { ticket, entries }, steps, waits }: Reckoning): ReadonlyMap<string, JsonObject> {
  const rows = new Map<string, JsonObject>()
  const ahead = [...steps, ...waits.map((wait) => ({ ...wait, clause: wait.procedure, commitment: roundName(wait) }))]
  for (const { clause, step, commitment, due } of ahead)
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
    const taken = stepTakenBy(entry)
    if (taken === undefined) continue
    const { clause, step, commitment, due, late } = taken
    rows.set(`${ticket}/${stepName(clause, step, commitment)}`, {
      ticket_id: ticket,
      clause,
      step,
      commitment,
      due,
      taken_at: formatInstant(entry.event.recorded),
      is_late: late,
    })
  }
  return rows
}

/** Steps as they are stored. */
export interface StoredSteps {
  /** The rows, in the same form. */
  readonly rows: ReadonlyMap<string, JsonObject>
  /** By ticket: names of steps that stand as taken although the log does not say so. They are left as they are. */
  readonly quiet: ReadonlyMap<string, ReadonlySet<string>>
}

/** Reads the steps that are stored for tickets, of whose logs they are to be told apart. */
export async function storedSteps(
  tx: Transaction,
  tickets: readonly string[],
  logs: ReadonlyMap<string, TicketLog>,
): Promise<StoredSteps> {
  const kept = new Map<string, JsonObject>()
  const quiet = new Map<string, Set<string>>()
  if (tickets.length === 0) return { rows: kept, quiet }
  const rows = await tx.db
    .selectFrom('step')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', sql<string>`any (${tickets}::uuid[])`)
    .execute()
  for (const { workspace_id: _, due, taken_at, ...row } of rows) {
    const name = stepName(row.clause, row.step, row.commitment)
    if (taken_at !== null && !stepsTaken(logs.get(row.ticket_id)?.entries ?? []).has(name))
      quiet.set(row.ticket_id, (quiet.get(row.ticket_id) ?? new Set()).add(name))
    else
      kept.set(`${row.ticket_id}/${name}`, {
        ...row,
        due: due?.toISOString() ?? null,
        taken_at: taken_at?.toISOString() ?? null,
      })
  }
  return { rows: kept, quiet }
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
