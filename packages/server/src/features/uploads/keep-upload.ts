import type { Readable } from 'node:stream'
import type { BlobStore, StoredBlob } from '../../blobs/index.ts'
import { type Store, type Transaction, transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { counted } from './counted.ts'
import { MOST_WAITING } from './upload.ts'

/** Steps at which a process may be lost: the bytes are on the disk, and a row says whose they are. */
export const UPLOAD_STEPS = ['stored', 'noted'] as const

export interface Uploading {
  readonly store: Store
  readonly blobs: BlobStore
  readonly workspace: string
  /** Who uploads. */
  readonly actor: string
  readonly id: string
  /** Hears of each step that it reaches, before the next is begun. Faults are tried here. */
  readonly onStep?: (step: (typeof UPLOAD_STEPS)[number]) => void
}

/**
 * Keeps the bytes of a file until a message of the uploader takes it along, or a day is over. Answers how many there were. The
 * same bytes under the same id are one upload. Throws `body-too-large`, `file-refused` (nothing in it, or too much waits),
 * `key-reused` (the id names other bytes).
 */
export async function keepUpload(uploading: Uploading, source: Readable): Promise<number> {
  const { store, blobs, workspace, onStep = () => undefined } = uploading
  await transaction(store, { workspace }, (tx) => refuseFull(tx, uploading))
  const stored = await blobs.put(workspace, counted(source))
  onStep('stored')
  try {
    if (stored.size === 0) throw new Refusal('file-refused', 'The file has nothing in it.')
    const isNew = await transaction(store, { workspace }, (tx) => note(tx, uploading, stored))
    if (!isNew) await blobs.delete(workspace, stored.key)
  } catch (error) {
    // After any other error the row may be there all the same; bytes without one are swept.
    if (error instanceof Refusal) await blobs.delete(workspace, stored.key)
    throw error
  }
  onStep('noted')
  return stored.size
}

async function refuseFull({ db, workspace }: Transaction, { actor, id }: Uploading): Promise<void> {
  const { waiting } = await db
    .selectFrom('upload')
    .select(({ fn }) => fn.sum<string | null>('size').as('waiting'))
    .where('workspace_id', '=', workspace)
    .where('actor', '=', actor)
    .where('id', '!=', id)
    .executeTakeFirstOrThrow()
  if (Number(waiting) < MOST_WAITING) return
  throw new Refusal('file-refused', 'Too many files that you uploaded wait to be sent. Send or drop some first.')
}

/** False where the same bytes are kept under this id already. */
async function note(
  { db, workspace, now }: Transaction,
  { actor, id }: Uploading,
  { key, sha256, size }: StoredBlob,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('upload')
    .values({ workspace_id: workspace, id, actor, blob_key: key, sha256, size, made_at: new Date(now) })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return true
  const first = await db
    .selectFrom('upload')
    .select(['actor', 'sha256', 'size'])
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  if (first?.actor === actor && first.size === size && first.sha256.equals(sha256)) return false
  throw new Refusal('key-reused', 'This id names another file. Make a new id for each file.')
}
