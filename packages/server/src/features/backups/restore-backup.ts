import { existsSync, mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Client, type ClientConfig } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { BlobStore } from '../../blobs/index.ts'
import { migrate, readMigrations } from '../../db/index.ts'
import { BackupError, type Manifest } from './manifest.ts'
import { quietRestored } from './quiet-restored.ts'
import { readBackup } from './read-backup.ts'
import { backedUpTables, quoted } from './tables.ts'
import { partKey, verifyBackup } from './verify-backup.ts'

export interface RestoreTarget {
  /** As the owner of the tables, in a database without any. */
  readonly owner: ClientConfig
  readonly blobs: BlobStore
  readonly secretFile: string
}

/**
 * Brings a backup back into an empty installation: all of it, or nothing but blobs that no row names. Nothing that waited
 * to be sent is sent, no step that was due meanwhile is taken, everybody signs in anew. An older schema is brought up to
 * date afterwards. Throws BackupError.
 */
export async function restoreBackup(target: RestoreTarget, file: string): Promise<Manifest> {
  const manifest = await verifyBackup(file)
  const migrations = readMigrations()
  if (manifest.schema > migrations.length)
    throw new BackupError(
      `${file} was made by a newer version (schema ${manifest.schema}; this version knows ${migrations.length}): restore it with that version.`,
    )
  const client = new Client(target.owner)
  await client.connect()
  try {
    await migrate(client, migrations.slice(0, manifest.schema))
    await refuseFilled(client)
    await client.query('begin')
    const tables = (await backedUpTables(client)).map(({ name, isTenants }) => ({
      name: quoted(client, name),
      isTenants,
    }))
    const tenants = tables.filter(({ isTenants }) => isTenants).map(({ name }) => name)
    // COPY does not go through row-level security; the owner is held by it only while it is forced.
    for (const table of tenants) await client.query(`alter table ${table} no force row level security`)
    await fill(client, target, manifest, file)
    await quietRestored(client)
    for (const table of tenants) await client.query(`alter table ${table} force row level security`)
    await client.query('commit')
    await migrate(client, migrations)
    return manifest
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

async function refuseFilled(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from control.workspace limit 1')
  if (rowCount !== 0)
    throw new BackupError(
      'There is a desk here already. Restore into an empty folder (AVOW_DATA) or an empty database.',
    )
}

async function fill(
  client: Client,
  { blobs, secretFile }: RestoreTarget,
  manifest: Manifest,
  file: string,
): Promise<void> {
  const parts = new Map(manifest.parts.map((part) => [partKey(part), part]))
  await readBackup(file, async (name, entry) => {
    if (name.kind === 'rows') {
      const part = parts.get(partKey(name))
      if (part === undefined) throw new BackupError(`the manifest does not know the table ${name.table}`)
      const columns = part.columns.map((column) => client.escapeIdentifier(column)).join(', ')
      await pipeline(entry, client.query(copyFrom(`copy ${quoted(client, name.table)} (${columns}) from stdin`)))
    } else if (name.kind === 'blob') {
      await blobs.put(name.workspace, entry, name.key)
    } else if (name.kind === 'secret') {
      const chunks: Buffer[] = []
      for await (const chunk of entry) chunks.push(chunk as Buffer)
      if (existsSync(secretFile))
        throw new BackupError(`${secretFile} is there already; move it away to take the backup's keys.`)
      mkdirSync(dirname(secretFile), { recursive: true, mode: 0o700 })
      await writeFile(secretFile, Buffer.concat(chunks), { mode: 0o600, flag: 'wx' })
    } else {
      entry.resume()
      await new Promise((resolve) => entry.once('end', resolve))
    }
  })
}
