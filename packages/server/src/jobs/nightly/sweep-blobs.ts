import type { Logger } from 'pino'
import { type BlobStore, sweepBlobs } from '../../blobs/index.ts'
import type { Store } from '../../db/index.ts'

export interface BlobSweepOptions {
  readonly store: Store
  readonly blobs: BlobStore
  readonly log: Logger
  /** The process clock, UTC ms: blobs carry the time of this machine's disk. */
  readonly clock: () => number
}

const EVERY = 6 * 3_600_000

/** Removes blobs that no row has named for a day, four times a day. */
export function startBlobSweep({ store, blobs, log, clock }: BlobSweepOptions): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const sweep = async (): Promise<void> => {
    const workspaces = await store.control.selectFrom('control.workspace').select('id').execute()
    for (const { id } of workspaces) {
      const deleted = await sweepBlobs(store, blobs, id, clock())
      if (deleted > 0) log.info({ deleted, workspace: id }, 'blobs without a row were removed')
    }
  }
  const timer = setInterval(() => {
    running = running.then(sweep).catch((error: unknown) => log.error({ error }, 'the sweep of blobs failed'))
  }, EVERY)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return running
    },
  }
}
