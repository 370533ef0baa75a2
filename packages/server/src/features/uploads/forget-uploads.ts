import { type Store, transaction } from '../../db/index.ts'
import { USABLE_MS } from './upload.ts'

/** Forgets uploads that no message took along in time; their bytes are swept. Answers how many. */
export function forgetUploads(store: Store, workspace: string): Promise<number> {
  return transaction(store, { workspace }, async ({ db, now }) => {
    const { numDeletedRows } = await db
      .deleteFrom('upload')
      .where('workspace_id', '=', workspace)
      .where('made_at', '<', new Date(now - USABLE_MS))
      .executeTakeFirst()
    return Number(numDeletedRows)
  })
}
