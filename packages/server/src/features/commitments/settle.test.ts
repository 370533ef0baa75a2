import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { LONG_AGO, publish } from '../../../test/publish.ts'
import { type JsonObject, type NewEvent, openTicket, type Transaction, transaction, uuidV7 } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { decideTicket } from './index.ts'

const ANNA = uuidV7(1)
const CARLA = uuidV7(2)
const MIN = 60_000
const HOUR = 60 * MIN

let database: TestDatabase
let workspace: string
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS)
  workspace = await database.makeWorkspace('settling')
  await publish(database.store, workspace, ALWAYS_OPEN)
})
afterAll(() => database.drop())

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)
const now = () => run(async (tx) => tx.now)

/** A ticket that a customer opened `ago` ms before now. */
const open = (ago: number, fields: JsonObject = {}): Promise<string> =>
  run(async (tx) => {
    const at = tx.now - ago
    const { ticket } = await openTicket(tx, { by: 'customer', person: CARLA, at, fields: { facts: {}, ...fields } })
    return ticket
  })

const append = (event: Omit<NewEvent, 'id' | 'at'> & { id?: string; ago?: number }) =>
  run((tx) => {
    const { ago = 0, id = tx.newId(), ...rest } = event
    return tx.append({ ...rest, id, at: tx.now - ago })
  })
const answer = (ticket: string, ago = 0) =>
  append({ ticket, type: 'message.sent', by: 'agent', person: ANNA, ago, content: [] })

const rowsOf = (ticket: string) =>
  run((tx) =>
    tx.db
      .selectFrom('commitment')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', ticket)
      .orderBy('promise')
      .orderBy('run')
      .execute(),
  )
const states = async (ticket: string) =>
  Object.fromEntries((await rowsOf(ticket)).map(({ promise, run, state }) => [`${promise}/${run}`, state]))
const rowOf = (ticket: string) =>
  run((tx) =>
    tx.db
      .selectFrom('ticket')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where('id', '=', ticket)
      .executeTakeFirstOrThrow(),
  )
const logOf = (ticket: string) =>
  run((tx) =>
    tx.db
      .selectFrom('event')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', ticket)
      .orderBy('seq')
      .execute(),
  )
const verdicts = async (ticket: string) =>
  (await logOf(ticket))
    .filter(({ type }) => type.startsWith('commitment.'))
    .map(({ id, envelope }) => [id.slice(ticket.length + 1), envelope['state'] ?? '', envelope['cause'] ?? ''])

describe('an event', () => {
  it('begins the commitments of the charter in force, in its own transaction', async () => {
    const ticket = await open(0)
    const [first, resolution] = await rowsOf(ticket)
    const { created_at } = await rowOf(ticket)
    expect(first).toMatchObject({ promise: 'P1', run: 1, state: 'running', start: created_at, row: 2, rules: 1 })
    expect(first?.due?.getTime()).toBe(created_at.getTime() + HOUR)
    expect(resolution?.due?.getTime()).toBe(created_at.getTime() + 24 * HOUR)
    expect(await rowOf(ticket)).toMatchObject({
      next_due: first?.due,
      next_promise: 'P1',
      next_start: created_at,
      risk_at: new Date(created_at.getTime() + 45 * MIN),
      broken: 0,
      paused: 0,
    })
  })

  it('that is undone leaves nothing behind: no state, no commitment, no verdict', async () => {
    const ticket = await open(0)
    const before = [await rowOf(ticket), await rowsOf(ticket), await logOf(ticket)]
    const failing = await database.openStore([
      ...EVENT_HANDLERS,
      async () => {
        throw new Error('the last handler fails')
      },
    ])
    const sent: NewEvent = { id: uuidV7(3), ticket, type: 'message.sent', by: 'agent', person: ANNA }
    await expect(transaction(failing, { workspace }, (tx) => tx.append(sent))).rejects.toThrow('the last handler fails')
    expect([await rowOf(ticket), await rowsOf(ticket), await logOf(ticket)]).toEqual(before)
  })

  it('settles: the verdict is an event at the instant of the fulfilment', async () => {
    const ticket = await open(20 * MIN)
    const sent = await answer(ticket, 5 * MIN)
    expect(await states(ticket)).toEqual({ 'P1/1': 'kept', 'P3/1': 'running' })
    const [, , verdict] = await logOf(ticket)
    expect(verdict).toMatchObject({ id: `${ticket}/P1/1/kept`, type: 'commitment.kept', actor: 'system' })
    expect(verdict?.at.getTime()).toBe(sent?.at)
    expect(await rowOf(ticket)).toMatchObject({ seq: 3, next_promise: 'P3' })
  })

  it('on a ticket whose due instant has passed says that it is broken, at due and a millisecond', async () => {
    const ticket = await open(3 * HOUR)
    const [first] = await rowsOf(ticket)
    expect(first).toMatchObject({ promise: 'P1', state: 'broken' })
    const verdict = (await logOf(ticket)).find(({ type }) => type === 'commitment.broken')
    expect(verdict?.at.getTime()).toBe((first?.due?.getTime() ?? 0) + 1)
    expect(await rowOf(ticket)).toMatchObject({ broken: 1, last_broken_at: verdict?.at })
  })

  it('writes many tickets in as many statements as one', async () => {
    const tickets = [await open(0), await open(0), await open(0), await open(0)]
    const statementsFor = async (some: readonly string[]) => {
      const before = database.statements.length
      await run((tx) =>
        tx.appendAll(
          some.map((ticket) => ({ id: tx.newId(), ticket, type: 'message.sent', by: 'agent' as const, person: ANNA })),
        ),
      )
      return database.statements.length - before
    }
    const one = await statementsFor(tickets.slice(0, 1))
    expect(await statementsFor(tickets.slice(1))).toBe(one)
  })
})

