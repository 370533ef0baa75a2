import { randomBytes } from 'node:crypto'
import { createConnection } from 'node:net'
import { Client, type ClientConfig } from 'pg'
import { inject } from 'vitest'
import { APP, type EventHandler, OWNER, openStore, type Store, uuidV7 } from '../src/db/index.ts'
// Tells inject what the set-up provides.
import type {} from './global-setup.ts'
import { type Statement, tryWithoutCondition } from './second-wall.ts'
import { makeClock, type TestClock } from './test-clock.ts'
import { connected, TEMPLATE, type TestServer } from './test-postgres.ts'

export interface TestDatabase {
  readonly name: string
  /** As the server has it. */
  readonly store: Store
  /** Every statement that its stores sent so far. */
  readonly statements: readonly Statement[]
  /** A second server on the same database. */
  openStore(handlers?: readonly EventHandler[]): Promise<Store>
  /** A connection as one of the roles; closed with the database. */
  connect(role: typeof OWNER | typeof APP | 'postgres'): Promise<Client>
  /** How to reach it as one of the roles. */
  connectionOf(role: string): ClientConfig
  makeWorkspace(slug: string): Promise<string>
  /** The database's clock, where the test asked to own it. */
  readonly clock: TestClock
  /**
   * Drops the database. Before that, every statement that its stores sent must name its workspace, and see no other's rows
   * where it does not.
   */
  drop(): Promise<void>
}

export interface TestDatabaseOptions {
  /** The test moves the database's clock. */
  readonly ownsClock?: boolean
  /** Connections of each store; 4 where left out. */
  readonly connections?: number
}

const JANUARY = Date.UTC(2026, 0, 5, 10)

/** A database of its own, cloned from the template: for one test file, opened in `beforeAll`, dropped in `afterAll`. */
export async function openTestDatabase(
  handlers: readonly EventHandler[] = [],
  { ownsClock = false, connections = 4 }: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const server = await knock()
  const name = `avow_test_${randomBytes(6).toString('hex')}`
  const asSuperuser = { ...server, database: 'postgres' }
  await connected(asSuperuser, (superuser) =>
    superuser.query(`create database ${name} owner ${OWNER} template ${TEMPLATE}`),
  )
  const to = (role: string) => ({ ...server, user: role, database: name })
  const statements: Statement[] = []
  const closing: (() => Promise<unknown>)[] = []
  const openAnother = async (more: readonly EventHandler[] = []): Promise<Store> => {
    const store = await openStore({
      connection: { ...to(APP), max: connections },
      retryWaits: [1, 2, 4, 8, 16],
      handlers: more,
      onStatement: (sql, parameters) => statements.push({ sql, parameters }),
    })
    closing.push(() => store.close())
    return store
  }
  const connect = async (role: string): Promise<Client> => {
    const client = new Client(to(role))
    await client.connect()
    closing.push(() => client.end())
    return client
  }
  const clock = ownsClock ? await makeClock(await connect(server.user), name) : NO_CLOCK
  const store = await openAnother(handlers)
  return {
    name,
    store,
    statements,
    openStore: openAnother,
    clock,
    connect,
    connectionOf: to,
    async makeWorkspace(slug) {
      const id = uuidV7(JANUARY)
      await store.control.insertInto('control.workspace').values({ id, slug, name: slug }).execute()
      return id
    },
    async drop() {
      for (const close of closing) await close()
      const tables = await connected({ ...server, database: name }, tenantTables)
      const careless = statements.find(({ sql }) => namesOne(tables, sql) && !/\bworkspace_id\b/.test(sql))
      if (careless !== undefined) throw new Error(`This statement does not name its workspace: ${careless.sql}`)
      // The control schema has no second wall: it is about all workspaces.
      await tryWithoutCondition(
        to(APP),
        statements.filter(({ sql }) => namesOne(tables, sql)),
      )
      // Without force: a connection that a test left open is an error here.
      await connected(asSuperuser, (superuser) => superuser.query(`drop database ${name}`))
    },
  }
}

const NO_CLOCK: TestClock = {
  advance: () => Promise.reject(new Error('open the database with ownsClock')),
  stopAt: () => Promise.reject(new Error('open the database with ownsClock')),
}

async function tenantTables(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`,
  )
  return rows.map(({ name }) => name)
}

/** Does a statement, kysely's or one written by hand, read or write one of these tables? */
function namesOne(tables: readonly string[], sql: string): boolean {
  const any = tables.join('|')
  return new RegExp(`"(${any})"|\\b(from|into|update|join) (${any})\\b`).test(sql.replaceAll(/"control"\."\w+"/g, ''))
}

function knock(): Promise<TestServer> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = createConnection(inject('postgresDoor'), '127.0.0.1')
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.on('end', () => {
      const said = JSON.parse(answer) as TestServer | { error: string }
      if ('error' in said) reject(new Error(said.error))
      else resolve(said)
    })
  })
}
