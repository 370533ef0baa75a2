import { createHash, type Hash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { BackupError, type Manifest, manifest } from './manifest.ts'
import { readBackup } from './read-backup.ts'

/** Reads a backup to its end and compares it with its manifest. Throws BackupError where it is not whole. */
export async function verifyBackup(file: string): Promise<Manifest> {
  const tables = new Map<string, { rows: number; readonly hash: Hash }>()
  let found: Manifest | undefined
  let blobs = 0
  let bytes = 0
  const blobHash = createHash('sha256')
  let hasKeys = false
  await readBackup(file, async (name, entry) => {
    if (found !== undefined) throw new BackupError(`${file} goes on behind its manifest.`)
    if (name.kind === 'manifest') {
      const read = manifest.safeParse(JSON.parse((await buffer(entry)).toString('utf8')))
      if (!read.success) throw new BackupError(`${file} has a manifest that this version does not read.`)
      found = read.data
    } else if (name.kind === 'rows') {
      const key = partKey(name)
      const table = tables.get(key) ?? { rows: 0, hash: createHash('sha256') }
      tables.set(key, table)
      for await (const chunk of entry) {
        // An async iterator of a stream gives what it reads, whose type it does not know.
        const part = chunk as Buffer
        table.hash.update(part)
        table.rows += linesIn(part)
      }
    } else if (name.kind === 'blob') {
      blobs += 1
      for await (const chunk of entry) {
        const part = chunk as Buffer
        blobHash.update(part)
        bytes += part.length
      }
    } else {
      hasKeys = true
      await buffer(entry)
    }
  })
  if (found === undefined) throw new BackupError(`${file} is cut short: it has no manifest. Take another backup.`)
  const empty = createHash('sha256').digest('hex')
  const wrong = found.parts.find((part) => {
    const table = tables.get(partKey(part))
    tables.delete(partKey(part))
    return part.rows !== (table?.rows ?? 0) || part.sha256 !== (table?.hash.digest('hex') ?? empty)
  })
  if (wrong !== undefined || tables.size > 0)
    throw new BackupError(
      `${file} is damaged: the rows of ${wrong?.table ?? [...tables.keys()][0]} are not as its manifest says.`,
    )
  const same =
    blobs === found.blobs.count && bytes === found.blobs.bytes && blobHash.digest('hex') === found.blobs.sha256
  if (!same || hasKeys !== found.hasKeys)
    throw new BackupError(`${file} is damaged: its attachments are not as its manifest says.`)
  return found
}

export function partKey({
  table,
  workspace,
}: {
  readonly table: string
  readonly workspace?: string | undefined
}): string {
  return `${workspace ?? 'control'} ${table}`
}

function linesIn(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1
  return lines
}
