import { createHash } from 'node:crypto'
import { BlobMissing, type BlobStore } from '../../blobs/index.ts'
import { MailRefused, type OutgoingAttachment } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { OutgoingMail } from './outgoing-mail.ts'

/** A file that goes along with a mail; undefined where its row is gone, as when somebody was erased. */
export type FileOfMail = StoredFile | undefined

interface StoredFile {
  readonly name: string
  readonly type: string
  readonly blob_key: string
  readonly sha256: Buffer
  readonly size: number
}

/** What a mail of this ticket takes along, in its order. */
export async function filesOf(
  { db, workspace }: Transaction,
  { files = [] }: OutgoingMail,
  ticket: string | null,
): Promise<readonly FileOfMail[]> {
  if (files.length === 0) return []
  const found = await db
    .selectFrom('attachment as f')
    .innerJoin('blob as b', (join) =>
      join
        .on('b.workspace_id', '=', workspace)
        .onRef('b.workspace_id', '=', 'f.workspace_id')
        .onRef('b.key', '=', 'f.blob_key'),
    )
    .select(['f.id', 'f.name', 'f.type', 'f.blob_key', 'b.sha256', 'b.size'])
    .where('f.workspace_id', '=', workspace)
    .where('f.ticket_id', '=', ticket)
    .where('f.id', 'in', files)
    .execute()
  return files.map((file) => found.find(({ id }) => id === file))
}

/** Their bytes. Throws MailRefused where one is lost, or is not what was attached; other errors may pass. */
export async function readFiles(
  blobs: BlobStore,
  workspace: string,
  files: readonly FileOfMail[],
): Promise<readonly OutgoingAttachment[]> {
  const read: OutgoingAttachment[] = []
  for (const [index, file] of files.entries()) {
    const lost = new MailRefused(
      'attachment-lost',
      `file ${index + 1} of ${files.length} is lost: the mail was not sent`,
    )
    if (file === undefined) throw lost
    const bytes = await bytesOf(blobs, workspace, file).catch((error: unknown) => {
      throw error instanceof BlobMissing ? lost : error
    })
    if (bytes === undefined) throw lost
    read.push({ name: file.name, type: file.type, bytes })
  }
  return read
}

/** Undefined where they are not the bytes that were kept. */
async function bytesOf(
  blobs: BlobStore,
  workspace: string,
  { blob_key, sha256, size }: StoredFile,
): Promise<Buffer | undefined> {
  const hash = createHash('sha256')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of await blobs.open(workspace, blob_key)) {
    const bytes: Buffer = chunk
    length += bytes.length
    if (length > size) return undefined
    hash.update(bytes)
    chunks.push(bytes)
  }
  return length === size && hash.digest().equals(sha256) ? Buffer.concat(chunks, length) : undefined
}
