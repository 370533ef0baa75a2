import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { publish } from '../../../test/publish.ts'
import { type JsonObject, type NewEvent, openTickets, type Transaction, transaction, uuidV7 } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { createSweeper, type Sweeper } from '../../jobs/sweeper/index.ts'
import { setAbsence } from '../absences/index.ts'
import { rebuildTickets } from '../commitments/index.ts'

const CARLA = uuidV7(2)
const [ANNA, BRUNO, CHIARA] = [uuidV7(10), uuidV7(11), uuidV7(12)]
const MIN = 60_000
const HOUR = 60 * MIN
const MONDAY = Date.UTC(2026, 0, 5, 9)

let database: TestDatabase
let workspace: string
let sweeper: Sweeper
const said: string[] = []
const hear = (_: unknown, text = '') => void said.push(text)
const log = { warn: hear, error: hear }

beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS, { ownsClock: true })
  sweeper = createSweeper({ store: database.store, log })
})
afterAll(() => database.drop())

/** Every test has a workspace of its own, at nine on a Monday: Anna leads the team, Chiara is one of it, nobody is on duty. */
let count = 0
beforeEach(async () => {
  await database.clock.stopAt(MONDAY)
  workspace = await database.makeWorkspace(`w${++count}`)
  await publish(database.store, workspace, ALWAYS_OPEN)
  await run(async (tx) => {
    for (const id of [ANNA, BRUNO, CHIARA])
      await tx.db
        .insertInto('person')
        .values({ workspace_id: workspace, id, kind: 'staff', created_at: new Date(tx.now) })
        .execute()
    for (const person_id of [CHIARA, ANNA])
      await tx.db
        .insertInto('position_holder')
        .values({ workspace_id: workspace, position: 'team-lead', person_id })
        .execute()
  })
})

const run = <T>(work: (tx: Transaction) => Promise<T>, store = database.store): Promise<T> =>
  transaction(store, { workspace }, work)
const open = (many: number, facts: JsonObject = {}): Promise<string[]> =>
  run(async (tx) => {
    const ticket = { created: { by: 'customer' as const, person: CARLA, fields: { facts } }, happened: () => [] }
    return (await openTickets(tx, Array(many).fill(ticket))).map(({ ticket }) => ticket)
  })
const append = (event: Omit<NewEvent, 'id'>) => run((tx) => tx.append({ id: tx.newId(), ...event }))
const answer = (ticket: string) => append({ ticket, type: 'message.sent', by: 'agent', person: ANNA })
const logOf = () =>
  run((tx) =>
    tx.db
      .selectFrom('event')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .orderBy('ticket_id')
      .orderBy('seq')
      .execute(),
  )
const shortLog = async () =>
  (await logOf()).filter(({ actor }) => actor === 'system').map(({ id, ticket_id }) => id.replace(`${ticket_id}/`, ''))
const notices = () =>
  run((tx) =>
    tx.db
      .selectFrom('notice')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .orderBy('once')
      .orderBy('person_id')
      .execute(),
  )
const attention = () =>
  run((tx) => tx.db.selectFrom('attention').selectAll().where('workspace_id', '=', workspace).orderBy('once').execute())
const tickets = () =>
  run((tx) => tx.db.selectFrom('ticket').selectAll().where('workspace_id', '=', workspace).orderBy('number').execute())
const steps = () =>
  run((tx) => tx.db.selectFrom('step').selectAll().where('workspace_id', '=', workspace).orderBy('due').execute())
const expectRebuilt = async () => {
  const rows = await tickets()
  const rebuilt = await run((tx) =>
    rebuildTickets(
      tx,
      rows.map(({ id }) => id),
    ),
  )
  for (const [index, { state, differing, missing }] of rebuilt.entries()) {
    expect(rows.find(({ id }) => id === rebuilt[index]?.ticket)).toMatchObject(state)
    expect([differing, missing]).toEqual([[], []])
  }
}

