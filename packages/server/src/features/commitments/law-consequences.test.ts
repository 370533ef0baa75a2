import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { publish } from '../../../test/publish.ts'
import { type NewEvent, openTicket, type Transaction, transaction, uuidV7 } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { createSweeper, type Sweeper } from '../../jobs/sweeper/index.ts'
import { rebuildTickets } from './index.ts'

const ANNA = uuidV7(10)
const CARLA = uuidV7(2)
const DAY = 86_400_000
const MONDAY = Date.UTC(2026, 0, 5, 9)

/** P8 carries the clocks of the law itself, P9 promises less than that. */
const LAWFUL = ALWAYS_OPEN.replace(
  'escalation:\n',
  `  - { id: P8, clock: resolution, law: [PL-1], table: [{ target: 14 days }] }
  - { id: P9, clock: resolution, law: [IT-1, PL-1], table: [{ target: 30 days }] }
escalation:
`,
).replace(
  'facts:\n',
  `law:
  jurisdictions: [IT, PL]
  sectors: [energy, consumer]
facts:
`,
)
const OFF = LAWFUL.replace(
  '[energy, consumer]\n',
  '[energy, consumer]\n  off: [ { row: PL-1, because: Companies only. } ]\n',
)

let database: TestDatabase
let workspace: string
let sweeper: Sweeper
const quiet = () => undefined
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS, { ownsClock: true })
  sweeper = createSweeper({ store: database.store, log: { warn: quiet, error: quiet } })
})
afterAll(() => database.drop())

let count = 0
const begin = async (charter: string) => {
  await database.clock.stopAt(MONDAY)
  workspace = await database.makeWorkspace(`law${++count}`)
  await publish(database.store, workspace, charter)
}
beforeEach(() => begin(LAWFUL))

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)
const open = () =>
  run(async (tx) => (await openTicket(tx, { by: 'customer', person: CARLA, fields: { facts: {} } })).ticket)
const append = (event: Omit<NewEvent, 'id'>) => run((tx) => tx.append({ id: tx.newId(), ...event }))
const settleIt = async (ticket: string) => {
  await append({ ticket, type: 'message.sent', by: 'agent', person: ANNA, content: [] })
  await append({ ticket, type: 'status.changed', by: 'agent', person: ANNA, fields: { to: 'solved' } })
}
/** The sweeper at work at an instant, twice. */
const sweepAt = async (instant: number) => {
  await database.clock.stopAt(instant)
  for (let again = 0; again < 2; again++) while ((await sweeper.sweepOnce(workspace)) > 0);
}
const tasks = () =>
  run(async ({ db, workspace: of }) => {
    const rows = await db
      .selectFrom('attention')
      .select(['code', 'data', 'settled_at'])
      .where('workspace_id', '=', of)
      .where('code', 'like', 'law-%')
      .where('code', '!=', 'law-letter-drafted')
      .orderBy('once')
      .execute()
    return rows.map(({ code, data, settled_at }) => [code, data, settled_at === null ? 'open' : 'settled'])
  })
const noted = () =>
  run(async ({ db, workspace: of }) => {
    const rows = await db
      .selectFrom('event')
      .select(['type', 'at', 'envelope'])
      .where('workspace_id', '=', of)
      .where('type', 'like', 'law.%')
      .where('type', '!=', 'law.letter-drafted')
      .orderBy('seq')
      .execute()
    return rows.map(({ type, at, envelope }) => [type, at.toISOString(), Object(envelope)['row']])
  })

const accepted = (promise: string) => ['law-deemed-accepted', { promise, run: 1, row: 'PL-1' }, 'open']
const indemnity = (minor: number) => [
  'law-compensation',
  { promise: 'P9', run: 1, row: 'IT-1', minor, currency: 'EUR' },
  'open',
]
/** The end of 19 January and of 4 February: 14 and 30 dates after the fifth. */
const [FOURTEEN, THIRTY] = [Date.UTC(2026, 0, 20), Date.UTC(2026, 1, 5)]

