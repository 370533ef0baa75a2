import type { ClauseDifferenceJson } from '@avow/contract'
import type { CompiledCharter } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { compareVersions, versionNumbered } from '../../features/charters/index.ts'
import { type PublishedVersion, readVersions } from './read-charter.ts'

/** More than that is read version by version. */
const MOST = 50

/** A version beside the one that it took the place of. */
export interface VersionChange {
  readonly published: PublishedVersion
  readonly charter: CompiledCharter
  /** Undefined for the first. */
  readonly before: CompiledCharter | undefined
  readonly differences: readonly ClauseDifferenceJson[]
}

/** What every version says differently, the newest first; as of now (UTC ms). */
export async function readChanges(
  tx: Transaction,
): Promise<{ readonly changes: readonly VersionChange[]; readonly now: number }> {
  const changes: VersionChange[] = []
  const newest = [...(await readVersions(tx))].sort((a, b) => b.version - a.version).slice(0, MOST)
  for (const published of newest) {
    const charter = await versionNumbered(tx, published.version)
    if (charter === undefined) continue
    const { from, items } = await compareVersions(tx, published.version)
    const before = from === null ? undefined : await versionNumbered(tx, from)
    changes.push({ published, charter, before, differences: items })
  }
  return { changes, now: tx.now }
}
