import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { makeMailbox } from '../../../test/mail.ts'
import { publish } from '../../../test/publish.ts'
import { type NewEvent, type Transaction, transaction, uuidV7 } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { Refusal } from '../../refusal.ts'
import { type Keys, openKeys } from '../../secrets/index.ts'
import { setAbsence } from '../absences/index.ts'
import { acknowledge } from '../acknowledgements/index.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { openRequest, receiveMessage } from '../tickets/index.ts'
import { coverAbsences } from './index.ts'

const MONDAY = Date.UTC(2026, 0, 5, 9)
const HOUR = 3_600_000
const MAILBOX = 'support@care.example'
/** The further answers are promised to customers too. */
const CHARTER = ALWAYS_OPEN.replace(
  '- id: P2\n    audience: staff',
  '- id: P2\n    audience: public\n    says: "We go on within {target}."',
)
const [ANNA, BEN, CLEO] = [uuidV7(10), uuidV7(11), uuidV7(12)]

let database: TestDatabase
let folder: string
let keys: Keys
let workspace: string
let count = 0
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS, { ownsClock: true })
  folder = mkdtempSync(join(tmpdir(), 'avow-absences-'))
  keys = openKeys(join(folder, 'secret'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})
/** A workspace of its own for each test, at nine on a Monday: three colleagues, Anna of the team care. */
beforeEach(async () => {
  await database.clock.stopAt(MONDAY)
  workspace = await database.makeWorkspace(`absent-${++count}`)
  await publish(database.store, workspace, CHARTER)
  await database.store.control.deleteFrom('control.mailbox_address').where('address', '=', MAILBOX).execute()
  await makeMailbox(database, workspace, MAILBOX)
  await run(async (tx) => {
    for (const [id, team] of [
      [ANNA, 'care'],
      [BEN, null],
      [CLEO, null],
    ] as const)
      await tx.db
        .insertInto('person')
        .values({ workspace_id: workspace, id, kind: 'staff', team, created_at: new Date(tx.now) })
        .execute()
  })
})

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)
const at = (hours: number): Promise<void> => database.clock.stopAt(MONDAY + hours * HOUR)
const iso = (hours: number): string => new Date(MONDAY + hours * HOUR).toISOString()
const away = (person: string, from: number, until: number, deputy: string | null = null) =>
  run((tx) => setAbsence(tx, person, { from: iso(from), until: iso(until), deputy }))
const cover = () => coverAbsences(database.store, { workspace, most: 10, keys, publicUrl: '' })
const append = (ticket: string, event: Omit<NewEvent, 'id' | 'ticket'>) =>
  run((tx) => tx.append({ id: tx.newId(), ticket, ...event }))

/** A request that is acknowledged, and that Anna has. */
const open = async (address = `carla${count}@home.example`): Promise<string> => {
  const ticket = await run(async (tx) => {
    const customer = await findOrAddCustomer(tx, { email: address })
    const opened = await openRequest(tx, {
      channel: 'email',
      by: 'customer',
      customer,
      customerSays: { address },
      message: { subject: 'A kettle', text: 'It leaks.' },
    })
    await acknowledge(tx, { ...opened, keys, publicUrl: '', mailboxAddress: MAILBOX })
    return opened.ticket
  })
  await append(ticket, { type: 'ticket.assigned', by: 'agent', person: ANNA, persons: { to: ANNA } })
  return ticket
}
/** Anna has answered and waits for the customer: no promise runs. */
const answered = async (ticket: string): Promise<void> => {
  await append(ticket, { type: 'message.sent', by: 'agent', person: ANNA })
  await append(ticket, { type: 'status.changed', by: 'agent', person: ANNA, fields: { to: 'waiting-for-customer' } })
}
const write = (ticket: string) => run((tx) => receiveMessage(tx, ticket, { subject: 'Re: A kettle', text: 'Still.' }))

