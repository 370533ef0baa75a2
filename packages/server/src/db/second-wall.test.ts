import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type Statement, type TestDatabase } from '../../test/database.ts'
import { keepBlob } from '../blobs/index.ts'
import { APP, openTicket, transaction, uuidV7 } from './index.ts'

const HASH = 'a'.repeat(64)
const DENIED = '42501'

let database: TestDatabase
let workspace: string
let other: string
let app: Client
/** What the server said while it filled a workspace. */
let said: readonly Statement[]

beforeAll(async () => {
  database = await openTestDatabase()
  workspace = await database.makeWorkspace('filled')
  other = await database.makeWorkspace('empty')
  app = await database.connect(APP)
  await fill()
  said = [...database.statements]
})
afterAll(() => database.drop())

/** A row in every tenant table. */
async function fill(): Promise<void> {
  const person = uuidV7(1)
  const content = [{ part: 'text', person, value: 'secret' }]
  let ticket = ''
  await transaction(database.store, { workspace }, async (opened) => {
    ticket = (await openTicket(opened, { by: 'customer', person, content })).ticket
    const of = { workspace_id: workspace, ticket_id: ticket }
    const at = new Date(opened.now)
    await opened.db
      .insertInto('commitment')
      .values({
        ...of,
        promise: 'P1',
        run: 1,
        clock: 'first-response',
        state: 'running',
        start: at,
        due: at,
        target: '2 h',
        row: 1,
        charter_hash: HASH,
        rules: 1,
      })
      .execute()
    await opened.db
      .insertInto('step')
      .values({ ...of, clause: 'E1', step: 1, due: at })
      .execute()
    await opened.db
      .insertInto('outbox')
      .values({ ...of, id: opened.newId(), kind: 'mail', once: `ack ${ticket}`, payload: '{}', due: at })
      .execute()
    await keepBlob(opened, { key: opened.newId(), sha256: randomBytes(32), size: 1 })
  })
  // A later event asks for the ticket's row and its persons' keys again.
  await transaction(database.store, { workspace }, (opened) =>
    opened.append({ id: opened.newId(), ticket, type: 'note.added', by: 'agent', person, content }),
  )
}

async function as<T>(of: string | undefined, work: () => Promise<T>): Promise<T> {
  await app.query(of === undefined ? 'begin' : `begin; set local avow.workspace = '${of}'`)
  try {
    return await work()
  } finally {
    await app.query('rollback')
  }
}

const tenantTables = async (): Promise<string[]> =>
  (
    await app.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
  ).rows.map(({ name }) => name)

describe('row-level security', () => {
  it('shows each tenant table to its workspace, and no row of it to another or to none', async () => {
    for (const table of await tenantTables()) {
      const count = async (of: string | undefined) => (await as(of, () => app.query(`select from ${table}`))).rowCount
      expect([table, await count(workspace)]).not.toEqual([table, 0])
      expect([table, await count(other)]).toEqual([table, 0])
      expect([table, await count(undefined)]).toEqual([table, 0])
    }
  })

  it('lets nobody write into another workspace', async () => {
    for (const table of await tenantTables()) {
      const { rows } = await as(workspace, () => app.query(`select to_jsonb(t) as row from ${table} t limit 1`))
      const insert = () =>
        app.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [rows[0]?.row])
      await expect(as(other, insert), table).rejects.toMatchObject({ code: DENIED })
    }
  })
})

describe('every statement of the store, its condition on workspace_id left out', () => {
  /** The condition always holds; the parameter is still named, so that the others keep their places. */
  const careless = (sql: string): string => sql.replaceAll(/"workspace_id" = (\$\d+)/g, '$1::text is not null')

  it('sees and changes no foreign row', async () => {
    const statements = said.filter(({ sql }) => careless(sql) !== sql)
    expect(statements.length).toBeGreaterThan(4)
    for (const { sql, parameters } of statements) {
      const result = await as(other, () => app.query(careless(sql), [...parameters]))
      expect([sql, result.rowCount]).toEqual([sql, 0])
    }
  })
})
