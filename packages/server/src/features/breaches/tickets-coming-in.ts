import { type Arrived, arrivalWindows, isSurge, type Window, type Windows, type Zone } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/** What of a workspace's other tickets bears on why a promise broke. */
interface Known {
  /** UTC ms of the database's clock. */
  readonly at: number
  /** Tickets are assigned here (SPEC M5). */
  readonly assigns: boolean
  /** When the first ticket came in, UTC ms; null where there is none. */
  readonly first: number | null
  /** By window: how many tickets came in. */
  readonly came: Map<string, number>
}

/** How long what was counted is good: a batch of verdicts asks for the same hours again and again, ms. */
const MS_FRESH = 60_000
const MOST_WORKSPACES = 1000
/** Windows remembered of one workspace: some months of hours and dates. */
const MOST_WINDOWS = 5000

const known = new Map<string, Known>()

/** What stood in a workspace is asked anew. */
export function forgetTicketsComingIn(workspace: string): void {
  known.delete(workspace)
}

/** Are tickets assigned in this workspace? Else nothing tells who had them (SPEC M5). */
export async function assignsTickets(tx: Transaction): Promise<boolean> {
  return (await knownOf(tx)).assigns
}

/** Of instants (UTC ms), those in whose hour or on whose date there was a surge (SPEC M8). */
export async function surgesAt(tx: Transaction, zone: Zone, instants: readonly number[]): Promise<ReadonlySet<number>> {
  const { first, came } = await knownOf(tx)
  if (first === null) return new Set()
  const windows = [...new Set(instants)].map((instant) => ({ instant, ...arrivalWindows(zone, instant) }))
  const wanted = windows.flatMap(({ hour, date }) => [hour, date].flatMap((each) => [each, ...beforeOf(each, first)]))
  await count(tx, came, wanted)
  const arrived = (of: Windows): Arrived => ({
    came: came.get(nameOf(of)) ?? 0,
    before: beforeOf(of, first).map((each) => came.get(nameOf(each)) ?? 0),
  })
  return new Set(
    windows
      .filter(({ hour, date }) => isSurge({ hour: arrived(hour), date: arrived(date) }))
      .map(({ instant }) => instant),
  )
}

/** The weeks before in which tickets came in already. */
function beforeOf({ before }: Windows, first: number): readonly Window[] {
  return before.filter(({ from }) => from >= first)
}

function nameOf({ from, to }: Window): string {
  return `${from} ${to}`
}

async function knownOf(tx: Transaction): Promise<Known> {
  const last = known.get(tx.workspace)
  if (last !== undefined && tx.now >= last.at && tx.now - last.at < MS_FRESH && last.came.size < MOST_WINDOWS)
    return last
  const { rows } = await sql<{ first: Date | null; assigns: boolean }>`
    select (select min(created_at) from ticket where "workspace_id" = ${tx.workspace}) as first,
           exists (select from ticket where "workspace_id" = ${tx.workspace} and (assignee_id is not null or team is not null))
             as assigns`.execute(tx.db)
  const fresh: Known = {
    at: tx.now,
    first: rows[0]?.first?.getTime() ?? null,
    assigns: rows[0]?.assigns === true,
    came: new Map(),
  }
  known.delete(tx.workspace)
  for (const oldest of known.keys()) {
    if (known.size < MOST_WORKSPACES) break
    known.delete(oldest)
  }
  known.set(tx.workspace, fresh)
  return fresh
}

/** Counts the windows that were not counted yet, in one statement. */
async function count(tx: Transaction, came: Map<string, number>, windows: readonly Window[]): Promise<void> {
  const missing = new Map<string, Window>()
  for (const each of windows) if (!came.has(nameOf(each))) missing.set(nameOf(each), each)
  if (missing.size === 0) return
  const asked = [...missing].map(([name, { from, to }]) => ({ name, from: new Date(from), to: new Date(to) }))
  const { rows } = await sql<{ name: string; came: number }>`
    select w.name, (select count(*) from ticket t where t."workspace_id" = ${tx.workspace}
                       and t.created_at >= w."from" and t.created_at < w."to") as came
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as w (name text, "from" timestamptz, "to" timestamptz)`.execute(
    tx.db,
  )
  for (const { name, came: tickets } of rows) came.set(name, tickets)
}
