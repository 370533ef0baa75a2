import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { BackupError } from './manifest.ts'

/** What one entry of a backup is, by its name. Names that a backup never has are refused: nothing of it becomes a path. */
export type EntryName =
  | { readonly kind: 'rows'; readonly table: string; readonly workspace: string | undefined }
  | { readonly kind: 'blob'; readonly workspace: string; readonly key: string }
  | { readonly kind: 'secret' }
  | { readonly kind: 'manifest' }

const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'
const ROWS = new RegExp(`^tables/(control|${UUID})/((?:control\\.)?[A-Za-z_]+)/\\d{6}$`)
const BLOB = new RegExp(`^blobs/(${UUID})/(${UUID})$`)

/** Goes through a backup entry by entry, in their order. `take` must read each entry to its end. */
export async function readBackup(
  file: string,
  take: (name: EntryName, entry: Readable) => Promise<void>,
): Promise<void> {
  const entries = extract()
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  unpacked.on('error', (error) => entries.destroy(error))
  source.pipe(unpacked).pipe(entries)
  try {
    for await (const entry of entries)
      await take(nameOf(entry.header.name), Readable.from(entry, { objectMode: false }))
  } catch (error) {
    if (error instanceof BackupError || !isBrokenArchive(error)) throw error
    throw new BackupError(`${file} is no backup, or it is cut short: ${error.message}. Take another one.`)
  }
}

function nameOf(name: string): EntryName {
  if (name === 'manifest.json') return { kind: 'manifest' }
  if (name === 'secret') return { kind: 'secret' }
  const rows = ROWS.exec(name)
  if (rows !== null)
    return { kind: 'rows', table: rows[2] ?? '', workspace: rows[1] === 'control' ? undefined : rows[1] }
  const blob = BLOB.exec(name)
  if (blob !== null) return { kind: 'blob', workspace: blob[1] ?? '', key: blob[2] ?? '' }
  throw new BackupError(`the backup has an entry “${name}”, which no backup of ours has`)
}

function isBrokenArchive(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return code.startsWith('Z_') || /tar|Unexpected end|unexpected end/.test(error.message)
}
