import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { itKeepsBlobs } from '../../test/blob-store-contract.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { transaction } from '../db/index.ts'
import { folderBlobs, keepBlob, sweepBlobs } from './index.ts'

const DAY = 86_400_000

const folder = mkdtempSync(join(tmpdir(), 'avow-blobs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a folder of blobs', () => {
  itKeepsBlobs(() => folderBlobs(folder))

  it('leaves no file behind a source that breaks off', async () => {
    const workspace = randomUUID()
    const broken = (async function* () {
      yield Buffer.from('half')
      throw new Error('lost')
    })()
    await expect(folderBlobs(folder).put(workspace, broken)).rejects.toThrow('lost')
    const files = readdirSync(join(folder, workspace), { recursive: true, withFileTypes: true })
    expect(files.filter((entry) => entry.isFile())).toEqual([])
  })
})

describe('blobs and their rows', () => {
  let database: TestDatabase
  let workspace: string
  beforeAll(async () => {
    database = await openTestDatabase()
    workspace = await database.makeWorkspace('blobs')
  })
  afterAll(() => database.drop())
  const blobs = folderBlobs(folder)

  it('shares equal bytes inside a workspace, never between two', async () => {
    const another = await database.makeWorkspace('other-blobs')
    const keep = async (of: string) => {
      const stored = await blobs.put(of, [Buffer.from('the same invoice')])
      return { stored, kept: await transaction(database.store, { workspace: of }, (open) => keepBlob(open, stored)) }
    }
    const [first, second, foreign] = [await keep(workspace), await keep(workspace), await keep(another)]
    expect(first.kept).toBe(first.stored.key)
    expect(second.kept).toBe(first.stored.key)
    expect(foreign.kept).toBe(foreign.stored.key)
  })

  it('sweeps blobs without a row after 24 h, and no others', async () => {
    const named = await blobs.put(workspace, [Buffer.from('named')])
    await transaction(database.store, { workspace }, (open) => keepBlob(open, named))
    const [old, young] = [
      await blobs.put(workspace, [Buffer.from('old')]),
      await blobs.put(workspace, [Buffer.from('young')]),
    ]
    const now = Date.UTC(2126, 0)
    const age = (key: string, ms: number) =>
      utimesSync(join(folder, workspace, key.slice(0, 2), key), new Date(now - ms), new Date(now - ms))
    for await (const { key } of blobs.list(workspace)) age(key, key === young.key ? DAY : DAY + 1000)
    await sweepBlobs(database.store, blobs, workspace, now)
    const left: string[] = []
    for await (const { key } of blobs.list(workspace)) left.push(key)
    expect(left).toContain(named.key)
    expect(left).toContain(young.key)
    expect(left).not.toContain(old.key)
  })
})