const rowOf = (ticket: string) =>
  run(({ db }) =>
    db
      .selectFrom('ticket')
      .select(['assignee_id', 'team'])
      .where('workspace_id', '=', workspace)
      .where('id', '=', ticket)
      .executeTakeFirstOrThrow(),
  )
const logOf = (ticket: string, type: string) =>
  run(async ({ db }) => {
    const rows = await db
      .selectFrom('event')
      .select('envelope')
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', ticket)
      .where('type', '=', type)
      .orderBy('seq')
      .execute()
    return rows.map(({ envelope }) => envelope)
  })
const mails = () =>
  run(async ({ db }) => {
    const rows = await db
      .selectFrom('outbox')
      .select('payload')
      .where('workspace_id', '=', workspace)
      .where('kind', '=', 'new-time')
      .orderBy('id')
      .execute()
    return rows.map(({ payload }) => ({ to: String(payload['to']), text: String(payload['text']) }))
  })
const attention = () =>
  run(({ db }) =>
    db
      .selectFrom('attention')
      .select(['code', 'ticket_id'])
      .where('workspace_id', '=', workspace)
      .where('settled_at', 'is', null)
      .execute(),
  )

describe('tickets of somebody who is away', () => {
  it('go to whoever stands in when the absence begins, once, and the log says why', async () => {
    const ticket = await open()
    await away(ANNA, 0.5, 8, BEN)
    expect([await cover(), (await rowOf(ticket)).assignee_id]).toEqual([0, ANNA])
    await at(0.5)
    expect([await cover(), await cover()]).toEqual([1, 0])
    expect(await rowOf(ticket)).toEqual({ assignee_id: BEN, team: 'care' })
    expect((await logOf(ticket, 'ticket.assigned')).at(-1)).toMatchObject({
      by: 'system:avow',
      reason: 'away',
      team: 'care',
      to: expect.any(String),
      from: expect.any(String),
    })
    const told = await run(({ db }) =>
      db.selectFrom('notice').select(['person_id', 'code']).where('workspace_id', '=', workspace).execute(),
    )
    expect(told).toEqual([{ person_id: BEN, code: 'stands-in' }])
    expect(await attention()).toEqual([])
    // The acknowledgement told the time, and it stands.
    expect(await mails()).toEqual([])
  })

  it('go to one worker of several at once', async () => {
    const tickets = [await open(), await open(), await open()]
    await away(ANNA, 0, 8, BEN)
    const took = await Promise.all([cover(), cover(), cover(), cover()])
    expect(took.reduce((sum, one) => sum + one, 0)).toBe(3)
    for (const ticket of tickets) expect(await logOf(ticket, 'ticket.assigned')).toHaveLength(2)
  })

  it('go on to the deputy of a deputy who is away, and back to the team where nobody is left', async () => {
    const [first, second] = [await open(), await open('dora@home.example')]
    await away(ANNA, 0, 8, BEN)
    await away(BEN, 0, 2, CLEO)
    await cover()
    expect([(await rowOf(first)).assignee_id, (await rowOf(second)).assignee_id]).toEqual([CLEO, CLEO])
    await away(CLEO, 0, 2, ANNA)
    await cover()
    expect(await rowOf(first)).toEqual({ assignee_id: null, team: 'care' })
    expect(await attention()).toEqual(
      expect.arrayContaining([
        { code: 'unattended', ticket_id: first },
        { code: 'unattended', ticket_id: second },
      ]),
    )
    await append(first, { type: 'ticket.assigned', by: 'agent', person: BEN, persons: { to: BEN } })
    await append(second, { type: 'ticket.spam', by: 'agent', person: BEN })
    expect(await attention()).toEqual([])
  })

  it('stay where no promise runs, until the customer writes; and where the absence is over', async () => {
    const ticket = await open()
    await answered(ticket)
    await away(ANNA, 1, 8)
    await at(2)
    expect([await cover(), (await rowOf(ticket)).assignee_id]).toEqual([0, ANNA])
    await write(ticket)
    expect([await cover(), (await rowOf(ticket)).assignee_id]).toEqual([1, null])
    const later = await open('later@home.example')
    await run((tx) => setAbsence(tx, ANNA, null))
    expect([await cover(), (await rowOf(later)).assignee_id]).toEqual([0, ANNA])
    await away(ANNA, 1, 3)
    await at(3)
    expect(await cover()).toBe(0)
  })
})

