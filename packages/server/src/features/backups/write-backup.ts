import { createHash, type Hash } from 'node:crypto'
import { createWriteStream, readFileSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client, type ClientConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Pack, pack } from 'tar-stream'
import type { BlobStore } from '../../blobs/index.ts'
import { isUuid } from '../../db/index.ts'
import { MANIFEST, type Manifest, type Part, SECRET } from './manifest.ts'
import { backedUpTables, quoted } from './tables.ts'
import { verifyBackup } from './verify-backup.ts'

export interface BackupSource {
  /** As the role of the server or the owner of the tables. */
  readonly connection: ClientConfig
  readonly blobs: BlobStore
  /** The file of keys, where it shall be in the backup. Whoever has it can forge links and mail tokens. */
  readonly secretFile?: string
}

/** Rows are kept together up to this size, so that memory stays flat however large a table is. */
const PART_BYTES = 8 * 1024 * 1024

/**
 * Writes the whole installation into one file while it runs: the tables from one repeatable-read snapshot, then the blobs
 * that its rows name, then a manifest with counts and hashes. The file appears under its name only once it was read again
 * and found whole.
 */
export async function writeBackup(source: BackupSource, file: string): Promise<Manifest> {
  const unfinished = `${file}.unfinished`
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const client = new Client(source.connection)
  await client.connect()
  try {
    const tar = pack()
    const out = createWriteStream(unfinished, { mode: 0o600 })
    const written = finished(tar.pipe(createGzip({ level: 1 })).pipe(out))
    // An error in the stream ends the work below at its next entry; it is told from here.
    written.catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))))
    const manifest = await fill(source, client, tar)
    await written
    const handle = await open(unfinished)
    await handle.sync().finally(() => handle.close())
    await verifyBackup(unfinished)
    await rename(unfinished, file)
    return manifest
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function fill({ blobs, secretFile }: BackupSource, client: Client, tar: Pack): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only')
  const { rows: told } = await client.query<{ at: Date; schema: number }>(
    'select now() as at, (select max(number) from control.migration) as schema',
  )
  const { rows: workspaces } = await client.query<{ id: string }>('select id from control.workspace order by id')
  const parts: Part[] = []
  const kept: { readonly workspace: string; readonly key: string; readonly size: number }[] = []
  const tables = await backedUpTables(client)
  for (const { name, columns } of tables.filter(({ isTenants }) => !isTenants)) {
    parts.push(await copyRows(client, tar, { table: name, columns }))
  }
  for (const { id } of workspaces) {
    // SET takes no parameters; what goes into its text is looked at first.
    if (!isUuid(id)) throw new TypeError(`“${id}” is not the id of a workspace`)
    await client.query(`set local avow.workspace = '${id}'`)
    for (const { name, columns } of tables.filter(({ isTenants }) => isTenants))
      parts.push(await copyRows(client, tar, { table: name, columns, workspace: id }))
    const { rows } = await client.query<{ key: string; size: number }>(
      'select key, size::float8 as size from blob where workspace_id = $1',
      [id],
    )
    for (const { key, size } of rows) kept.push({ workspace: id, key, size })
  }
  await client.query('commit')
  let bytes = 0
  const hash = createHash('sha256')
  for (const { workspace, key, size } of kept) {
    const entry = tar.entry({ name: `blobs/${workspace}/${key}`, size })
    await pipeline(await blobs.open(workspace, key), hashing(hash), entry)
    bytes += size
  }
  if (secretFile !== undefined) tar.entry({ name: SECRET }, readFileSync(secretFile))
  const manifest: Manifest = {
    avow: 'backup 1',
    schema: told[0]?.schema ?? 0,
    at: (told[0]?.at ?? new Date(0)).toISOString(),
    parts,
    blobs: { count: kept.length, bytes, sha256: hash.digest('hex') },
    hasKeys: secretFile !== undefined,
  }
  tar.entry({ name: MANIFEST }, JSON.stringify(manifest))
  tar.finalize()
  return manifest
}

/** Passes bytes on, and into a hash. */
function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
}

async function copyRows(client: Client, tar: Pack, part: Pick<Part, 'table' | 'columns' | 'workspace'>): Promise<Part> {
  const { table, columns, workspace } = part
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const of = workspace === undefined ? '' : ` where workspace_id = '${workspace}'`
  const stream = client.query(copyTo(`copy (select ${names} from ${quoted(client, table)}${of}) to stdout`))
  const hash = createHash('sha256')
  let rows = 0
  let number = 0
  let waiting: Buffer[] = []
  let size = 0
  const write = async (): Promise<void> => {
    if (size === 0) return
    const bytes = Buffer.concat(waiting)
    // A row ends with a line feed, and one inside a value is written as two characters.
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows += 1
    hash.update(bytes)
    number += 1
    const name = `tables/${workspace ?? 'control'}/${table}/${String(number).padStart(6, '0')}`
    await new Promise<void>((resolve, reject) => {
      tar.entry({ name }, bytes, (error) => (error ? reject(error) : resolve()))
    })
    waiting = []
    size = 0
  }
  for await (const chunk of stream) {
    // An async iterator of a stream gives what it reads, whose type it does not know.
    const bytes = chunk as Buffer
    const end = size + bytes.length > PART_BYTES ? bytes.lastIndexOf(10) + 1 : 0
    if (end > 0) {
      waiting.push(bytes.subarray(0, end))
      size += end
      await write()
    }
    waiting.push(bytes.subarray(end))
    size += bytes.length - end
  }
  await write()
  return { table, columns, rows, sha256: hash.digest('hex'), ...(workspace === undefined ? {} : { workspace }) }
}
