import type { Transaction } from '../db/index.ts'
import type { StoredBlob } from './blob-store.ts'

/**
 * Writes the row that keeps a blob, and answers the key to name it by: where the workspace has equal bytes already, theirs,
 * and the new copy is left to the sweep. The blob must have been put before.
 */
export async function keepBlob({ db, workspace }: Transaction, { key, sha256, size }: StoredBlob): Promise<string> {
  await db
    .insertInto('blob')
    .values({ workspace_id: workspace, key, sha256, size })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'sha256', 'size']).doNothing())
    .execute()
  const kept = await db
    .selectFrom('blob')
    .select('key')
    .where('workspace_id', '=', workspace)
    .where('sha256', '=', sha256)
    .where('size', '=', size)
    .executeTakeFirstOrThrow()
  return kept.key
}
