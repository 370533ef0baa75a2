import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  APP,
  DATABASE,
  type Database,
  makeDatabase,
  makeRoles,
  OWNER,
  openDatabase,
  openStore,
  type Store,
  transaction,
  uuidV7,
} from '../../packages/server/src/db/index.ts'
import { dumpSchema } from '../../packages/server/src/db/schema-dump.ts'
import { EVENT_HANDLERS } from '../../packages/server/src/event-handlers.ts'
import { rebuildTickets } from '../../packages/server/src/features/commitments/index.ts'
import { createSweeper } from '../../packages/server/src/jobs/sweeper/index.ts'
import { fillWorkspace } from '../../packages/server/test/fill-workspace.ts'
import { type OwnPostgres, POSTGRES_15, startPostgres } from '../../packages/server/test/own-postgres.ts'
import { type Statement, tryWithoutCondition } from '../../packages/server/test/second-wall.ts'

const isThere = existsSync(POSTGRES_15)

describe('PostgreSQL 15, the oldest that the server takes', () => {
  let postgres: OwnPostgres
  let database: Database
  let store: Store
  const statements: Statement[] = []
  beforeAll(async () => {
    if (!isThere) return
    postgres = await startPostgres(POSTGRES_15)
    await asSuperuser('postgres', async (superuser) => {
      await makeRoles(superuser, 'unused')
      await makeDatabase(superuser, DATABASE)
    })
    database = await openDatabase({
      dataFolder: '/nowhere',
      url: postgres.url(APP, DATABASE),
      ownerUrl: postgres.url(OWNER, DATABASE),
    })
    store = await openStore({
      connection: database.app,
      retryWaits: [5],
      handlers: EVENT_HANDLERS,
      onStatement: (sql, parameters) => statements.push({ sql, parameters }),
    })
  })
  afterAll(async () => {
    await store?.close()
    await postgres?.stop()
  })

  const asSuperuser = async <T>(name: string, work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: postgres.url('postgres', name) })
    await client.connect()
    return work(client).finally(() => client.end())
  }
  const itThere = (name: string, test: () => Promise<void>) =>
    it(name, async ({ skip }) => {
      skip(!isThere, `${POSTGRES_15} is absent; on Debian 12: apt-get install postgresql-15`)
      await test()
    })

  itThere('gets the same schema as the newest', async () => {
    const golden = readFileSync(join(import.meta.dirname, '../../packages/server/src/db/schema.sql'), 'utf8')
    expect(await asSuperuser(DATABASE, dumpSchema)).toBe(golden)
  })

  itThere('takes every statement of opening, judging and sweeping tickets, behind the same second wall', async () => {
    const workspace = uuidV7(1)
    await store.control.insertInto('control.workspace').values({ id: workspace, slug: 'old', name: 'old' }).execute()
    await fillWorkspace(store, workspace)
    const failures: unknown[] = []
    const hear = (about: unknown) => void failures.push(about)
    expect(await createSweeper({ store, log: { warn: hear, error: hear } }).sweepOnce(workspace)).toBe(1)
    await transaction(store, { workspace }, async (tx) => {
      const rows = await tx.db.selectFrom('ticket').selectAll().where('workspace_id', '=', workspace).execute()
      const [rebuilt] = await rebuildTickets(
        tx,
        rows.map(({ id }) => id),
      )
      expect(rows).toMatchObject([{ ...rebuilt?.state, priority: 1, broken: 1 }])
      expect([rebuilt?.differing, rebuilt?.missing, failures]).toEqual([[], [], []])
    })
    expect(await tryWithoutCondition(database.app, statements)).toBeGreaterThan(10)
  })
})