describe('a commitment that nobody fulfils', () => {
  it('is kept open through its due instant, and broken a millisecond later, once', async () => {
    const [ticket = ''] = await open(1)
    await database.clock.stopAt(MONDAY + HOUR)
    await sweeper.sweepOnce(workspace)
    expect(await shortLog()).not.toContain('P1/1/broken')
    await database.clock.stopAt(MONDAY + HOUR + 1)
    expect(await sweeper.sweepOnce(workspace)).toBe(1)
    const broken = (await logOf()).filter(({ type }) => type === 'commitment.broken')
    expect(broken).toMatchObject([{ id: `${ticket}/P1/1/broken`, at: new Date(MONDAY + HOUR + 1) }])
    expect(broken[0]?.recorded).toEqual(new Date(MONDAY + HOUR + 1))
    expect(await tickets()).toMatchObject([
      { broken: 1, last_broken_at: new Date(MONDAY + HOUR + 1), next_promise: 'P3' },
    ])
    expect(await sweeper.sweepOnce(workspace)).toBe(0)
    await expectRebuilt()
  })
})

describe('a step', () => {
  it('is taken once, at its instant, and tells whoever holds the position', async () => {
    const [ticket = ''] = await open(1)
    await append({ ticket, type: 'ticket.assigned', by: 'agent', person: ANNA, persons: { to: BRUNO } })
    await database.clock.stopAt(MONDAY + 45 * MIN - 1)
    expect(await sweeper.sweepOnce(workspace)).toBe(0)
    await database.clock.stopAt(MONDAY + 45 * MIN)
    expect(await sweeper.sweepOnce(workspace)).toBe(1)
    expect(await sweeper.sweepOnce(workspace)).toBe(0)
    expect((await logOf()).at(-1)?.envelope).toMatchObject({
      type: 'ticket.escalated',
      by: 'system',
      clause: 'E1',
      step: 1,
      commitment: 'P1/1',
      due: '2026-01-05T09:45:00.000Z',
      late: false,
      tell: ['assignee', 'team-lead'],
      give_to: null,
      raise_priority: false,
    })
    const told = {
      code: 'escalated',
      ticket_id: ticket,
      data: { clause: 'E1', step: 1, commitment: 'P1/1', late: false },
    }
    expect(await notices()).toMatchObject([ANNA, BRUNO, CHIARA].map((person_id) => ({ person_id, ...told })))
    expect((await steps())[0]).toMatchObject({ step: 1, taken_at: new Date(MONDAY + 45 * MIN), is_late: false })
    await expectRebuilt()
  })

  it('raises the priority and gives the ticket to the first who holds the position; an empty position needs a person', async () => {
    await open(1)
    await database.clock.stopAt(MONDAY + 2 * HOUR)
    await sweeper.sweepOnce(workspace)
    expect(await shortLog()).toEqual([
      'P1/1/broken',
      'E1/1/P1/1/escalated',
      'E1/2/P1/1/escalated',
      'E1/2/P1/1/escalated/given',
    ])
    expect(await tickets()).toMatchObject([{ priority: 1, assignee_id: ANNA }])
    expect(await attention()).toMatchObject([
      { code: 'position-empty', data: { position: 'duty-manager' }, ticket_id: null },
    ])
    await expectRebuilt()
  })

  it('passes over who is away; where all who hold a position are, the next one on the ladder acts', async () => {
    const away = (person: string, hours: number) =>
      run((tx) =>
        setAbsence(tx, person, {
          from: new Date(MONDAY).toISOString(),
          until: new Date(MONDAY + hours * HOUR).toISOString(),
          deputy: null,
        }),
      )
    await away(ANNA, 20)
    const [first = ''] = await open(1)
    await database.clock.stopAt(MONDAY + 46 * MIN)
    await sweeper.sweepOnce(workspace)
    expect((await notices()).map(({ person_id }) => person_id)).toEqual([CHIARA])

    // All leads are away, and Bruno is on duty: he is told, and gets the ticket of the second step where no lead is there.
    await away(CHIARA, 20)
    await run(({ db }) =>
      db
        .insertInto('position_holder')
        .values({ workspace_id: workspace, position: 'duty-manager', person_id: BRUNO })
        .execute(),
    )
    const [second = ''] = await open(1)
    await database.clock.stopAt(MONDAY + 92 * MIN)
    await sweeper.sweepOnce(workspace)
    const told = (await notices()).filter(({ ticket_id }) => ticket_id === second)
    expect(told.map(({ person_id, data }) => [person_id, data['step']])).toEqual([[BRUNO, 1]])
    expect(await attention()).toEqual([])

    // The last step of the ladder gives to a lead, and nobody comes after: somebody is asked to see to it.
    await database.clock.stopAt(MONDAY + 3 * HOUR)
    await sweeper.sweepOnce(workspace)
    expect((await tickets()).map(({ assignee_id }) => assignee_id)).toEqual([null, null])
    expect(await attention()).toMatchObject([{ code: 'position-away', data: { position: 'team-lead' } }])
    expect(first).not.toBe(second)
    await expectRebuilt()
  })

  it('is dropped with a commitment that was fulfilled or cancelled before it could be taken', async () => {
    const [answered = '', spam = ''] = await open(2)
    await database.clock.stopAt(MONDAY + 50 * MIN)
    await answer(answered)
    await append({ ticket: spam, type: 'ticket.spam', by: 'agent', person: ANNA })
    await database.clock.stopAt(MONDAY + 3 * HOUR)
    await sweeper.sweepOnce(workspace)
    expect(await shortLog()).toEqual(['P1/1/kept'])
    expect([await steps(), await notices()]).toEqual([[], []])
  })

  it('on a condition is taken as soon as it holds, once a ticket', async () => {
    const [ticket = ''] = await open(1)
    const amount = (minor: number) =>
      append({
        ticket,
        type: 'facts.changed',
        by: 'agent',
        person: ANNA,
        fields: { facts: { amount: { minor, currency: 'EUR' } } },
      })
    await amount(50_001)
    expect(await sweeper.sweepOnce(workspace)).toBe(1)
    await amount(10_000)
    await amount(90_000)
    expect(await sweeper.sweepOnce(workspace)).toBe(0)
    expect(await shortLog()).toEqual(['E2/1/ticket/escalated'])
    expect(await notices()).toHaveLength(2)
    await expectRebuilt()
  })

  it('moves with its due instant while the commitment is paused', async () => {
    const [ticket = ''] = await open(1)
    await answer(ticket)
    await append({ ticket, type: 'status.changed', by: 'agent', person: ANNA, fields: { to: 'waiting-for-customer' } })
    await database.clock.stopAt(MONDAY + 48 * HOUR)
    expect(await sweeper.sweepOnce(workspace)).toBe(0)
    expect(await tickets()).toMatchObject([{ paused: 1, next_due: null }])
    await append({ ticket, type: 'message.received', by: 'customer', person: CARLA })
    expect(await tickets()).toMatchObject([{ paused: 0, next_due: new Date(MONDAY + 50 * HOUR), next_promise: 'P2' }])
    await expectRebuilt()
  })
})

