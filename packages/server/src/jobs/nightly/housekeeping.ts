import type { Logger } from 'pino'
import { type BlobStore, sweepBlobs } from '../../blobs/index.ts'
import { type Store, transaction } from '../../db/index.ts'
import { forgetVisitors } from '../../features/opinions/index.ts'
import { forgetUploads } from '../../features/uploads/index.ts'
import { forgetAnswers } from '../../http/index.ts'

export interface HousekeepingOptions {
  readonly store: Store
  readonly blobs: BlobStore
  readonly log: Logger
  /** The process clock, UTC ms: blobs carry the time of this machine's disk. */
  readonly clock: () => number
}

const EVERY = 6 * 3_600_000

/** Removes what has served its time, four times a day: blobs without a row, uploads that nobody sent, kept answers, links that have expired, who said what on the public page. */
export function startHousekeeping(options: HousekeepingOptions): { stop(): Promise<void> } {
  const { store, log } = options
  let running: Promise<void> = Promise.resolve()
  const tidy = async (): Promise<void> => {
    const workspaces = await store.control.selectFrom('control.workspace').select('id').execute()
    for (const { id } of workspaces) log.info({ workspace: id, ...(await tidyWorkspace(options, id)) }, 'tidied')
  }
  const timer = setInterval(() => {
    running = running.then(tidy).catch((error: unknown) => log.error({ error }, 'tidying failed'))
  }, EVERY)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return running
    },
  }
}

/** Answers how many of each were removed. */
export async function tidyWorkspace(
  { store, blobs, clock }: HousekeepingOptions,
  workspace: string,
): Promise<{
  readonly blobs: number
  readonly answers: number
  readonly links: number
  readonly visitors: number
  readonly uploads: number
}> {
  return {
    uploads: await forgetUploads(store, workspace),
    blobs: await sweepBlobs(store, blobs, workspace, clock()),
    answers: await forgetAnswers(store, workspace),
    links: await forgetLinks(store, workspace),
    visitors: await forgetVisitors(store, workspace),
  }
}

function forgetLinks(store: Store, workspace: string): Promise<number> {
  return transaction(store, { workspace }, async ({ db, now }) => {
    const { numDeletedRows } = await db
      .deleteFrom('access_link')
      .where('workspace_id', '=', workspace)
      .where('expires_at', '<', new Date(now))
      .executeTakeFirst()
    return Number(numDeletedRows)
  })
}