describe('a legal clock that ran out', () => {
  it('becomes one task and one line of the log, at the end of the law’s time and not before', async () => {
    const ticket = await open()
    await sweepAt(FOURTEEN)
    expect([await tasks(), await noted()]).toEqual([[], []])
    await sweepAt(FOURTEEN + 1)
    expect(await tasks(), 'of the promise that gives longer too').toEqual([accepted('P8'), accepted('P9')])
    const line = ['law.deemed-accepted', '2026-01-20T00:00:00.000Z', 'PL-1']
    expect(await noted()).toEqual([line, line])
    await append({ ticket, type: 'note.added', by: 'agent', person: ANNA, content: [] })
    await sweepAt(FOURTEEN + DAY)
    expect([await tasks(), (await noted()).length]).toEqual([[accepted('P8'), accepted('P9')], 2])
    const [rebuilt] = await run((tx) => rebuildTickets(tx, [ticket]))
    expect([rebuilt?.differing, rebuilt?.missing]).toEqual([[], []])
  })

  it('pays by delay, and the amount of an open task follows it', async () => {
    const ticket = await open()
    await sweepAt(THIRTY + 1)
    expect(await tasks()).toEqual([accepted('P8'), indemnity(2500), accepted('P9')])
    await database.clock.stopAt(THIRTY + 40 * DAY)
    await settleIt(ticket)
    expect((await tasks())[1]).toEqual(indemnity(5000))
    await sweepAt(THIRTY + 90 * DAY)
    expect((await tasks())[1], 'what was settled late is late by that').toEqual(indemnity(5000))
    expect(await noted()).toHaveLength(3)
  })

  it('does nothing where the matter was settled in time', async () => {
    const ticket = await open()
    await settleIt(ticket)
    await sweepAt(THIRTY + DAY)
    expect([await tasks(), await noted()]).toEqual([[], []])
  })

  it('is settled where a late event shows that it was in time', async () => {
    const ticket = await open()
    await sweepAt(FOURTEEN + 1)
    await append({ ticket, type: 'message.sent', by: 'agent', person: ANNA, content: [], at: MONDAY + DAY })
    await append({ ticket, type: 'status.changed', by: 'agent', fields: { to: 'solved' }, at: MONDAY + DAY + 1 })
    const settled = (promise: string) => ['law-deemed-accepted', { promise, run: 1, row: 'PL-1' }, 'settled']
    expect(await tasks()).toEqual([settled('P8'), settled('P9')])
  })

  it('comes at the law’s time where the promise gives longer and nothing else falls due', async () => {
    await begin(LAWFUL.replace(/ {2}- \{ id: P8.*\n/, ''))
    await open()
    await sweepAt(FOURTEEN)
    expect(await tasks()).toEqual([])
    await sweepAt(FOURTEEN + 1)
    expect(await tasks()).toEqual([accepted('P9')])
    await sweepAt(THIRTY)
    expect([await tasks(), (await noted()).length]).toEqual([[accepted('P9')], 1])
  })

  it('goes on while the promise is paused, and comes of an answer that kept the promise after the law’s time', async () => {
    const ticket = await open()
    await append({ ticket, type: 'message.sent', by: 'agent', person: ANNA, content: [] })
    await append({ ticket, type: 'status.changed', by: 'agent', fields: { to: 'waiting-for-customer' } })
    await sweepAt(FOURTEEN + 1)
    expect(await tasks()).toEqual([accepted('P8'), accepted('P9')])
    await settleIt(ticket)
    await sweepAt(FOURTEEN + DAY)
    expect(await tasks(), 'accepted once is accepted').toEqual([accepted('P8'), accepted('P9')])
  })

  it('was answered in time although it is opened again after the law’s time', async () => {
    const ticket = await open()
    await settleIt(ticket)
    await sweepAt(FOURTEEN + DAY)
    await append({ ticket, type: 'message.received', by: 'customer', person: CARLA, content: [] })
    await sweepAt(FOURTEEN + 3 * DAY)
    expect([await tasks(), await noted()]).toEqual([[], []])
  })

  it('has a letter drafted some days before, once, and takes it back when it is answered or too late', async () => {
    const letters = () =>
      run(async ({ db, workspace: of }) => {
        const rows = await db
          .selectFrom('attention')
          .select(['data', 'settled_at'])
          .where('workspace_id', '=', of)
          .where('code', '=', 'law-letter-drafted')
          .orderBy('once')
          .execute()
        return rows.map(({ data, settled_at }) => [Object(data).promise, Object(data).row, settled_at === null])
      })
    await begin(LAWFUL.replace('  sectors: [energy', '  letter before: 5\n  sectors: [energy'))
    const ticket = await open()
    // Five dates before the 19th, the last of the fourteen.
    const letter = Date.UTC(2026, 0, 14)
    await sweepAt(letter)
    expect(await letters()).toEqual([])
    await sweepAt(letter + 1)
    const [ofEight, ofNine] = [
      ['P8', 'PL-1', true],
      ['P9', 'PL-1', true],
    ]
    expect(await letters()).toEqual([ofEight, ofNine])
    await sweepAt(FOURTEEN + 1)
    expect(await letters(), 'too late').toEqual([
      ['P8', 'PL-1', false],
      ['P9', 'PL-1', false],
    ])
    await sweepAt(Date.UTC(2026, 0, 30) + 1)
    expect((await letters()).filter(([, , isOpen]) => isOpen)).toEqual([['P9', 'IT-1', true]])
    await settleIt(ticket)
    expect((await letters()).filter(([, , isOpen]) => isOpen)).toEqual([])
    const [rebuilt] = await run((tx) => rebuildTickets(tx, [ticket]))
    expect([rebuilt?.differing, rebuilt?.missing]).toEqual([[], []])
  })

  it('needs somebody at its limit where the law itself does nothing', async () => {
    await begin(
      LAWFUL.replace('law: [PL-1]', 'law: [PL-2]')
        .replace('[energy, consumer]', '[energy, consumer, telecom]')
        .replace(/ {2}- \{ id: P9.*\n/, ''),
    )
    await open()
    await sweepAt(THIRTY)
    expect(await tasks()).toEqual([])
    await sweepAt(THIRTY + 1)
    expect(await tasks()).toEqual([['law-limit-passed', { promise: 'P8', run: 1, row: 'PL-2' }, 'open']])
    expect(await noted()).toEqual([['law.limit-passed', '2026-02-05T00:00:00.000Z', 'PL-2']])
  })

  it('does nothing by a row that is off', async () => {
    await begin(OFF)
    await open()
    await sweepAt(THIRTY + 1)
    expect(await tasks()).toEqual([indemnity(2500)])
  })
})
