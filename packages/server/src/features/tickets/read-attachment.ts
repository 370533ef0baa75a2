import type { BlobStore } from '../../blobs/index.ts'
import { type Store, transaction } from '../../db/index.ts'
import type { Bytes } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { fileNameOf } from './file-name.ts'

/**
 * What may say its own type: nothing of these runs in a browser. All else, SVG and HTML too, is a download of bytes.
 */
const SAFE_TYPES: ReadonlyMap<string, string> = new Map([
  ['image/png', 'image/png'],
  ['image/jpeg', 'image/jpeg'],
  ['image/gif', 'image/gif'],
  ['image/webp', 'image/webp'],
  ['text/plain', 'text/plain; charset=utf-8'],
])

/** The bytes of an attachment of a ticket, always as a download. Throws `not-found`. */
export async function readAttachment(
  store: Store,
  blobs: BlobStore,
  workspace: string,
  { number, attachment }: { readonly number: number; readonly attachment: string },
): Promise<Bytes> {
  const found = await transaction(store, { workspace }, ({ db }) =>
    db
      .selectFrom('attachment as f')
      .innerJoin('ticket as t', (join) =>
        join
          .on('t.workspace_id', '=', workspace)
          .onRef('t.workspace_id', '=', 'f.workspace_id')
          .onRef('t.id', '=', 'f.ticket_id'),
      )
      .select(['f.blob_key', 'f.name', 'f.type', 'f.size'])
      .where('f.workspace_id', '=', workspace)
      .where('f.id', '=', attachment)
      .where('t.number', '=', number)
      .executeTakeFirst(),
  )
  if (found === undefined) throw new Refusal('not-found', `The ticket ${number} has no such attachment.`)
  return openAttachment(blobs, workspace, found)
}

/** The same of an attachment whose ticket the caller has looked at: by its id alone. Undefined where there is none any more. */
export async function readAttachmentOfId(
  { store, blobs }: { readonly store: Store; readonly blobs: BlobStore },
  workspace: string,
  attachment: string,
): Promise<Bytes | undefined> {
  const found = await transaction(store, { workspace }, ({ db }) =>
    db
      .selectFrom('attachment')
      .select(['blob_key', 'name', 'type', 'size'])
      .where('workspace_id', '=', workspace)
      .where('id', '=', attachment)
      .executeTakeFirst(),
  )
  return found && openAttachment(blobs, workspace, found)
}

interface Found {
  readonly blob_key: string
  readonly name: string
  readonly type: string
  readonly size: number
}

async function openAttachment(
  blobs: BlobStore,
  workspace: string,
  { blob_key, name, type, size }: Found,
): Promise<Bytes> {
  const bare = type.split(';')[0]?.trim().toLowerCase() ?? ''
  return {
    type: SAFE_TYPES.get(bare) ?? 'application/octet-stream',
    body: await blobs.open(workspace, blob_key),
    fileName: fileNameOf(name),
    size,
  }
}