describe('a verdict', () => {
  it('that a late message shows to be wrong is corrected, naming the message', async () => {
    const ticket = await open(3 * HOUR)
    expect(await states(ticket)).toMatchObject({ 'P1/1': 'broken' })
    const late = await answer(ticket, 150 * MIN)
    expect(await states(ticket)).toMatchObject({ 'P1/1': 'kept' })
    expect(await verdicts(ticket)).toEqual([
      ['P1/1/broken', '', ''],
      ['P1/1/corrected/2', 'kept', late?.id],
    ])
    expect((await rowsOf(ticket))[0]?.corrected).toBe(true)
    expect(await rowOf(ticket)).toMatchObject({ broken: 0, last_broken_at: null })
  })

  it('names the one of several events that made the difference', async () => {
    const ticket = await open(3 * HOUR)
    const [, sent] = await run((tx) =>
      tx.appendAll([
        { id: tx.newId(), ticket, type: 'note.added', by: 'agent', person: ANNA },
        { id: tx.newId(), ticket, type: 'message.sent', by: 'agent', person: ANNA, at: tx.now - 150 * MIN },
        { id: tx.newId(), ticket, type: 'note.added', by: 'agent', person: ANNA },
      ]),
    )
    expect((await verdicts(ticket)).at(-1)).toEqual(['P1/1/corrected/2', 'kept', sent?.id])
  })

  it('of a kept resolution is taken back by a reopening, and given again', async () => {
    const ticket = await open(30 * MIN)
    await answer(ticket)
    await append({ ticket, type: 'status.changed', by: 'agent', person: ANNA, fields: { to: 'solved' } })
    const again = await append({ ticket, type: 'message.received', by: 'customer', person: CARLA })
    expect(await states(ticket)).toEqual({ 'P1/1': 'kept', 'P2/1': 'running', 'P3/1': 'running' })
    await answer(ticket)
    await append({ ticket, type: 'status.changed', by: 'agent', person: ANNA, fields: { to: 'solved' } })
    expect(await verdicts(ticket)).toEqual([
      ['P1/1/kept', '', ''],
      ['P3/1/kept', '', ''],
      ['P3/1/corrected/2', 'running', again?.id],
      ['P2/1/kept', '', ''],
      ['P3/1/kept/3', '', ''],
    ])
  })

  it('on a run that a late event removed says that it is gone, and so is its row', async () => {
    const ticket = await open(5 * HOUR)
    await answer(ticket, 270 * MIN)
    await append({ ticket, type: 'message.received', by: 'customer', person: CARLA, ago: 260 * MIN })
    expect(await states(ticket)).toMatchObject({ 'P2/1': 'broken' })
    // The ticket was spam before that message came.
    const spam = await append({ ticket, type: 'ticket.spam', by: 'agent', person: ANNA, ago: 265 * MIN })
    expect(await states(ticket)).toEqual({ 'P1/1': 'kept', 'P3/1': 'cancelled' })
    expect((await verdicts(ticket)).at(-1)).toEqual(['P2/1/corrected/2', 'gone', spam?.id])
  })
})

