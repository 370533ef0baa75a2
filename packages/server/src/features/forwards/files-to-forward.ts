import { type Entry, FILE_LIMITS, faultOfFile, faultOfFiles } from '@avow/contract'
import { BlobMissing, type BlobStore } from '../../blobs/index.ts'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { type SafeFile, safeFile } from '../uploads/index.ts'

interface FilesWanted {
  /** Those that are forwarded: no file of another goes along. */
  readonly messages: readonly Entry[]
  /** Ids of attachments of theirs. */
  readonly files: readonly string[]
  /** What was written, which a refusal keeps. */
  readonly kept: string
}

/**
 * The files that go along with what is forwarded, in the order named, under names that can go out. Throws `not-forwarded`
 * for a file of no message that is forwarded, `file-refused` for what mail servers refuse, and `file-gone` where its bytes are lost.
 */
export async function filesToForward(
  { db, workspace }: Transaction,
  blobs: BlobStore,
  { messages, files, kept }: FilesWanted,
): Promise<readonly SafeFile[]> {
  if (files.length === 0) return []
  const refusal = (code: 'not-forwarded' | 'file-refused' | 'file-gone', path: string, why: string) =>
    new Refusal(code, `“${path}” ${why}. Nothing was sent.`, { at: [{ path, message: why }], kept })
  if (new Set(files).size < files.length) throw refusal('file-refused', 'files', 'names a file twice')
  const theirs = new Set(messages.flatMap(({ attachments }) => attachments.map(({ id }) => id)))
  const stranger = files.findIndex((file) => !theirs.has(file))
  if (stranger >= 0) throw refusal('not-forwarded', `files.${stranger}`, 'is of no message that is forwarded')
  const rows = await db
    .selectFrom('attachment as f')
    .innerJoin('blob as b', (join) =>
      join
        .on('b.workspace_id', '=', workspace)
        .onRef('b.workspace_id', '=', 'f.workspace_id')
        .onRef('b.key', '=', 'f.blob_key'),
    )
    .select(['f.id', 'f.name', 'f.type', 'b.key', 'b.sha256', 'b.size'])
    .where('f.workspace_id', '=', workspace)
    .where('f.id', 'in', files)
    .execute()
  const found: SafeFile[] = []
  for (const [index, id] of files.entries()) {
    const row = rows.find((each) => each.id === id)
    const path = `files.${index}`
    if (row === undefined || !(await isThere(blobs, workspace, row.key))) throw refusal('file-gone', path, 'is lost')
    const { key, sha256, size, name, type } = row
    const file = safeFile({ key, sha256, size }, { name, type }, index + 1)
    // How large one may be is a matter of uploading, which it was not.
    if (faultOfFile({ name: file.name, size: 1 }) === 'kind')
      throw refusal('file-refused', path, 'is of a kind that mail servers refuse')
    found.push(file)
  }
  if (faultOfFiles(found.map(({ blob }) => blob)) !== undefined)
    throw refusal(
      'file-refused',
      'files',
      `are more than ${FILE_LIMITS.most}, or ${FILE_LIMITS.together} bytes together`,
    )
  return found
}

/** Are its bytes there? They are read when the mail leaves. Other errors than that pass. */
async function isThere(blobs: BlobStore, workspace: string, key: string): Promise<boolean> {
  try {
    const source = await blobs.open(workspace, key)
    source.destroy()
    return true
  } catch (error) {
    if (error instanceof BlobMissing) return false
    throw error
  }
}
