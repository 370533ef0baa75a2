import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { folderBlobs, keepBlob } from '../../blobs/index.ts'
import { openTicket, transaction } from '../../db/index.ts'
import { BackupError, restoreBackup, verifyBackup, writeBackup } from './index.ts'

let database: TestDatabase
let workspace: string
let folder: string
let file: string

beforeAll(async () => {
  database = await openTestDatabase()
  workspace = await database.makeWorkspace('kept')
  await database.makeWorkspace('beside')
})
afterAll(() => database.drop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'avow-backup-'))
  file = join(folder, 'backups', 'avow.tar.gz')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = async (text: string): Promise<string> => {
  const blobs = folderBlobs(join(folder, 'blobs'))
  const person = randomUUID()
  const blob = await blobs.put(workspace, [Buffer.from(text)])
  return transaction(database.store, { workspace }, async (opened) => {
    const content = [{ part: 'text', person, value: `${text}\n\t\\ “quoted” \u{1f4e6}` }]
    const { ticket } = await openTicket(opened, { by: 'customer', person, content })
    await keepBlob(opened, blob)
    const row = { workspace_id: workspace, ticket_id: ticket, due: new Date(opened.now - 1000) }
    await opened.db
      .insertInto('outbox')
      .values({ ...row, id: opened.newId(), kind: 'mail', once: ticket, payload: '{}' })
      .execute()
    await opened.db
      .insertInto('upload')
      .values({
        workspace_id: workspace,
        id: opened.newId(),
        actor: 'user:x',
        blob_key: opened.newId(),
        sha256: blob.sha256,
        size: 1,
        made_at: new Date(opened.now),
      })
      .execute()
    await opened.db
      .insertInto('step')
      .values({ ...row, clause: 'E1', step: 1 })
      .execute()
    return ticket
  })
}

const source = () => ({ connection: database.connectionOf('avow_app'), blobs: folderBlobs(join(folder, 'blobs')) })

describe('a backup', () => {
  it('written while others write, restored, has the rows and bytes of one instant', async () => {
    for (let index = 0; index < 20; index++) await write(`mail ${index}`)
    let writing = true
    const load = (async () => {
      for (let index = 0; writing; index++) await write(`meanwhile ${index}`)
    })()
    const made = await writeBackup(source(), file)
    writing = false
    await load
    const rows = (table: string) =>
      made.parts.filter((part) => part.table === table).reduce((sum, part) => sum + part.rows, 0)
    expect(rows('ticket')).toBeGreaterThanOrEqual(20)
    // One snapshot: what is written in one transaction is there together.
    expect([rows('event'), rows('event_content'), rows('outbox'), rows('step')]).toEqual(Array(4).fill(rows('ticket')))
    expect(rows('blob')).toBe(made.blobs.count)

    const empty = await openTestDatabase()
    try {
      const blobs = folderBlobs(join(folder, 'restored'))
      const secretFile = join(folder, 'restored-secret')
      const target = { owner: empty.connectionOf('avow_owner'), blobs, secretFile }
      expect(await restoreBackup(target, file)).toEqual(made)
      const again = await writeBackup(
        { connection: empty.connectionOf('avow_app'), blobs },
        join(folder, 'again.tar.gz'),
      )
      const changed = new Set(['outbox', 'step', 'upload'])
      const untouched = (parts: typeof made.parts) => parts.filter(({ table }) => !changed.has(table))
      expect(untouched(again.parts)).toEqual(untouched(made.parts))
      expect(again.blobs.bytes).toBe(made.blobs.bytes)
      expect(existsSync(secretFile)).toBe(false)
      await transaction(empty.store, { workspace }, async ({ db }) => {
        const waiting = await db
          .selectFrom('outbox')
          .select('id')
          .where('workspace_id', '=', workspace)
          .where('sent_at', 'is', null)
          .where('given_up_at', 'is', null)
          .execute()
        expect(waiting).toEqual([])
        const ahead = await db
          .selectFrom('step')
          .select('clause')
          .where('workspace_id', '=', workspace)
          .where('taken_at', 'is', null)
          .execute()
        expect(ahead).toEqual([])
        // Their bytes were in no backup.
        expect(await db.selectFrom('upload').select('id').where('workspace_id', '=', workspace).execute()).toEqual([])
        const kept = await db.selectFrom('blob').selectAll().where('workspace_id', '=', workspace).execute()
        for (const { key, size } of kept) expect((await buffer(await blobs.open(workspace, key))).length).toBe(size)
      })
      await expect(restoreBackup(target, file)).rejects.toThrow('There is a desk here already')
    } finally {
      await empty.drop()
    }
  })

  it('holds the keys only when asked', async () => {
    const secretFile = join(folder, 'secret')
    writeFileSync(secretFile, 'keys')
    const blobs = folderBlobs(join(folder, 'none'))
    const bare = await openTestDatabase()
    try {
      const connection = bare.connectionOf('avow_app')
      expect((await writeBackup({ connection, blobs }, file)).hasKeys).toBe(false)
      expect((await writeBackup({ connection, blobs, secretFile }, file)).hasKeys).toBe(true)
      expect(readFileSync(file).includes('keys')).toBe(false)
    } finally {
      await bare.drop()
    }
  })

  it('that is cut short, changed, or no backup is refused, and nothing of it restored', async () => {
    const blobs = folderBlobs(join(folder, 'none'))
    const bare = await openTestDatabase()
    const empty = await openTestDatabase()
    try {
      await writeBackup({ connection: bare.connectionOf('avow_app'), blobs }, file)
      const whole = readFileSync(file)
      const target = { owner: empty.connectionOf('avow_owner'), blobs, secretFile: join(folder, 'secret') }
      truncateSync(file, whole.length - 40)
      await expect(restoreBackup(target, file)).rejects.toThrow(BackupError)
      writeFileSync(file, 'a letter')
      await expect(verifyBackup(file)).rejects.toThrow('no backup')
      writeFileSync(file, whole)
      await verifyBackup(file)
    } finally {
      await bare.drop()
      await empty.drop()
    }
  })
})
