import { type CompiledCharter, HistoryReader, otherRemedies, pairBacktests } from '@avow/core'
import { type Store, transaction } from '../../db/index.ts'
// By their files: the thread needs nothing else of the feature, and would wait for it.
import { prepareVersion } from '../charters/prepare-version.ts'
import { versionOfHash } from '../charters/versions.ts'
import { readLog } from './read-log.ts'
import { type Change, type TalliedLine, Tally } from './tally.ts'
import type { TrialWork } from './trial-work.ts'

export interface TouchedByRemedy {
  readonly remedy: string
  readonly touched: number
}

export interface TrialResult {
  readonly tickets: number
  readonly lines: readonly TalliedLine[]
  /** On how many tickets a remedy allows something else, where it is on any. */
  readonly remedies: readonly TouchedByRemedy[]
  readonly changes: readonly Change[]
}

/**
 * Judges every ticket of a workspace twice by the same code, as of the instant at which the trial began: by the version that
 * the ticket is pinned to, and by the draft. `onProgress` hears after each page how many tickets are judged.
 */
export async function tryDraft(
  store: Store,
  { workspace, source, zoneData, asOf }: TrialWork,
  onProgress: (tickets: number) => Promise<void>,
): Promise<TrialResult> {
  const { charter: draft } = prepareVersion(source, { now: asOf, zoneData })
  const versions = await pinnedVersions(store, workspace)
  const declared = [...new Set([draft, ...versions.values()].flatMap(({ document }) => [...document.events.keys()]))]
  const tally = new Tally(draft.zone)
  const haveRemedies = [draft, ...versions.values()].some(({ remedies }) => remedies.length > 0)
  const touched = new Map<string, number>()
  let tickets = 0
  for await (const { pinned, lines, tickets: read } of readLog(store, { workspace, asOf, declared })) {
    const reader = new HistoryReader(declared)
    reader.push(lines)
    const { columns } = reader.finish(asOf)
    const idOf = (index: number) => columns.tickets[index] ?? ''
    pairBacktests(draft, columns, {
      now: asOf,
      pinned: (index) => versions.get(pinned.get(idOf(index)) ?? ''),
      onPair: (pair) => tally.add(pair, idOf(pair.ticketIndex)),
      onTicket: (_, before, after) => {
        if (!haveRemedies || before === undefined) return
        for (const remedy of otherRemedies(before, after)) touched.set(remedy, (touched.get(remedy) ?? 0) + 1)
      },
    })
    tally.pass(columns.tickets.length)
    tickets += read
    await onProgress(tickets)
  }
  const remedies = [...touched].map(([remedy, count]) => ({ remedy, touched: count }))
  return { tickets, lines: tally.result(), remedies, changes: tally.changes }
}

/** The versions that tickets are pinned to, by hash. */
function pinnedVersions(store: Store, workspace: string): Promise<ReadonlyMap<string, CompiledCharter>> {
  return transaction(store, { workspace }, async (tx) => {
    const pinned = await tx.db
      .selectFrom('ticket')
      .select('charter_hash')
      .distinct()
      .where('workspace_id', '=', workspace)
      .where('charter_hash', 'is not', null)
      .execute()
    const versions = new Map<string, CompiledCharter>()
    for (const { charter_hash: hash } of pinned) {
      const version = hash === null ? undefined : await versionOfHash(tx, hash)
      if (version !== undefined && hash !== null) versions.set(hash, version)
    }
    return versions
  })
}
