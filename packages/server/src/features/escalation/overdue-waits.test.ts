import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { makeMailbox } from '../../../test/mail.ts'
import { publish } from '../../../test/publish.ts'
import { type JsonObject, type NewEvent, openTickets, type Transaction, transaction, uuidV7 } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { createSweeper, type Sweeper } from '../../jobs/sweeper/index.ts'
import { rebuildTickets } from '../commitments/index.ts'
import { readProcedures } from '../procedures/read-procedures.ts'
import { lookAtTicket } from '../tickets/index.ts'

const CARLA = uuidV7(2)
const [ANNA, BRUNO, CHIARA] = [uuidV7(10), uuidV7(11), uuidV7(12)]
const HOUR = 3_600_000
const MONDAY = Date.UTC(2026, 0, 5, 9)

const WAITING = `${ALWAYS_OPEN.slice(0, ALWAYS_OPEN.indexOf('escalation:'))}
procedures:
  - id: D1
    when: { channel: email }
    steps:
      - { do: "Ask for a photo." }
      - { wait: customer, at most: 5 h of round-the-clock }
      - { wait: supplier, at most: 2 h of round-the-clock, when: { tier: gold } }
      - { approve: duty-manager }
`

let database: TestDatabase
let workspace: string
let sweeper: Sweeper

beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS, { ownsClock: true })
  const log = { warn: () => undefined, error: () => undefined }
  sweeper = createSweeper({ store: database.store, log, publicUrl: 'https://desk.example' })
})
afterAll(() => database?.drop())

/** Every test has a workspace of its own, at nine on a Monday: Anna is of the team care, Bruno works alone, Chiara is on duty. */
let count = 0
beforeEach(async () => {
  await database.clock.stopAt(MONDAY)
  workspace = await database.makeWorkspace(`w${++count}`)
  await publish(database.store, workspace, WAITING)
  await run(async ({ db, now }) => {
    for (const [id, team] of [
      [ANNA, 'care'],
      [BRUNO, null],
      [CHIARA, null],
    ] as const)
      await db
        .insertInto('person')
        .values({ workspace_id: workspace, id, kind: 'staff', team, created_at: new Date(now) })
        .execute()
    const held = { workspace_id: workspace, position: 'duty-manager', person_id: CHIARA }
    await db.insertInto('position_holder').values(held).execute()
  })
})

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)
const append = (event: Omit<NewEvent, 'id'>) => run((tx) => tx.append({ id: tx.newId(), ...event }))
const open = (facts: JsonObject = { channel: 'email', tier: 'standard' }): Promise<string> =>
  run(async (tx) => {
    const created = { by: 'customer' as const, person: CARLA, fields: { facts } }
    const [opened] = await openTickets(tx, [{ created, happened: () => [] }])
    return opened?.ticket ?? ''
  })
const done = (ticket: string, step = 1) =>
  append({ ticket, type: 'step.done', by: 'agent', person: BRUNO, fields: { procedure: 'D1', step, round: 1 } })
const sweepAt = async (hours: number) => {
  await database.clock.stopAt(MONDAY + hours * HOUR)
  return sweeper.sweepOnce(workspace)
}
const overdue = () =>
  run(async ({ db }) => {
    const rows = await db
      .selectFrom('event')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where('type', '=', 'step.overdue')
      .orderBy('seq')
      .execute()
    return rows.map(({ id, ticket_id, envelope, at }) => ({ ...envelope, id: id.replace(`${ticket_id}/`, ''), at }))
  })
const notices = () =>
  run(async ({ db }) => {
    const rows = await db
      .selectFrom('notice')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .orderBy('person_id')
      .execute()
    return rows.map(({ person_id, code, data }) => [person_id, code, data])
  })
const planned = () =>
  run(async ({ db }) => {
    const rows = await db
      .selectFrom('step')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .orderBy('due')
      .orderBy('step')
      .execute()
    return rows.map(({ clause, step, commitment, due, taken_at }) => [
      `${clause}/${step}/${commitment}`,
      due?.getTime(),
      taken_at !== null,
    ])
  })
