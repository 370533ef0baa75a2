import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { looksLikeField } from './separator-line.ts'

/** A file of an archive: one mail, or many one after the other. */
export interface ArchiveFile {
  readonly path: string
  readonly kind: 'mail' | 'mbox'
  /** Bytes. */
  readonly size: number
  /** When the file was written, or in a Maildir the mail delivered, UTC ms. */
  readonly at: number
}

/** A file in which no mail was found, where it was not named itself. */
export interface OtherFile {
  readonly path: string
  readonly kind: 'other'
}

/** As delivery agents name the files of a Maildir: the second first. */
const DELIVERED = /^(\d{9,10})\./u
const FIRST_BYTES = 1_024

/**
 * The mails and mboxes at a path: a file, a Maildir, or a folder with any of them at any depth, in the order of their names,
 * which in a Maildir is that of their delivery. Links inside of folders are not followed, and what a Maildir has not yet
 * delivered (`tmp`) is left. Throws what the file system says.
 */
export async function* archiveFiles(path: string): AsyncGenerator<ArchiveFile | OtherFile> {
  const found = await stat(path)
  if (!found.isDirectory()) {
    yield await fileAt(path)
    return
  }
  const entries = await readdir(path, { withFileTypes: true })
  const isMaildir = entries.some((entry) => entry.name === 'cur' && entry.isDirectory())
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const within = join(path, entry.name)
    if (entry.isDirectory()) {
      if (!(isMaildir && entry.name === 'tmp')) yield* archiveFiles(within)
    } else if (entry.isFile()) yield await fileAt(within)
  }
}

async function fileAt(path: string): Promise<ArchiveFile | OtherFile> {
  const file = await open(path)
  try {
    const { size, mtimeMs } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(FIRST_BYTES), 0, FIRST_BYTES, 0)
    const name = basename(path)
    const delivered = DELIVERED.exec(name)?.[1]
    const begins = buffer.toString('latin1', 0, bytesRead)
    const kind = kindOf(name, begins, delivered !== undefined)
    if (kind === 'other') return { path, kind }
    return { path, kind, size, at: delivered === undefined ? Math.floor(mtimeMs) : Number(delivered) * 1000 }
  } finally {
    await file.close()
  }
}

function kindOf(name: string, begins: string, isDelivered: boolean): 'mail' | 'mbox' | 'other' {
  const isMail = isDelivered || /\.eml$/iu.test(name)
  if (!isMail && /^(?:\r?\n)*From /u.test(begins)) return 'mbox'
  return isMail || looksLikeField(begins.split(/\r?\n/u, 1)[0] ?? '') ? 'mail' : 'other'
}
