import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { APP, makeDatabase, OWNER, openDatabase, openStore, openTicket, transaction, uuidV7 } from './index.ts'

/** One's own PostgreSQL: that of this run, reached by addresses. */
describe('a PostgreSQL of one’s own', () => {
  let neighbour: TestDatabase
  let superuser: Client
  const made: string[] = []
  beforeAll(async () => {
    neighbour = await openTestDatabase()
    superuser = await neighbour.connect('postgres')
  })
  afterAll(async () => {
    for (const name of made) await superuser.query(`drop database ${name}`)
    await neighbour.drop()
  })

  const urlOf = (role: string, name: string): string => {
    const { host = '', port, password } = neighbour.connectionOf(role)
    return `postgres://${role}:${encodeURIComponent(String(password))}@/${name}?host=${encodeURIComponent(host)}&port=${port}`
  }
  const emptyDatabase = async (): Promise<string> => {
    const name = `avow_own_${randomBytes(6).toString('hex')}`
    await makeDatabase(superuser, name)
    made.push(name)
    return name
  }
  const open = (name: string, role: string = APP) =>
    openDatabase({ dataFolder: '/nowhere', url: urlOf(role, name), ownerUrl: urlOf(OWNER, name) })
  const openWithoutOwner = (name: string) => openDatabase({ dataFolder: '/nowhere', url: urlOf(APP, name) })

  it('is brought up to date by its owner and served as the role of the server', async () => {
    const name = await emptyDatabase()
    const database = await open(name)
    const store = await openStore({ connection: database.app, retryWaits: [], handlers: [] })
    const workspace = uuidV7(1)
    await store.control.insertInto('control.workspace').values({ id: workspace, slug: 'own', name: 'own' }).execute()
    const created = await transaction(store, { workspace }, (tx) => openTicket(tx, { by: 'customer' }))
    expect(created.envelope['number']).toBe(1)
    await store.close()
    await database.stop()
  })

  it('is brought up to date once by two servers that start at once', async () => {
    const name = await emptyDatabase()
    await Promise.all([open(name), open(name)])
    await expect(openWithoutOwner(name)).resolves.toBeDefined()
  })

  it('that is behind is refused without its owner, naming the setting that mends it', async () => {
    const name = await emptyDatabase()
    await expect(openWithoutOwner(name)).rejects.toThrow('set DATABASE_OWNER_URL')
  })

  it.each([
    ['a superuser', 'postgres', 'is a superuser'],
    ['the owner of the tables', OWNER, 'owns the tables'],
  ])('is not served as %s', async (_, role, why) => {
    const name = await emptyDatabase()
    const { app } = await open(name, role)
    await expect(openStore({ connection: app, retryWaits: [], handlers: [] })).rejects.toThrow(why)
  })

  it('older than 15 is refused, naming its version', async () => {
    const name = await emptyDatabase()
    const old = new Client({ connectionString: urlOf('postgres', name) })
    await old.connect()
    // A newer one that says it were older.
    await old.query(`
      create schema old;
      create function old.current_setting(text) returns text language sql as $$ select '14.9' $$;
      grant usage on schema old to public;
      alter database ${name} set search_path = old, pg_catalog, public`)
    await old.end()
    await expect(open(name)).rejects.toThrow('The database is PostgreSQL 14.9; this server needs 15 or newer.')
  })
})
