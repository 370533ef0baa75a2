import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { fillWorkspace } from '../../test/fill-workspace.ts'
import { careless, tryWithoutCondition } from '../../test/second-wall.ts'
import { EVENT_HANDLERS } from '../event-handlers.ts'
import { APP } from './index.ts'

const DENIED = '42501'

let database: TestDatabase
let workspace: string
let other: string
let app: Client

beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS)
  workspace = await database.makeWorkspace('filled')
  other = await database.makeWorkspace('empty')
  app = await database.connect(APP)
  await fillWorkspace(database.store, workspace)
})
afterAll(() => database.drop())

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
      // What is reckoned from other columns cannot be written.
      const names = await app.query<{ list: string }>(
        `select string_agg(quote_ident(attname), ', ') as list from pg_attribute
          where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      )
      const { list } = names.rows[0] ?? {}
      const insert = () =>
        app.query(`insert into ${table} (${list}) select ${list} from jsonb_populate_record(null::${table}, $1)`, [
          rows[0]?.row,
        ])
      await expect(as(other, insert), table).rejects.toMatchObject({ code: DENIED })
    }
  })
})

describe('every statement that the store sent, its condition on workspace_id left out', () => {
  const tried = () => tryWithoutCondition(database.connectionOf(APP), database.statements)

  it('sees and changes no foreign row', async () => {
    expect(await tried()).toBeGreaterThan(4)
  })

  it('would be seen where the second wall has a hole', async () => {
    const owner = await database.connect('postgres')
    await owner.query('alter table person_key disable row level security')
    await expect(tried()).rejects.toThrow(/Without its condition .*person_key/s)
    await owner.query('alter table person_key enable row level security')
  })

  it('is left out wherever it stands', () => {
    expect(
      careless('select from "a" where "workspace_id" = $1 and a."workspace_id" = $2 and "a".workspace_id = $12'),
    ).toBe('select from "a" where $1::text is not null and $2::text is not null and $12::text is not null')
  })
})
