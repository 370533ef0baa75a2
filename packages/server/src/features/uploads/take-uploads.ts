import { FILE_LIMITS, type FileToSend, faultOfFile, faultOfFiles } from '@avow/contract'
import type { StoredBlob } from '../../blobs/index.ts'
import { attachmentName, mediaType } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { USABLE_MS } from './upload.ts'

/** A file under a name and of a type that can go out to anybody. */
export interface SafeFile {
  readonly blob: StoredBlob
  readonly name: string
  readonly type: string
  readonly isInline: false
}

/**
 * Takes uploads of this actor along: their rows go, in the transaction of the message that they belong to, so that each goes
 * along once. Throws `file-gone` for what is not there, is too old or is somebody else's, `file-refused` for what cannot go
 * along; `kept` is the text that was written with them.
 */
export async function takeUploads(
  { db, workspace, now }: Transaction,
  actor: string,
  files: readonly FileToSend[],
  kept: string,
): Promise<readonly SafeFile[]> {
  if (files.length === 0) return []
  const ids = files.map(({ upload }) => upload)
  if (new Set(ids).size < ids.length) throw refusal('file-refused', 'files', 'names a file twice', kept)
  const taken = await db
    .deleteFrom('upload')
    .where('workspace_id', '=', workspace)
    .where('actor', '=', actor)
    .where('id', 'in', ids)
    .where('made_at', '>=', new Date(now - USABLE_MS))
    .returning(['id', 'blob_key', 'sha256', 'size'])
    .execute()
  const found = files.map(({ upload, name, type }, index) => {
    const row = taken.find(({ id }) => id === upload)
    if (row === undefined)
      throw refusal('file-gone', `files.${index}.upload`, 'is not waiting here: upload it again', kept)
    const file = safeFile({ key: row.blob_key, sha256: row.sha256, size: row.size }, { name, type }, index + 1)
    const fault = faultOfFile({ name: file.name, size: row.size })
    if (fault !== undefined) throw refusal('file-refused', `files.${index}`, FAULTS[fault], kept)
    return file
  })
  const fault = faultOfFiles(found.map(({ blob }) => blob))
  if (fault !== undefined) throw refusal('file-refused', 'files', TOGETHER[fault], kept)
  return found
}

const FAULTS = {
  empty: 'has nothing in it',
  large: `has more than ${FILE_LIMITS.each} bytes`,
  kind: 'is of a kind that mail servers refuse',
} as const

const TOGETHER = {
  many: `are more than ${FILE_LIMITS.most}`,
  large: `have more than ${FILE_LIMITS.together} bytes together`,
} as const

/** A file under what is safe of its name: no path, nothing that turns or hides a part of it, not too long. `place` from 1. */
export function safeFile(
  blob: StoredBlob,
  { name, type }: { readonly name: string; readonly type: string },
  place: number,
): SafeFile {
  const known = mediaType(type)
  // Of a name without end the beginning and the ending are told.
  const short = name.length > 1_000 ? `${name.slice(0, 500)}${name.slice(-500)}`.toWellFormed() : name
  return { blob, name: attachmentName(short.replaceAll(HIDING, ''), known, place), type: known, isInline: false }
}

/** What is not seen, and so hides what a name is: a zero-width space in an ending. Joiners stay, which writing needs. */
const HIDING = /(?![\u200c\u200d])\p{Cf}/gu

function refusal(code: 'file-gone' | 'file-refused', path: string, message: string, kept: string): Refusal {
  return new Refusal(code, `“${path}” ${message}. Nothing was sent.`, { at: [{ path, message }], kept })
}