describe('spam', () => {
  it('cancels what is running, and undone brings it back from its true start', async () => {
    const ticket = await open(10 * MIN)
    const [first] = await rowsOf(ticket)
    await append({ ticket, type: 'ticket.spam', by: 'agent', person: ANNA })
    expect(await states(ticket)).toEqual({ 'P1/1': 'cancelled', 'P3/1': 'cancelled' })
    expect(await rowOf(ticket)).toMatchObject({ is_spam: true, next_due: null, risk_at: null })
    await append({ ticket, type: 'ticket.spam', by: 'agent', person: ANNA, fields: { undo: true } })
    expect((await rowsOf(ticket))[0]).toEqual(first)
    expect(await rowOf(ticket)).toMatchObject({ is_spam: false, next_due: first?.due })
  })
})

describe('the row of a ticket', () => {
  it('says what its events told, with persons by their ids', async () => {
    const mailbox = uuidV7(5)
    const ticket = await run(async (tx) => {
      const opened = await openTicket(tx, {
        by: 'agent',
        person: ANNA,
        fields: {
          facts: { channel: 'phone', tier: 'gold' },
          for: 'customer',
          channel: 'phone',
          language: 'it',
          mailbox,
        },
        content: [
          { part: 'customer', person: CARLA, value: { name: 'Carla Rossi' } },
          { part: 'facts', person: CARLA, value: { amount: { minor: 8000, currency: 'EUR' } } },
        ],
      })
      await tx.append({
        id: tx.newId(),
        ticket: opened.ticket,
        type: 'message.received',
        by: 'customer',
        person: CARLA,
        content: [
          { part: 'subject', person: CARLA, value: 'The lamp is broken' },
          { part: 'text', person: CARLA, value: `It came in pieces. ${'Many of them. '.repeat(20)}` },
        ],
      })
      return opened.ticket
    })
    await append({
      ticket,
      type: 'ticket.assigned',
      by: 'agent',
      person: ANNA,
      persons: { to: ANNA },
      fields: { team: 'lamps' },
    })
    await append({ ticket, type: 'facts.changed', by: 'agent', person: ANNA, fields: { facts: { tier: null } } })
    await append({ ticket, type: 'ticket.rated', by: 'customer', person: CARLA, fields: { score: 4 } })
    expect(await rowOf(ticket)).toMatchObject({
      channel: 'phone',
      language: 'it',
      customer_id: CARLA,
      mailbox_id: mailbox,
      assignee_id: ANNA,
      team: 'lamps',
      facts: { channel: 'phone', amount: { minor: 8000, currency: 'EUR' } },
      messages: 1,
      rating: 4,
      priority: 0,
    })
    const preview = await run((tx) =>
      tx.db
        .selectFrom('ticket_preview')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .where('ticket_id', '=', ticket)
        .executeTakeFirstOrThrow(),
    )
    expect(preview).toMatchObject({ subject: 'The lamp is broken' })
    expect(preview.snippet).toHaveLength(160)
    await append({ ticket, type: 'ticket.assigned', by: 'agent', person: ANNA })
    expect(await rowOf(ticket)).toMatchObject({ assignee_id: null, team: 'lamps' })
  })
})

describe('without a charter in force when it was created', () => {
  it('a ticket has a state and no commitments, and says so', async () => {
    const ticket = await open(0)
    const early = await run(async (tx) => {
      const at = LONG_AGO - HOUR
      return (await openTicket(tx, { by: 'customer', person: CARLA, at, fields: { facts: { tier: 'gold' } } })).ticket
    })
    await append({ ticket: early, type: 'status.changed', by: 'agent', person: ANNA, fields: { to: 'on-hold' } })
    expect(await states(early)).toEqual({})
    expect(await rowOf(early)).toMatchObject({ state: 'on-hold', charter_hash: null, facts: { tier: 'gold' } })
    expect(await run((tx) => decideTicket(tx, early))).toBeUndefined()
    const decided = await run((tx) => decideTicket(tx, ticket))
    expect(decided?.decision.commitments).toHaveLength(2)
  })
})

describe('a rule that cannot be evaluated', () => {
  it('is raised once as needing a person', async () => {
    const ticket = await open(0, { facts: { tier: 'platinum' } })
    await append({ ticket, type: 'note.added', by: 'agent', person: ANNA })
    const raised = await run((tx) =>
      tx.db
        .selectFrom('attention')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .where('ticket_id', '=', ticket)
        .execute(),
    )
    expect(raised).toMatchObject([{ code: 'rule-unevaluated', data: { clause: null, code: 'fact-does-not-fit' } }])
    expect(await now()).toBeGreaterThan(0)
  })
})
