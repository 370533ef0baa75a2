import { sql } from 'kysely'
import type { JsonObject, Transaction } from '../../db/index.ts'

/** Why a commitment broke, as it is stored; what a lead says stands beside it in the same row. */
export interface BreachRow {
  readonly ticket_id: string
  readonly promise: string
  readonly run: number
  /** RFC 3339. */
  readonly due: string
  /** Monday of its week in the charter's zone. */
  readonly week: string
  /** The team that had the ticket when it fell due; empty for none. */
  readonly team: string
  readonly cause: string
  /** UTC ms. */
  readonly segments: readonly { readonly kind: string; readonly from: number; readonly to: number }[]
  /** Null while it is still waited for. */
  readonly late_ms: number | null
}

/** `TICKET/P1/2` */
export function breachName({ ticket_id, promise, run }: Pick<BreachRow, 'ticket_id' | 'promise' | 'run'>): string {
  return `${ticket_id}/${promise}/${run}`
}

/** The rows that are stored for tickets, by name. */
export async function storedBreaches(
  tx: Transaction,
  tickets: readonly string[],
): Promise<ReadonlyMap<string, BreachRow>> {
  if (tickets.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('breach')
    .select(['ticket_id', 'promise', 'run', 'due', 'week', 'team', 'cause', 'segments', 'late_ms'])
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', sql<string>`any (${tickets}::uuid[])`)
    .execute()
  return new Map(rows.map(({ due, ...row }) => [breachName(row), { ...row, due: due.toISOString() }]))
}

/** Writes rows, new or anew, in one statement. */
export async function putBreaches(tx: Transaction, rows: readonly BreachRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into breach ("workspace_id", ticket_id, promise, run, due, week, team, cause, segments, late_ms)
    select ${tx.workspace}, n.*
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (ticket_id uuid, promise text, run integer,
           due timestamptz, week text, team text, cause text, segments jsonb, late_ms bigint)
    on conflict ("workspace_id", ticket_id, promise, run) do update set due = excluded.due, week = excluded.week,
           team = excluded.team, cause = excluded.cause, segments = excluded.segments, late_ms = excluded.late_ms`.execute(
    tx.db,
  )
}

/** Removes rows of what is broken no more. */
export async function removeBreaches(tx: Transaction, rows: readonly BreachRow[]): Promise<void> {
  if (rows.length === 0) return
  const names: readonly JsonObject[] = rows.map(({ ticket_id, promise, run }) => ({ ticket_id, promise, run }))
  await sql`
    delete from breach
     using jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as n (ticket_id uuid, promise text, run integer)
     where breach."workspace_id" = ${tx.workspace} and breach.ticket_id = n.ticket_id
       and breach.promise = n.promise and breach.run = n.run`.execute(tx.db)
}
