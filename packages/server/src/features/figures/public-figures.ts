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
  const figures = await reckonFigures(tx, charter, now, promises)
  known.delete(name)
  for (const oldest of known.keys()) {
    if (known.size < MOST_KNOWN) break
    known.delete(oldest)
  }
  known.set(name, { at: now, figures })
  return figures
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
  const found = new Map<string, PromiseFigure>()
  for (const figure of figures) {
    const versions = new Set<string>()
    let corrected = 0
    for (const row of rows) {
      if (row.promise !== figure.promise.id) continue
      const target = await targetOf(tx, row)
      if (target === undefined) continue
      if (!takeRow(figure, { ...row, target, endedAt: ends.get(row) ?? null })) continue
      versions.add(row.charter_hash)
      if (row.corrected) corrected++
    }
    found.set(figure.promise.id, { figure, corrected, versions: versions.size })
  }
  return found
}

async function targetOf(tx: Transaction, { charter_hash, promise, row }: StoredCommitment) {
  const version = await versionOfHash(tx, charter_hash)
  return version?.promises.find(({ id }) => id === promise)?.targets[row - 1]
}
