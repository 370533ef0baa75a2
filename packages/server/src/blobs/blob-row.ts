import type { Transaction } from '../db/index.ts'
import type { StoredBlob } from './blob-store.ts'

/**
 * Writes the row that keeps a blob, and answers the key to name it by: where the workspace has equal bytes already, theirs,
 * and the new copy is left to the sweep. The blob must have been put before.
 */
export async function keepBlob(tx: Transaction, blob: StoredBlob): Promise<string> {
  const [key] = await keepBlobs(tx, [blob])
  if (key === undefined) throw new Error('a blob was not kept')
  return key
}

/** The same for several, in two statements however many; answers their keys in their order. */
export async function keepBlobs(
  { ask, workspace }: Transaction,
  blobs: readonly StoredBlob[],
): Promise<readonly string[]> {
  if (blobs.length === 0) return []
  const rows = JSON.stringify(blobs.map(({ key, sha256, size }) => ({ key, sha256: sha256.toString('hex'), size })))
  // Those that come at the same time take the rows in one order.
  await ask`
    insert into blob ("workspace_id", key, sha256, size)
    select ${workspace}, n.key, decode(n.sha256, 'hex'), n.size
      from jsonb_to_recordset(${rows}::jsonb) as n (key uuid, sha256 text, size bigint) order by n.sha256, n.size
    on conflict ("workspace_id", sha256, size) do nothing`
  const kept = await ask<{ key: string; sha256: Buffer; size: number }>`
    select b.key, b.sha256, b.size from jsonb_to_recordset(${rows}::jsonb) as n (sha256 text, size bigint)
      join blob b on b."workspace_id" = ${workspace} and b.sha256 = decode(n.sha256, 'hex') and b.size = n.size`
  const keys = new Map(kept.map(({ key, sha256, size }) => [nameOf({ sha256, size }), key]))
  return blobs.map((blob) => {
    const key = keys.get(nameOf(blob))
    if (key === undefined) throw new Error('a blob was not kept')
    return key
  })
}

function nameOf({ sha256, size }: Pick<StoredBlob, 'sha256' | 'size'>): string {
  return `${sha256.toString('hex')} ${size}`
}
