import { type CompiledCharter, type PublicFigure, takeRow, targetsUnder } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { versionOfHash } from '../charters/index.ts'
import { endsOfBroken } from './ends-of-broken.ts'
import type { StoredCommitment } from './read-due.ts'

/** The figure of one promise, and what a backtest cannot know of it. */
export interface PromiseFigure {
  readonly figure: PublicFigure
  /** Verdicts among them that a later event changed. */
  readonly corrected: number
  /** How many versions of the charter they were judged by. */
  readonly versions: number
}

/** Counts stored commitments into the figures of their promises, which all have one `now`; by id of the promise. */
export async function countStored(
  tx: Transaction,
  figures: readonly PublicFigure[],
  rows: readonly StoredCommitment[],
): Promise<ReadonlyMap<string, PromiseFigure>> {
  const ends = await endsOfBroken(tx, rows, figures[0]?.now ?? tx.now)
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
    const promise = version?.promises.find(({ id }) => id === row.promise)
    const target = promise && targetsUnder(promise, row.amended_by ?? undefined)[row.row - 1]
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
