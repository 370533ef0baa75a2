import { sql } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { Session } from './session.ts'
import { StatementPool } from './statement-pool.ts'

let database: TestDatabase
let pool: Pool
let session: Session
const heard: string[] = []
beforeAll(async () => {
  database = await openTestDatabase()
  pool = new Pool({ ...database.connectionOf('avow_owner'), max: 1, pipeline: true })
  session = new Session(await new StatementPool(pool).connect(), (text) => heard.push(text))
})
afterAll(async () => {
  session.release()
  await pool.end()
  await database.drop()
})

const select = (text: string) => sql<{ n: number }>`${sql.raw(text)}`.execute(session.db)

describe('a session', () => {
  it('sends a text ahead, and what follows sees what it did', async () => {
    void session.send(`begin; set local application_name = 'ahead'`)
    const { rows } = await sql<{ name: string }>`select current_setting('application_name') as name`.execute(session.db)
    expect(rows).toEqual([{ name: 'ahead' }])
    expect((await session.send('commit')).command).toBe('COMMIT')
  })

  it('lets the next statement fail where what was sent ahead failed, and says why', async () => {
    void session.send('begin; select nonsense')
    await expect(select('select 1 as n')).rejects.toThrow('nonsense')
    await session.send('rollback')
    expect((await select('select 1 as n')).rows).toEqual([{ n: 1 }])
  })

  it('answers statements that are sent at once each with its own', async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => select(`select ${n} as n`)))
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual([1, 2, 3])
  })

  it('counts the rows that a statement changed', async () => {
    await sql`create temporary table counted (n int)`.execute(session.db)
    const { numAffectedRows } = await sql`insert into counted select generate_series(1, 3)`.execute(session.db)
    expect(numAffectedRows).toBe(3n)
    expect((await select('select 1 as n')).numAffectedRows).toBeUndefined()
  })

  it('tells of each statement', async () => {
    heard.length = 0
    await session.send('select 1')
    await select('select 2 as n')
    expect(heard).toEqual(['select 1', 'select 2 as n'])
  })
})
