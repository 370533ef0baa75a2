import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { isPlanOutdated, StatementPool } from './statement-pool.ts'

let database: TestDatabase
let connections: Pool
let pool: StatementPool
beforeAll(async () => {
  database = await openTestDatabase()
  connections = new Pool({ ...database.connectionOf('avow_owner'), max: 1, pipeline: true })
  pool = new StatementPool(connections)
})
afterAll(async () => {
  await connections.end()
  await database.drop()
})

describe('a pool of statements', () => {
  it('answers several statements sent as one with what the last answers', async () => {
    const client = await pool.connect()
    const { rows } = await client.query('begin; select 1 as n; select 2 as n', [])
    expect(rows).toEqual([{ n: 2 }])
    await client.query('rollback', [])
    client.release()
  })

  it('prepares what is sent often, and nothing that is sent once', async () => {
    const client = await pool.connect()
    for (let times = 0; times < 5; times++) await client.query('select $1::int + 1 as often', [times])
    await client.query('select $1::int + 1 as once', [1])
    const { rows } = await client.query('select statement from pg_prepared_statements', [])
    expect(rows).toEqual([{ statement: 'select $1::int + 1 as often' }])
    client.release()
  })

  it('refuses once where a table changed beneath it, and goes on', async () => {
    const client = await pool.connect()
    await client.query('create temporary table changing (a int)', [])
    const read = () => client.query('select * from changing where $1::int is not null', [1])
    for (let times = 0; times < 4; times++) await read()
    await client.query('alter table changing add column b int', [])
    const error: unknown = await read().catch((thrown: unknown) => thrown)
    expect(isPlanOutdated(error)).toBe(true)
    expect((await read()).rows).toEqual([])
    client.release()
  })
})
