import { type Commitment, formatInstant } from '@avow/core'
import { sql } from 'kysely'
import type { JsonObject, Transaction } from '../../db/index.ts'
import { lawAt, lawClocks } from './law-clocks.ts'
import type { Reckoning } from './reckon-ticket.ts'
import { correctedIn } from './verdicts.ts'

/** The rows that commitments have, as JSON, by ticket, promise and run. */
export function commitmentRows(reckoning: Reckoning): ReadonlyMap<string, JsonObject> {
  const { log, charter, decision } = reckoning
  const corrected = correctedIn(log.entries)
  const clocks = lawClocks(reckoning)
  return new Map(
    decision.commitments.map((commitment) => {
      const name = `${commitment.promise}/${commitment.run}`
      const row = rowOf(commitment, corrected.has(name), charter?.hash ?? '', decision.rules)
      const law_at = instantOr(lawAt(clocks, commitment, decision.at))
      return [`${log.ticket}/${name}`, { ticket_id: log.ticket, ...row, law_at }]
    }),
  )
}

function rowOf(commitment: Commitment, corrected: boolean, charter_hash: string, rules: number): JsonObject {
  const { promise, run, clock, key, state, reason, target, calendar, row, pauses, left_ms, put_off, unsure } =
    commitment
  const { amended_by = null } = commitment
  const { start, due, settled_at, fulfilled_at, risk_at } = commitment
  return {
    promise,
    run,
    clock,
    key,
    state,
    start: formatInstant(start),
    due: instantOr(due),
    settled_at: instantOr(settled_at),
    fulfilled_at: instantOr(fulfilled_at),
    reason,
    target,
    calendar,
    row,
    pauses,
    left_ms,
    put_off,
    unsure,
    amended_by,
    risk_at: instantOr(risk_at),
    corrected,
    charter_hash,
    rules,
  }
}

function instantOr(instant: number | null): string | null {
  return instant === null ? null : formatInstant(instant)
}

/** The rows that are stored for tickets, in the same form. */
export async function storedCommitments(
  tx: Transaction,
  tickets: readonly string[],
): Promise<ReadonlyMap<string, JsonObject>> {
  if (tickets.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('commitment')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', sql<string>`any (${tickets}::uuid[])`)
    .execute()
  return new Map(
    rows.map(({ workspace_id: _, start, due, settled_at, fulfilled_at, risk_at, law_at, ...row }) => [
      `${row.ticket_id}/${row.promise}/${row.run}`,
      {
        ...row,
        start: start.toISOString(),
        due: due?.toISOString() ?? null,
        settled_at: settled_at?.toISOString() ?? null,
        fulfilled_at: fulfilled_at?.toISOString() ?? null,
        risk_at: risk_at?.toISOString() ?? null,
        law_at: law_at?.toISOString() ?? null,
      },
    ]),
  )
}

const ROW = sql.raw(`(ticket_id uuid, promise text, run integer, clock text, key text, state text, start timestamptz,
           due timestamptz, settled_at timestamptz, fulfilled_at timestamptz, reason text, target text, calendar text,
           "row" integer, pauses jsonb, left_ms bigint, put_off boolean, unsure boolean, risk_at timestamptz,
           corrected boolean, charter_hash text, rules integer, amended_by text,
           law_at timestamptz)`)

/** Writes new rows, in one statement. */
export async function addCommitments(tx: Transaction, rows: readonly JsonObject[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into commitment ("workspace_id", ticket_id, promise, run, clock, key, state, start, due, settled_at, fulfilled_at,
           reason, target, calendar, "row", pauses, left_ms, put_off, unsure, risk_at, corrected, charter_hash, rules, amended_by,
           law_at)
    select ${tx.workspace}, n.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n ${ROW}`.execute(tx.db)
}

/** Writes rows anew that are stored, in one statement. */
export async function changeCommitments(tx: Transaction, rows: readonly JsonObject[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update commitment set clock = n.clock, key = n.key, state = n.state, start = n.start, due = n.due,
           settled_at = n.settled_at, fulfilled_at = n.fulfilled_at, reason = n.reason, target = n.target,
           calendar = n.calendar, "row" = n."row", pauses = n.pauses, left_ms = n.left_ms, put_off = n.put_off,
           unsure = n.unsure, risk_at = n.risk_at, corrected = n.corrected, charter_hash = n.charter_hash, rules = n.rules,
           amended_by = n.amended_by, law_at = n.law_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n ${ROW}
     where commitment."workspace_id" = ${tx.workspace} and commitment.ticket_id = n.ticket_id
       and commitment.promise = n.promise and commitment.run = n.run`.execute(tx.db)
}

/** Removes rows by ticket, promise and run: a late event left their runs without a beginning. */
export async function removeCommitments(tx: Transaction, rows: readonly JsonObject[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    delete from commitment
     using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (ticket_id uuid, promise text, run integer)
     where commitment."workspace_id" = ${tx.workspace} and commitment.ticket_id = n.ticket_id
       and commitment.promise = n.promise and commitment.run = n.run`.execute(tx.db)
}
