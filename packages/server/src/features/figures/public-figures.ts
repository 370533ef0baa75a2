import { type CompiledCharter, PublicFigure } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { countStored, type PromiseFigure } from './count-stored.ts'
import { readDue } from './read-due.ts'

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
  return countStored(tx, figures, await readDue(tx, { promises, from: first.from, to: now }))
}
