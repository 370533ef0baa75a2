import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { migrate } from './migrate.ts'
import { type Migration, readMigrations } from './migration-files.ts'
import { OWNER } from './roles.ts'

const shipped = readMigrations()

/** A migration after those shipped. */
function further(place: number, sql: string): Migration {
  const number = shipped.length + place
  return { number, name: `${String(number).padStart(4, '0')}-tried.sql`, sql, checksum: `of ${sql}` }
}

describe('migrations', () => {
  let database: TestDatabase
  let owner: Client
  beforeAll(async () => {
    database = await openTestDatabase()
    owner = await database.connect(OWNER)
  })
  afterAll(() => database.drop())

  const tables = async (name: string): Promise<number> =>
    (await owner.query('select from pg_tables where tablename = $1', [name])).rowCount ?? 0

  it('are applied once', async () => {
    expect(await migrate(owner)).toEqual([])
  })

  it('are each whole or not there: what fails leaves nothing, and those before it stay', async () => {
    const good = further(1, 'create table good ()')
    const bad = further(2, 'create table half (); select 1 / 0')
    await expect(migrate(owner, [...shipped, good, bad])).rejects.toThrow('division by zero')
    expect([await tables('good'), await tables('half')]).toEqual([1, 0])
    const mended = further(2, 'create table half ()')
    expect(await migrate(owner, [...shipped, good, mended])).toEqual([mended.name])
    await expect(migrate(owner, shipped)).rejects.toThrow(`made by a newer version (it has ${good.name};`)
    await owner.query('drop table good, half')
    await owner.query('delete from control.migration where number > $1', [shipped.length])
  })

  it('are refused when one that was applied has another text now', async () => {
    const edited = shipped.map((migration) => ({ ...migration, checksum: 'another' }))
    await expect(migrate(owner, edited)).rejects.toThrow(
      'was applied with another text than 0001-the-store.sql has now',
    )
  })

  it('are applied by one of several servers that start at once', async () => {
    const once = [...shipped, further(1, 'create table once_only ()')]
    const owners = [await database.connect(OWNER), await database.connect(OWNER), await database.connect(OWNER)]
    const done = await Promise.all(owners.map((each) => migrate(each, once)))
    expect(done.flat()).toHaveLength(1)
    await owner.query('drop table once_only')
    await owner.query('delete from control.migration where number > $1', [shipped.length])
  })

  it('are numbered without gaps, and read the same with any line ends', () => {
    const folder = mkdtempSync(join(tmpdir(), 'avow-migrations-'))
    try {
      writeFileSync(join(folder, '0001-one.sql'), 'select 1;\nselect 2;\n')
      const [unix] = readMigrations(folder)
      writeFileSync(join(folder, '0001-one.sql'), 'select 1;\r\nselect 2;\r\n')
      expect(readMigrations(folder)[0]?.checksum).toBe(unix?.checksum)
      writeFileSync(join(folder, '0003-three.sql'), '')
      expect(() => readMigrations(folder)).toThrow('should be called 0002-what-it-does.sql')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
