import { buffer } from 'node:stream/consumers'
import type { BlobStore } from '../../blobs/index.ts'
import type { MailRow } from '../../channels/email/index.ts'

/** The bytes of a mail as they came. Rejects where they cannot be had. */
export async function rawMail(
  blobs: BlobStore,
  { workspace, blobKey }: Pick<MailRow, 'workspace' | 'blobKey'>,
): Promise<Uint8Array<ArrayBuffer>> {
  return buffer(await blobs.open(workspace, blobKey))
}