describe('a step that a restored backup counts as taken', () => {
  it('is not taken again, whatever else happens on the ticket', async () => {
    const [ticket = ''] = await open(1)
    await database.clock.stopAt(MONDAY + 50 * MIN)
    await run((tx) =>
      tx.db
        .updateTable('step')
        .set({ taken_at: new Date(tx.now), is_late: true })
        .where('workspace_id', '=', workspace)
        .where('step', '=', 1)
        .execute(),
    )
    await append({ ticket, type: 'note.added', by: 'agent', person: ANNA })
    await database.clock.stopAt(MONDAY + 61 * MIN)
    await sweeper.sweepOnce(workspace)
    expect(await shortLog()).toEqual(['P1/1/broken'])
    expect(await steps()).toMatchObject([
      { step: 1, taken_at: new Date(MONDAY + 50 * MIN) },
      { step: 2, taken_at: null },
    ])
    await expectRebuilt()
  })
})

describe('after the server was away', () => {
  it('what fell due is settled in the order of its instants, and steps are marked late', async () => {
    for (let hour = 0; hour < 5; hour++) {
      await database.clock.stopAt(MONDAY + hour * 10 * MIN)
      await open(1)
    }
    await database.clock.stopAt(MONDAY + 24 * HOUR)
    const one = createSweeper({ store: database.store, log, most: 1 })
    await one.sweepOnce(workspace)
    const rows = await logOf()
    const numbers = new Map((await tickets()).map(({ id, number }) => [id, number]))
    const broken = rows.filter(({ id }) => id.endsWith('P1/1/broken')).sort((a, b) => a.at.getTime() - b.at.getTime())
    expect(broken.map(({ ticket_id }) => numbers.get(ticket_id))).toEqual([1, 2, 3, 4, 5])
    expect((await steps()).map(({ is_late }) => is_late)).toEqual(Array(10).fill(true))
    await expectRebuilt()
  })
})

