import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { isDatabaseAway } from './is-database-away.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.drop())

const errorOf = async (work: () => unknown): Promise<unknown> => {
  try {
    return await work()
  } catch (error) {
    return error
  }
}

describe('isDatabaseAway', () => {
  it('says so where nothing listens', async () => {
    expect(isDatabaseAway(await errorOf(() => new Client({ host: '127.0.0.1', port: 1 }).connect()))).toBe(true)
    expect(isDatabaseAway(await errorOf(() => new Client({ host: '/nowhere' }).connect()))).toBe(true)
  })

  it('says so where the connection was ended in the middle', async () => {
    const client = await database.connect('avow_app')
    client.on('error', () => undefined)
    const superuser = await database.connect('postgres')
    const asking = errorOf(() => client.query('select pg_sleep(60)'))
    await expect
      .poll(async () => {
        const { rows } = await superuser.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query like 'select pg_sleep%'`,
          [database.name],
        )
        return rows.length
      })
      .toBe(1)
    expect(isDatabaseAway(await asking)).toBe(true)
    expect(isDatabaseAway(await errorOf(() => client.query('select 1')))).toBe(true)
  })

  it('says so where a statement took too long', async () => {
    const client = await database.connect('avow_app')
    await client.query('set statement_timeout = 1')
    expect(isDatabaseAway(await errorOf(() => client.query('select pg_sleep(1)')))).toBe(true)
  })

  it('does not say so of a fault of ours', async () => {
    const client = await database.connect('avow_app')
    expect(isDatabaseAway(await errorOf(() => client.query('select nothing')))).toBe(false)
    expect(isDatabaseAway(await errorOf(() => client.query('select 1 / 0')))).toBe(false)
    expect(isDatabaseAway(await errorOf(() => readFileSync('/nowhere')))).toBe(false)
    expect(isDatabaseAway(new TypeError('undefined is not a function'))).toBe(false)
  })
})
