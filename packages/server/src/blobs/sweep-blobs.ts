import { type Store, transaction } from '../db/index.ts'
import type { BlobStore } from './blob-store.ts'

const BATCH = 500
/** A row follows its blob within one request; what has none after a day never will. */
const DAY = 86_400_000

/** Deletes a workspace's blobs that no row names and that were finished 24 h before `now` (UTC ms). Answers how many. */
export async function sweepBlobs(store: Store, blobs: BlobStore, workspace: string, now: number): Promise<number> {
  let deleted = 0
  let batch: string[] = []
  const sweep = async (): Promise<void> => {
    if (batch.length === 0) return
    const named = await transaction(store, { workspace }, ({ db }) =>
      db.selectFrom('blob').select('key').where('workspace_id', '=', workspace).where('key', 'in', batch).execute(),
    )
    const kept = new Set(named.map(({ key }) => key))
    for (const key of batch.filter((each) => !kept.has(each))) {
      await blobs.delete(workspace, key)
      deleted += 1
    }
    batch = []
  }
  for await (const { key, writtenAt } of blobs.list(workspace)) {
    if (writtenAt >= now - DAY) continue
    batch.push(key)
    if (batch.length === BATCH) await sweep()
  }
  await sweep()
  return deleted
}
