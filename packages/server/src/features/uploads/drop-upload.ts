import type { BlobStore } from '../../blobs/index.ts'
import { type Store, transaction } from '../../db/index.ts'

/** Drops an upload of this actor with its bytes. One that is not there, or is somebody else's, is no error: nothing happens. */
export async function dropUpload(
  { store, blobs }: { readonly store: Store; readonly blobs: BlobStore },
  { workspace, actor, id }: { readonly workspace: string; readonly actor: string; readonly id: string },
): Promise<void> {
  const dropped = await transaction(store, { workspace }, ({ db }) =>
    db
      .deleteFrom('upload')
      .where('workspace_id', '=', workspace)
      .where('id', '=', id)
      .where('actor', '=', actor)
      .returning('blob_key')
      .executeTakeFirst(),
  )
  // Only once nobody can take it along any more.
  if (dropped !== undefined) await blobs.delete(workspace, dropped.blob_key)
}
