import type { CompiledCharter } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { versionInForce, versionOfHash } from '../../features/charters/index.ts'
import { type ClosedFigure, closedFigures, type PromiseFigures, publicFigures } from '../../features/figures/index.ts'
import { type PublicPromise, publicPromises } from './public-charter.ts'

/** A published version, by number; in force [from, until), UTC ms. */
export interface PublishedVersion {
  readonly version: number
  readonly hash: string
  readonly from: number
  /** Infinity where no later one is published. */
  readonly until: number
  /** There was one approver only. */
  readonly byOne: boolean
}

/** A version as everybody may read it. */
export interface CharterView {
  readonly charter: CompiledCharter
  readonly published: PublishedVersion
  readonly isInForce: boolean
  readonly promises: readonly PublicPromise[]
  /** Of the version in force alone; empty for others. */
  readonly figures: PromiseFigures
  /** Of the same: the last closed periods, by id of the promise. */
  readonly closed: ReadonlyMap<string, readonly ClosedFigure[]>
  /** The newest first. */
  readonly versions: readonly PublishedVersion[]
  readonly now: number
}

/** The version of a number, or the one in force now. Undefined where there is none. */
export async function readCharterView(tx: Transaction, number?: number): Promise<CharterView | undefined> {
  const { now } = tx
  const versions = await readVersions(tx)
  const inForce = await versionInForce(tx, now)
  const published = versions.find(({ version }) => version === (number ?? inForce?.version))
  const charter = published && (await versionOfHash(tx, published.hash))
  if (published === undefined || charter === undefined) return undefined
  const promises = publicPromises(charter)
  const isInForce = published.hash === inForce?.hash && published.version === inForce.version
  const figures = isInForce
    ? await publicFigures(
        tx,
        charter,
        now,
        promises.map(({ promise }) => promise.id),
      )
    : new Map()
  const closed = isInForce
    ? await closedFigures(
        tx,
        promises.map(({ promise }) => promise.id),
      )
    : new Map()
  return { charter, published, isInForce, promises, figures, closed, versions, now }
}

/** All versions, the one that takes effect last first. */
export async function readVersions(tx: Transaction): Promise<readonly PublishedVersion[]> {
  const rows = await tx.db
    .selectFrom('charter_version')
    .select(['version', 'hash', 'effective', 'ends', 'by_one'])
    .where('workspace_id', '=', tx.workspace)
    .orderBy('effective', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ version, hash, effective, ends, by_one: byOne }, index) => {
    const next = rows[index - 1]?.effective.getTime() ?? Number.POSITIVE_INFINITY
    return { version, hash, byOne, from: effective.getTime(), until: Math.min(next, ends?.getTime() ?? next) }
  })
}
