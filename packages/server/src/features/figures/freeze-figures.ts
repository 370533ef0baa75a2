import { createHash } from 'node:crypto'
import {
  type ClosedPeriod,
  type CompiledCharter,
  type CompiledPromise,
  closedPeriods,
  formatDate,
  listOfPeriod,
  PublicFigure,
  periodsMeasured,
} from '@avow/core'
import { sql } from 'kysely'
import { type Store, type Transaction, transaction } from '../../db/index.ts'
import { versionInForce } from '../charters/index.ts'
import { countStored } from './count-stored.ts'
import { readDue, type StoredCommitment } from './read-due.ts'

const LONGEST = 366 * 86_400_000

/** How many figures were fixed, and how many corrections were written under fixed ones. */
export interface Frozen {
  readonly frozen: number
  readonly corrected: number
}

/** One closed period of one promise of the charter in force. */
interface Closed {
  readonly charter: CompiledCharter
  readonly promise: CompiledPromise
  readonly period: ClosedPeriod
}

/**
 * Fixes the figures of all periods of a workspace that have closed, each with the hash of its list, and writes a correction
 * under those whose list has changed since (SPEC M10, M11). Doing it twice, or by two servers at once, is harmless.
 */
export async function freezeFigures(store: Store, workspace: string, stopping?: AbortSignal): Promise<Frozen> {
  let [frozen, corrected] = [0, 0]
  for (const closed of await transaction(store, { workspace }, closedNow)) {
    stopping?.throwIfAborted()
    const done = await transaction(store, { workspace }, (tx) => settlePeriod(tx, closed))
    if (done === 'frozen') frozen++
    else if (done === 'corrected') corrected++
  }
  return { frozen, corrected }
}

async function closedNow(tx: Transaction): Promise<readonly Closed[]> {
  const charter = await versionInForce(tx, tx.now)
  if (charter === undefined) return []
  const { rows } = await sql<{ promise: string; since: Date | null }>`
    select p.promise, least(
             (select min(due) from commitment
               where "workspace_id" = ${tx.workspace} and promise = p.promise and state in ('kept', 'broken')),
             (select min(settled_at) from commitment
               where "workspace_id" = ${tx.workspace} and promise = p.promise and state = 'cancelled')) as since
      from unnest(${charter.promises.map(({ id }) => id)}::text[]) as p (promise)`.execute(tx.db)
  const since = new Map(rows.map((row) => [row.promise, row.since?.getTime()]))
  return charter.promises.flatMap((promise) => {
    const first = since.get(promise.id)
    if (first === undefined) return []
    // The zone is known from five years before the version on; no period is longer than a year.
    const from = Math.max(first, charter.zone.from + LONGEST)
    return periodsMeasured(promise).flatMap((kind) =>
      closedPeriods(charter.zone, kind, from, tx.now).map((period) => ({ charter, promise, period })),
    )
  })
}

async function settlePeriod(tx: Transaction, closed: Closed): Promise<'frozen' | 'corrected' | undefined> {
  const { promise, period } = closed
  const stored = await readDue(tx, { promises: [promise.id], from: period.from, to: period.to - 1 })
  const rows = stored.filter(
    ({ state, due }) => state !== 'paused' && (state !== 'running' || (due ?? tx.now) < tx.now),
  )
  const hash = hashOf(rows)
  const last = await lastHash(tx, closed)
  if (last?.hash === hash) return undefined
  const figure = new PublicFigure(promise, closed.charter.zone, tx.now, period)
  const counted = (await countStored(tx, [figure], rows)).get(promise.id)
  const { group, inCrisis } = figure
  const counts = {
    ...keyOf(tx, closed),
    kept: group.kept,
    broken: group.broken,
    cancelled: JSON.stringify(Object.fromEntries([...group.cancelledBy].sort(([a], [b]) => (a < b ? -1 : 1)))),
    hash,
  }
  if (last === undefined) {
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto('figure_period')
      .values({
        ...counts,
        from: new Date(period.from),
        to: new Date(period.to),
        put_off: group.putOff,
        crisis_kept: inCrisis.kept,
        crisis_broken: inCrisis.broken,
        corrected: counted?.corrected ?? 0,
        unfulfilled: group.unfulfilled,
        median_ms: rounded(group.times.percentile(50)),
        mean_ms: rounded(group.times.mean),
        versions: counted?.versions ?? 0,
        frozen_at: new Date(tx.now),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n ? 'frozen' : undefined
  }
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('figure_correction')
    .values({ ...counts, n: last.n + 1, at: new Date(tx.now) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? 'corrected' : undefined
}

/** One still running past its due instant is broken, whoever has noticed (SPEC M11). */
function hashOf(rows: readonly StoredCommitment[]): string {
  const list = rows.map(({ ticket, run, state, due }) => ({
    ticket,
    run,
    state: state === 'running' ? 'broken' : state,
    due,
  }))
  return createHash('sha256').update(listOfPeriod(list)).digest('hex')
}

/** The hash of the period as it was last fixed or corrected, and how many corrections there are; undefined before it is fixed. */
async function lastHash(
  tx: Transaction,
  { promise, period: { kind, first } }: Closed,
): Promise<{ readonly hash: string; readonly n: number } | undefined> {
  const { rows } = await sql<{ hash: string; n: number }>`
    select hash, 0 as n from figure_period
     where "workspace_id" = ${tx.workspace} and promise = ${promise.id} and period = ${kind} and first = ${formatDate(first)}
    union all
    select hash, n from figure_correction
     where "workspace_id" = ${tx.workspace} and promise = ${promise.id} and period = ${kind} and first = ${formatDate(first)}
     order by n desc limit 1`.execute(tx.db)
  return rows[0]
}

function keyOf({ workspace }: Transaction, { promise, period }: Closed) {
  return { workspace_id: workspace, promise: promise.id, period: period.kind, first: formatDate(period.first) }
}

function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms)
}