describe('two servers that sweep at once', () => {
  it('settle each ticket once, also where one is killed in the middle', async () => {
    await open(300)
    await database.clock.stopAt(MONDAY + 4 * HOUR)
    let isKilled = false
    const superuser = await database.connect('postgres')
    const dying = await database.openStore([
      ...EVENT_HANDLERS,
      async (_, tx) => {
        if (isKilled) return
        isKilled = true
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db)
        await superuser.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      },
    ])
    const other = await database.openStore(EVENT_HANDLERS)
    const sweepers = [dying, other].map((store) => createSweeper({ store, log, most: 50 }))
    for (let round = 0; round < 2; round++) await Promise.all(sweepers.map((one) => one.sweepOnce(workspace)))
    const all = await shortLog()
    expect(all.filter((id) => id === 'P1/1/broken')).toHaveLength(300)
    expect(all.filter((id) => id === 'E1/2/P1/1/escalated')).toHaveLength(300)
    expect(all).toHaveLength(300 * 4)
    expect((await tickets()).filter(({ broken }) => broken !== 1)).toEqual([])
    await expectRebuilt()
  })
})

describe('a ticket that cannot be settled', () => {
  it('is set aside alone; a person sees it, and once it is mended it is settled', async () => {
    const [first = '', poisoned = '', last = ''] = await open(3)
    const superuser = await database.connect('postgres')
    const envelope = (await logOf()).find(({ ticket_id }) => ticket_id === poisoned)?.envelope
    await superuser.query('update event set envelope = $2 where ticket_id = $1', [
      poisoned,
      { ...envelope, at: 'never' },
    ])
    await database.clock.stopAt(MONDAY + 90 * MIN)
    said.length = 0
    expect(await sweeper.sweepOnce(workspace)).toBe(3)
    const broken = async () =>
      (await logOf()).filter(({ type }) => type === 'commitment.broken').map(({ ticket_id }) => ticket_id)
    expect((await broken()).sort()).toEqual([first, last].sort())
    expect(await attention()).toMatchObject([
      { code: 'ticket-set-aside', ticket_id: poisoned, data: { tries: 1 }, retry_at: new Date(MONDAY + 91 * MIN) },
    ])
    expect(said).toEqual(['a ticket that cannot be settled is set aside'])
    expect(await sweeper.sweepOnce(workspace)).toBe(0)

    await database.clock.advance(MIN)
    await sweeper.sweepOnce(workspace)
    expect(await attention()).toMatchObject([
      { data: { tries: 2 }, retry_at: new Date(MONDAY + 93 * MIN), settled_at: null },
    ])
    await superuser.query('update event set envelope = $2 where ticket_id = $1', [poisoned, envelope])
    await database.clock.advance(2 * MIN)
    await sweeper.sweepOnce(workspace)
    expect(await broken()).toContain(poisoned)
    expect(await attention()).toMatchObject([{ settled_at: new Date(MONDAY + 93 * MIN) }])
  })
})

describe('the loop', () => {
  it('finds what falls due in every workspace by itself, and stops', async () => {
    const first = workspace
    await open(1)
    workspace = await database.makeWorkspace(`w${++count}`)
    await publish(database.store, workspace, ALWAYS_OPEN)
    await open(1)
    const looping = createSweeper({ store: database.store, log, pollMs: 10 })
    looping.start()
    await database.clock.stopAt(MONDAY + 61 * MIN)
    const isBroken = async () => (await tickets()).every(({ broken }) => broken === 1)
    while (!(await isBroken())) await new Promise((resolve) => setTimeout(resolve, 20))
    workspace = first
    while (!(await isBroken())) await new Promise((resolve) => setTimeout(resolve, 20))
    await looping.stop()
  })
})
