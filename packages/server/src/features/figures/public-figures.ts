import { type CompiledCharter, PublicFigure, takeRow } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { versionOfHash } from '../charters/index.ts'
import { endsOfBroken } from './ends-of-broken.ts'
import { readDue, type StoredCommitment } from './read-due.ts'

/** The figure of one promise over the last 30 days, and what a backtest cannot know of it. */
export interface PromiseFigure {
  readonly figure: PublicFigure
  /** Verdicts among them that a later event changed. */
  readonly corrected: number
  /** How many versions of the charter they were judged by. */
  readonly versions: number
}

export type PromiseFigures = ReadonlyMap<string, PromiseFigure>

const MS_FRESH = 60_000
/** Beyond, the one reckoned first is forgotten. */
const MOST_KNOWN = 1000

const known = new Map<string, { readonly at: number; readonly figures: PromiseFigures }>()
/** Being reckoned now: who asks meanwhile waits for it. */
const underway = new Map<string, Promise<PromiseFigures>>()

/**
 * The figures of a charter’s promises at `now` (UTC ms), by id of the promise: what fell due in the last 30 days of the
 * charter’s zone, whatever version it was judged by (SPEC M1–M3). Reckoned at most once a minute for a workspace and
 * version.
 */
export async function publicFigures(
  tx: Transaction,
  charter: CompiledCharter,
  now: number,
  promises: readonly string[] = charter.promises.map(({ id }) => id),
): Promise<PromiseFigures> {
  const name = [tx.workspace, charter.hash, ...promises].join(' ')
  const last = known.get(name)
  if (last !== undefined && now - last.at < MS_FRESH && now >= last.at) return last.figures
  const other = underway.get(name)
  if (other !== undefined) return other
  const asked = reckonFigures(tx, charter, now, promises)
  underway.set(name, asked)
  try {
    const figures = await asked
    known.delete(name)
    for (const oldest of known.keys()) {
      if (known.size < MOST_KNOWN) break
      known.delete(oldest)
    }
    known.set(name, { at: now, figures })
    return figures
  } finally {
    underway.delete(name)
  }
}

/** The same, reckoned now. */
export async function reckonFigures(
  tx: Transaction,
  charter: CompiledCharter,
  now: number,
  promises: readonly string[],
): Promise<PromiseFigures> {
  const figures = charter.promises
    .filter(({ id }) => promises.includes(id))
    .map((promise) => new PublicFigure(promise, charter.zone, now))
  const [first] = figures
  if (first === undefined) return new Map()
  const rows = await readDue(tx, { promises, from: first.from, to: now })
  const ends = await endsOfBroken(tx, rows, now)
  const versions = await versionsOf(tx, rows)
  const byPromise = Map.groupBy(rows, ({ promise }) => promise)
  return new Map(
    figures.map((figure) => [
      figure.promise.id,
      countRows(figure, byPromise.get(figure.promise.id) ?? [], { ends, versions }),
    ]),
  )
}

function countRows(
  figure: PublicFigure,
  rows: readonly StoredCommitment[],
  beside: {
    readonly ends: ReadonlyMap<StoredCommitment, number>
    readonly versions: ReadonlyMap<string, CompiledCharter>
  },
): PromiseFigure {
  const judgedBy = new Set<string>()
  let corrected = 0
  for (const row of rows) {
    const version = beside.versions.get(row.charter_hash)
    const target = version?.promises.find(({ id }) => id === row.promise)?.targets[row.row - 1]
    if (target === undefined) continue
    if (!takeRow(figure, { ...row, target, endedAt: beside.ends.get(row) ?? null })) continue
    judgedBy.add(row.charter_hash)
    if (row.corrected) corrected++
  }
  return { figure, corrected, versions: judgedBy.size }
}

async function versionsOf(
  tx: Transaction,
  rows: readonly StoredCommitment[],
): Promise<ReadonlyMap<string, CompiledCharter>> {
  const versions = new Map<string, CompiledCharter>()
  for (const hash of new Set(rows.map(({ charter_hash }) => charter_hash))) {
    const version = await versionOfHash(tx, hash)
    if (version !== undefined) versions.set(hash, version)
  }
  return versions
}
