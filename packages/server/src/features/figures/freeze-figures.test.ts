import { createHash } from 'node:crypto'
import { listOfPeriod } from '@avow/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { addAgent, addFirstWorkspace, addRequest } from '../../../test/site/site-workspace.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { closedFigures, freezeFigures, shareOf } from './index.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const DECEMBER = Date.UTC(2026, 11, 1)

let database: TestDatabase
let workspace: string
let agent: string
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS, { ownsClock: true })
  await database.clock.stopAt(DECEMBER)
  workspace = await addFirstWorkspace(database.store, 'Acme', ALWAYS_OPEN)
  agent = await addAgent(database.store, workspace)
  // Forty requests over November and a few of October, every tenth answered late.
  await run(async (tx) => {
    for (let index = 0; index < 44; index++) {
      const ago = index < 40 ? (1 + (index % 29)) * DAY : (35 + index - 40) * DAY
      await addRequest(tx, agent, { ago, answeredAfter: index % 10 === 0 ? 3 * HOUR : HOUR / 2 })
    }
  })
})
afterAll(() => database.drop())

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)
const closed = async (promise = 'P1') => (await run((tx) => closedFigures(tx, [promise]))).get(promise) ?? []

/** A ticket of November that was answered late. */
async function lateTicket(): Promise<string> {
  const row = await run(({ db }) =>
    db
      .selectFrom('commitment')
      .select('ticket_id')
      .where('workspace_id', '=', workspace)
      .where('promise', '=', 'P1')
      .where('state', '=', 'broken')
      .orderBy('due', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return row.ticket_id
}

describe('closed periods', () => {
  it('M10: are fixed 14 days after their end, once', async () => {
    await freezeFigures(database.store, workspace)
    expect((await closed()).map(({ first }) => first)).toEqual(['2026-10-01'])
    await database.clock.stopAt(DECEMBER + 14 * DAY)
    const { frozen } = await freezeFigures(database.store, workspace)
    expect(frozen).toBeGreaterThan(0)
    expect((await closed()).map(({ first, period }) => [period, first])).toEqual([
      ['month', '2026-11-01'],
      ['month', '2026-10-01'],
    ])
    expect(await freezeFigures(database.store, workspace)).toEqual({ frozen: 0, corrected: 0 })
    const [november, october] = await closed()
    expect([november?.kept, november?.broken]).toEqual([36, 4])
    expect(november && shareOf(november)).toBe(0.9)
    expect(november?.median_ms).toBe(HOUR / 2)
    expect([october?.kept, october && shareOf(october)]).toEqual([3, null])
  })

  it('M11: carry the hash of their list', async () => {
    const rows = await run(({ db }) =>
      db
        .selectFrom('commitment')
        .select(['ticket_id as ticket', 'run', 'state', 'due'])
        .where('workspace_id', '=', workspace)
        .where('promise', '=', 'P1')
        .execute(),
    )
    const ofNovember = rows
      .map((row) => ({ ...row, due: row.due?.getTime() ?? 0 }))
      .filter(({ due }) => due >= Date.UTC(2026, 10, 1) && due < DECEMBER)
    const hash = createHash('sha256').update(listOfPeriod(ofNovember)).digest('hex')
    const [november] = await closed()
    expect(november?.hash).toBe(hash)
  })

  it('M10: keep their figure when a later event changes a verdict; the correction stands under it with its date', async () => {
    const ticket = await lateTicket()
    const [before] = await closed()
    await database.clock.stopAt(DECEMBER + 20 * DAY)
    // The answer that was written in time, found and recorded only now.
    await run(async (tx) => {
      const created = await tx.db
        .selectFrom('ticket')
        .select('created_at')
        .where('workspace_id', '=', workspace)
        .where('id', '=', ticket)
        .executeTakeFirstOrThrow()
      const at = created.created_at.getTime() + HOUR / 4
      await tx.append({ id: tx.newId(), ticket, type: 'message.sent', by: 'agent', person: agent, at })
    })
    expect((await freezeFigures(database.store, workspace)).corrected).toBe(1)
    const [after] = await closed()
    expect(after).toMatchObject({ kept: 36, broken: 4, hash: before?.hash })
    expect(after?.corrections).toMatchObject([{ kept: 37, broken: 3, at: DECEMBER + 20 * DAY }])
    expect(after?.corrections[0]?.hash).not.toBe(before?.hash)
    expect(await freezeFigures(database.store, workspace)).toEqual({ frozen: 0, corrected: 0 })
  })

  it('are fixed once by two servers at the same time', async () => {
    await database.clock.stopAt(DECEMBER + 31 * DAY + 15 * DAY)
    const both = await Promise.all([
      freezeFigures(database.store, workspace),
      freezeFigures(await database.openStore(EVENT_HANDLERS), workspace),
    ])
    const months = (await Promise.all(['P1', 'P2', 'P3', 'P4'].map(closed))).flat()
    const fixedNow = months.filter(({ frozen_at }) => frozen_at === DECEMBER + 46 * DAY)
    expect(both.reduce((sum, { frozen }) => sum + frozen, 0)).toBe(fixedNow.length)
    expect(fixedNow.length).toBeGreaterThan(0)
  })
})