const stands = (ticket: string) =>
  run(async (tx) => {
    const { number } = await tx.db
      .selectFrom('ticket')
      .select('number')
      .where('workspace_id', '=', workspace)
      .where('id', '=', ticket)
      .executeTakeFirstOrThrow()
    const { procedures } = await readProcedures(tx, await lookAtTicket(tx, Number(number)), undefined)
    return (procedures[0]?.steps ?? []).map(({ step, state }) => `${step} ${state}`)
  })
const expectRebuilt = (ticket: string) =>
  run(async (tx) => {
    const [rebuilt] = await rebuildTickets(tx, [ticket])
    expect(rebuilt?.differing).toEqual([])
  })

describe('a wait of a procedure', () => {
  it('W11: is overdue at its instant, once, and holds nothing up from then on', async () => {
    const ticket = await open()
    expect(await planned()).toEqual([])
    await done(ticket)
    expect(await planned()).toEqual([['D1/2/D1/1', MONDAY + 5 * HOUR, false]])
    await database.clock.stopAt(MONDAY + 5 * HOUR - 1)
    await sweeper.sweepOnce(workspace)
    expect(await overdue()).toEqual([])
    expect(await stands(ticket)).toEqual(['1 done', '2 waiting', '3 later', '4 later'])
    expect(await sweepAt(5)).toBe(1)
    expect(await overdue()).toMatchObject([
      {
        id: 'D1/2/1/overdue',
        by: 'system',
        procedure: 'D1',
        step: 2,
        round: 1,
        action: 'wait',
        due: '2026-01-05T14:00:00.000Z',
        late: false,
      },
    ])
    expect(await stands(ticket)).toEqual(['1 done', '2 overdue', '3 left-out', '4 now'])
    expect(await planned()).toEqual([['D1/2/D1/1', MONDAY + 5 * HOUR, true]])
    await expectRebuilt(ticket)
    // Again, and after other things on the ticket, nothing more happens.
    await append({ ticket, type: 'note.added', by: 'agent', person: BRUNO })
    expect(await sweepAt(6)).toBe(0)
    expect(await overdue()).toHaveLength(1)
    await expectRebuilt(ticket)
  })

  it('tells whoever has the ticket, and who may approve what comes next, once', async () => {
    const ticket = await open()
    await append({ ticket, type: 'ticket.assigned', by: 'agent', person: ANNA, persons: { to: BRUNO } })
    await done(ticket)
    await sweepAt(5)
    await sweepAt(7)
    const data = { clause: 'D1', step: 2, round: 1, due: '2026-01-05T14:00:00.000Z', late: false }
    expect(await notices()).toEqual([
      [BRUNO, 'step-overdue', data],
      [CHIARA, 'step-overdue', data],
    ])
  })

  it('tells the team that has the ticket where no person does', async () => {
    const ticket = await open({ channel: 'email', tier: 'gold' })
    await append({ ticket, type: 'ticket.assigned', by: 'agent', person: BRUNO, fields: { team: 'care' } })
    await done(ticket)
    await sweepAt(5)
    expect(await notices()).toMatchObject([[ANNA, 'step-overdue', { step: 2 }]])
  })

  it('asks once for somebody where neither a person nor a team has the ticket, until one does', async () => {
    const standing = () =>
      run(({ db }) =>
        db
          .selectFrom('attention')
          .select(['code', 'ticket_id', 'data'])
          .where('workspace_id', '=', workspace)
          .where('settled_at', 'is', null)
          .execute(),
      )
    const facts = { channel: 'email', tier: 'gold' }
    const [first, second, third] = [await open(facts), await open(facts), await open(facts)]
    for (const ticket of [first, second, third]) await done(ticket)
    // A team of which nobody is.
    await append({ ticket: third, type: 'ticket.assigned', by: 'agent', person: BRUNO, fields: { team: 'depot' } })
    await sweepAt(5)
    await sweepAt(6)
    expect(await notices()).toEqual([])
    const item = (ticket: string) => ({ code: 'wait-unattended', ticket_id: ticket, data: { clause: 'D1', step: '2' } })
    expect(await standing()).toHaveLength(3)
    expect(await standing()).toEqual(expect.arrayContaining([item(first), item(second), item(third)]))
    await append({ ticket: first, type: 'ticket.assigned', by: 'agent', person: BRUNO, fields: { team: 'care' } })
    await append({ ticket: second, type: 'ticket.spam', by: 'agent', person: BRUNO })
    await append({ ticket: third, type: 'ticket.assigned', by: 'agent', person: BRUNO, persons: { to: ANNA } })
    expect(await standing()).toEqual([])
  })

  it('mails it to who can sign in, in their words', async () => {
    await makeMailbox(database, workspace, `care@w${count}.example`)
    const { control } = database.store
    await run(({ db }) =>
      db
        .updateTable('person')
        .set({ email: 'bruno@staff.example', name: 'Bruno', language: 'it' })
        .where('workspace_id', '=', workspace)
        .where('id', '=', BRUNO)
        .execute(),
    )
    const user = { id: BRUNO, name: 'Bruno', email: 'bruno@staff.example', emailVerified: true, updatedAt: new Date() }
    await control.insertInto('control.user').values(user).execute()
    await control
      .insertInto('control.member')
      .values({ user_id: BRUNO, workspace_id: workspace, person_id: BRUNO, roles: ['agent'] })
      .execute()
    const ticket = await open()
    await append({ ticket, type: 'ticket.assigned', by: 'agent', person: ANNA, persons: { to: BRUNO } })
    await done(ticket)
    await sweepAt(5)
    const mails = await run(({ db }) =>
      db.selectFrom('outbox').select('payload').where('workspace_id', '=', workspace).execute(),
    )
    const [{ payload } = { payload: {} as JsonObject }] = mails
    expect(mails).toHaveLength(1)
    expect(payload).toMatchObject({ to: 'bruno@staff.example', language: 'it' })
    expect(payload['text']).toContain('Richiesta 1: l’attesa al passo 2 di D1 è durata fino al termine massimo')
    expect(payload['text']).toContain(`/w/w${count}/desk/tickets/all/1`)
  })

  it('leads to the next wait, which counts from then', async () => {
    const ticket = await open({ channel: 'email', tier: 'gold' })
    await done(ticket)
    await sweepAt(5)
    expect(await planned()).toEqual([
      ['D1/2/D1/1', MONDAY + 5 * HOUR, true],
      ['D1/3/D1/1', MONDAY + 7 * HOUR, false],
    ])
    await expectRebuilt(ticket)
    await sweepAt(7)
    expect((await overdue()).map(({ id }) => id)).toEqual(['D1/2/1/overdue', 'D1/3/1/overdue'])
    expect(await stands(ticket)).toEqual(['1 done', '2 overdue', '3 overdue', '4 now'])
  })

  it('that ended before, or whose ticket is over, is never overdue', async () => {
    const [answered, solved, said] = [await open(), await open(), await open()]
    for (const ticket of [answered, solved, said]) await done(ticket)
    await database.clock.advance(1000)
    await append({ ticket: answered, type: 'message.received', by: 'customer', person: CARLA })
    await append({
      ticket: said,
      type: 'step.done',
      by: 'agent',
      person: BRUNO,
      fields: { procedure: 'D1', step: 2, round: 1 },
    })
    await append({ ticket: solved, type: 'message.sent', by: 'agent', person: BRUNO })
    await append({ ticket: solved, type: 'status.changed', by: 'agent', person: BRUNO, fields: { to: 'solved' } })
    expect(await planned()).toEqual([])
    await sweepAt(30)
    expect(await overdue()).toEqual([])
    // Opened again it has waited all that time.
    await append({ ticket: solved, type: 'status.changed', by: 'agent', person: BRUNO, fields: { to: 'open' } })
    await sweepAt(31)
    expect(await overdue()).toMatchObject([{ id: 'D1/2/1/overdue', late: true }])
  })

  it('of a restored backup is passed over in silence', async () => {
    const ticket = await open()
    await done(ticket)
    await run(({ db, now }) =>
      db
        .updateTable('step')
        .set({ taken_at: new Date(now) })
        .where('workspace_id', '=', workspace)
        .execute(),
    )
    await sweepAt(6)
    await append({ ticket, type: 'note.added', by: 'agent', person: BRUNO })
    await sweepAt(7)
    expect(await overdue()).toEqual([])
    await expectRebuilt(ticket)
  })
})