describe('the customer of somebody who is away', () => {
  const due = (ticket: string, promise: string) =>
    run(async ({ db }) => {
      const row = await db
        .selectFrom('commitment')
        .select('due')
        .where('workspace_id', '=', workspace)
        .where('ticket_id', '=', ticket)
        .where('promise', '=', promise)
        .orderBy('run', 'desc')
        .executeTakeFirst()
      return row?.due?.getTime()
    })

  it('is told once by when somebody else answers: the due time of the promise, which does not move', async () => {
    const ticket = await open()
    await answered(ticket)
    await away(ANNA, 1, 100, BEN)
    await at(5)
    await write(ticket)
    const before = await due(ticket, 'P2')
    expect(before).toBe(MONDAY + 7 * HOUR)
    await cover()
    expect(await due(ticket, 'P2')).toBe(before)
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail?.to).toBe(`carla${count}@home.example`)
    expect(mail?.text).toContain(
      'The person who had your request 1 is away. Somebody else answers you by Monday, January 5, 2026 at 4:00 PM (Coordinated Universal Time).',
    )
    expect((await logOf(ticket, 'message.auto')).at(-1)).toMatchObject({ kind: 'new-time', tells: ['P2'] })
    // Whoever stands in goes away too: the customer knows the time already.
    await away(BEN, 5, 100, CLEO)
    await at(6.5)
    expect([await cover(), (await rowOf(ticket)).assignee_id]).toEqual([1, CLEO])
    expect(await mails()).toHaveLength(1)
  })

  it('is told nothing that a limit on automatic mail holds back; the ticket goes on all the same', async () => {
    const ticket = await open()
    await answered(ticket)
    await away(ANNA, 0, 8, BEN)
    await at(0.5)
    await write(ticket)
    expect([await cover(), (await rowOf(ticket)).assignee_id]).toEqual([1, BEN])
    expect(await mails()).toEqual([])
    const held = await run(({ db }) =>
      db.selectFrom('automatic_mail').select('was_held').where('workspace_id', '=', workspace).execute(),
    )
    expect(held).toEqual([{ was_held: false }])
  })

  it('is told nothing of promises that are for staff alone', async () => {
    await publish(database.store, workspace, ALWAYS_OPEN)
    const ticket = await open()
    await answered(ticket)
    await away(ANNA, 0, 8, BEN)
    await at(5)
    await write(ticket)
    expect([await cover(), await mails()]).toEqual([1, []])
  })
})

describe('an absence', () => {
  it('is of somebody of the desk, ends after it begins and after now, and has somebody else stand in', async () => {
    const code = async (work: Promise<unknown>): Promise<string> => {
      const error: unknown = await work.then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      if (error instanceof Refusal) return error.code
      throw error ?? new Error('nothing was refused')
    }
    expect(await code(away(uuidV7(99), 0, 1))).toBe('not-found')
    expect(await code(away(ANNA, 2, 1))).toBe('bad-request')
    expect(await code(away(ANNA, -2, -1))).toBe('bad-request')
    expect(await code(away(ANNA, 0, 1, ANNA))).toBe('unknown-person')
    const customer = await run((tx) => findOrAddCustomer(tx, { email: 'c@home.example' }))
    expect(await code(away(ANNA, 0, 1, customer))).toBe('unknown-person')
    expect(await code(away(customer, 0, 1))).toBe('not-found')
  })
})
