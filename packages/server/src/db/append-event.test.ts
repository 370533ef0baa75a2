import { canonicalJson } from '@avow/core'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { contentMark, findBrokenLink, linkHash } from './chain.ts'
import {
  type EventHandler,
  type JsonValue,
  type NewEvent,
  openTicket,
  type Transaction,
  transaction,
  uuidV7,
} from './index.ts'
import { NO_EVENT } from './ticket-heads.ts'

const ANNA = uuidV7(1)
const CARLA = uuidV7(2)
const HOUR = 3_600_000

let database: TestDatabase
let workspace: string
beforeAll(async () => {
  database = await openTestDatabase()
  workspace = await database.makeWorkspace('events')
})
afterAll(() => database.drop())

const run = <T>(work: (opened: Transaction) => Promise<T>): Promise<T> =>
  transaction(database.store, { workspace }, work)
const newTicket = (): Promise<string> =>
  run(async (opened) => (await openTicket(opened, { by: 'customer', person: CARLA })).ticket)
const append = (event: Omit<NewEvent, 'v'>) => run((opened) => opened.append(event))
const log = (ticket: string) =>
  run(({ db }) =>
    db
      .selectFrom('event')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', ticket)
      .orderBy('seq')
      .execute(),
  )
const stateOf = (ticket: string) =>
  run(({ db }) =>
    db
      .selectFrom('ticket')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where('id', '=', ticket)
      .executeTakeFirstOrThrow(),
  )
const contentOf = (ticket: string) =>
  run(({ db }) =>
    db
      .selectFrom('event_content')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', ticket)
      .execute(),
  )

describe('a ticket', () => {
  it('gets the next number of its workspace, which its creation carries', async () => {
    const [one, two] = [await newTicket(), await newTicket()]
    const numbers = [(await stateOf(one)).number, (await stateOf(two)).number]
    expect(numbers[1]).toBe((numbers[0] ?? Number.NaN) + 1)
    expect((await log(two))[0]?.envelope).toMatchObject({ type: 'ticket.created', number: numbers[1], seq: 1 })
    const elsewhere = await database.makeWorkspace('numbers')
    const first = await transaction(database.store, { workspace: elsewhere }, (opened) =>
      openTicket(opened, { by: 'customer' }),
    )
    expect(first.envelope).toMatchObject({ number: 1 })
  })

  it('opened by many at once, gets a number of its own each', async () => {
    const tickets = await Promise.all(Array.from({ length: 12 }, newTicket))
    const numbers = await Promise.all(tickets.map(async (ticket) => (await stateOf(ticket)).number))
    expect(new Set(numbers).size).toBe(12)
  })
})

describe('appending', () => {
  it('writes the event, its content apart, and moves the ticket', async () => {
    const ticket = await newTicket()
    const appended = await append({
      id: 'mail-1',
      ticket,
      type: 'message.received',
      by: 'customer',
      person: CARLA,
      fields: { facts: { channel: 'email' } },
      content: [
        { part: 'text', person: CARLA, value: 'Where is my parcel?' },
        { part: 'from', person: CARLA, value: { name: 'Carla Rossi', address: 'carla@example.org' } },
      ],
    })
    const [, event] = await log(ticket)
    expect(event).toMatchObject({ seq: 2, id: 'mail-1', v: 1, actor: 'customer', envelope: appended?.envelope })
    expect(event?.envelope['by']).toBe(`customer:${event?.person}`)
    expect(event?.person).not.toBe(CARLA)
    expect(canonicalJson(event?.envelope)).not.toMatch(/Rossi|parcel|example\.org/)
    const state = await stateOf(ticket)
    expect([state.seq, state.recorded, state.hash]).toEqual([2, event?.recorded, event?.hash])

    const content = await contentOf(ticket)
    expect(content.map(({ part, value }) => [part, value]).sort()).toEqual([
      ['from', { name: 'Carla Rossi', address: 'carla@example.org' }],
      ['text', 'Where is my parcel?'],
    ])
    const [key] = await run(({ db }) =>
      db
        .selectFrom('person_key')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .where('ticket_id', '=', ticket)
        .execute(),
    )
    expect(event?.envelope['content']).toEqual(
      Object.fromEntries(content.map(({ part, value }) => [part, contentMark(key?.secret ?? NO_EVENT, part, value)])),
    )
  })

  it('the same id again changes nothing, and calls nobody', async () => {
    const ticket = await newTicket()
    const event: NewEvent = { id: `once-${ticket}`, ticket, type: 'note.added', by: 'agent', person: ANNA }
    const called: string[] = []
    const store = await database.openStore([async (events) => void called.push(...events.map(({ id }) => id))])
    const first = await transaction(store, { workspace }, (opened) => opened.append(event))
    const before = await stateOf(ticket)
    expect(first?.seq).toBe(2)
    expect(await transaction(store, { workspace }, (opened) => opened.append(event))).toBeUndefined()
    expect(
      await transaction(store, { workspace }, async (opened) => {
        // The same id on another ticket is the same event all the same.
        const other = await openTicket(opened, { id: `other-${ticket}`, by: 'customer' })
        return opened.append({ ...event, ticket: other.ticket })
      }),
    ).toBeUndefined()
    expect(await stateOf(ticket)).toEqual(before)
    expect(called).toEqual([event.id, `other-${ticket}`])
  })

  it('by many at once leaves one chain, without gaps, in the order of recorded', async () => {
    const ticket = await newTicket()
    const second = await database.openStore()
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        transaction(index % 2 === 0 ? database.store : second, { workspace }, (opened) =>
          // Every id twice: half of these change nothing.
          opened.append({
            id: `${ticket}-${Math.floor(index / 2)}`,
            ticket,
            type: 'note.added',
            by: 'agent',
            person: ANNA,
          }),
        ),
      ),
    )
    const events = await log(ticket)
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1))
    expect(findBrokenLink(events)).toBeUndefined()
    const recorded = events.map((event) => event.recorded.getTime())
    expect(recorded).toEqual(recorded.toSorted((a, b) => a - b))
  })

  it('is never recorded before the ticket’s last event, whatever the database’s clock did', async () => {
    const ticket = await newTicket()
    const ahead = new Date((await stateOf(ticket)).recorded.getTime() + HOUR)
    const superuser = await database.connect('postgres')
    await superuser.query('update ticket set recorded = $1 where workspace_id = $2 and id = $3', [
      ahead,
      workspace,
      ticket,
    ])
    const event = await append({ id: `late-${ticket}`, ticket, type: 'note.added', by: 'agent', person: ANNA })
    expect(event?.recorded).toBe(ahead.getTime())
  })

  it('takes an instant before now as it is, and one after now as now', async () => {
    const ticket = await newTicket()
    const received = Date.UTC(2026, 0, 5, 10)
    const early = await append({
      id: `early-${ticket}`,
      ticket,
      type: 'message.received',
      by: 'customer',
      at: received,
    })
    expect([early?.at, early?.envelope['at']]).toEqual([received, '2026-01-05T10:00:00.000Z'])
    const future = await append({
      id: `future-${ticket}`,
      ticket,
      type: 'note.added',
      by: 'agent',
      at: Date.UTC(2150, 0),
    })
    expect(future?.at).toBe(future?.recorded)
  })

  it('lets no field of a type stand for one of the event', async () => {
    const ticket = await newTicket()
    const forged = append({
      id: `forged-${ticket}`,
      ticket,
      type: 'note.added',
      by: 'agent',
      fields: { recorded: 'never' },
    })
    await expect(forged).rejects.toThrow('cannot have a field “recorded”')
  })

  it('to a ticket of another workspace finds none', async () => {
    const ticket = await newTicket()
    const elsewhere = await database.makeWorkspace('elsewhere')
    const foreign = transaction(database.store, { workspace: elsewhere }, (opened) =>
      opened.append({ id: 'foreign', ticket, type: 'note.added', by: 'agent' }),
    )
    await expect(foreign).rejects.toThrow(`has no ticket ${ticket}`)
  })

  it('several at once chains those of one ticket, and refuses an id that is taken', async () => {
    const [one, two] = [await newTicket(), await newTicket()]
    const note = (ticket: string, id: string): NewEvent => ({
      id,
      ticket,
      type: 'note.added',
      by: 'agent',
      person: ANNA,
    })
    const appended = await run((opened) =>
      opened.appendAll([note(one, `a-${one}`), note(two, `a-${two}`), note(one, `b-${one}`)]),
    )
    expect(appended.map(({ ticket, seq }) => [ticket, seq])).toEqual([
      [one, 2],
      [two, 2],
      [one, 3],
    ])
    expect(findBrokenLink(await log(one))).toBeUndefined()
    await expect(run((opened) => opened.appendAll([note(one, `c-${one}`), note(two, `a-${two}`)]))).rejects.toThrow(
      'only 1 were new',
    )
    expect(await log(one)).toHaveLength(3)
  })

  it('hands the events to the handlers in their order, inside the transaction, once its work is done', async () => {
    const ticket = await newTicket()
    const seen: string[] = []
    const handler =
      (name: string): EventHandler =>
      async (events, { db }) => {
        const { count } = await db
          .selectFrom('event')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('workspace_id', '=', workspace)
          .where('ticket_id', '=', ticket)
          .executeTakeFirstOrThrow()
        seen.push(`${name} ${events.map(({ id }) => id).join('+')} of ${count}`)
        if (events.some(({ id }) => id === 'refused')) throw new Error('not with me')
      }
    const store = await database.openStore([handler('first'), handler('second')])
    await transaction(store, { workspace }, async (opened) => {
      await opened.append({ id: 'seen', ticket, type: 'note.added', by: 'agent' })
      await opened.append({ id: 'too', ticket, type: 'note.added', by: 'agent' })
    })
    expect(seen).toEqual(['first seen+too of 3', 'second seen+too of 3'])
    const refused = transaction(store, { workspace }, (opened) =>
      opened.append({ id: 'refused', ticket, type: 'note.added', by: 'agent' }),
    )
    await expect(refused).rejects.toThrow('not with me')
    expect((await log(ticket)).map(({ id }) => id)).not.toContain('refused')
  })

  it('hands out in a further round what a handler appends, and ends handlers that never end', async () => {
    const ticket = await newTicket()
    const rounds: string[] = []
    const answer: EventHandler = async (events, opened) => {
      rounds.push(events.map(({ type }) => type).join('+'))
      if (events.some(({ type }) => type === 'note.added'))
        await opened.append({ id: opened.newId(), ticket, type: 'ticket.rated', by: 'system' })
    }
    const store = await database.openStore([answer])
    await transaction(store, { workspace }, (opened) =>
      opened.append({ id: opened.newId(), ticket, type: 'note.added', by: 'agent' }),
    )
    expect(rounds).toEqual(['note.added', 'ticket.rated'])
    expect((await stateOf(ticket)).seq).toBe(3)
    const endless: EventHandler = async (_, opened) =>
      void (await opened.append({ id: opened.newId(), ticket, type: 'note.added', by: 'system' }))
    const never = transaction(await database.openStore([endless]), { workspace }, (opened) =>
      opened.append({ id: opened.newId(), ticket, type: 'note.added', by: 'agent' }),
    )
    await expect(never).rejects.toThrow('still append events')
  })
})

describe('the chain', () => {
  it('shows what was changed in the log, and survives the erasing of a person', async () => {
    const ticket = await newTicket()
    const content = [{ part: 'text', person: CARLA, value: 'Please call me on 555-0100' }]
    await append({ id: `text-${ticket}`, ticket, type: 'message.received', by: 'customer', person: CARLA, content })
    await append({ id: `answer-${ticket}`, ticket, type: 'message.sent', by: 'agent', person: ANNA })
    await run(({ db }) =>
      db.deleteFrom('person_key').where('workspace_id', '=', workspace).where('person_id', '=', CARLA).execute(),
    )
    expect(await contentOf(ticket)).toEqual([])
    expect(findBrokenLink(await log(ticket))).toBeUndefined()

    const superuser = await database.connect('postgres')
    const forge = `update event set envelope = jsonb_set(envelope, '{at}', '"2020-01-01T00:00:00.000Z"')
                    where workspace_id = $1 and ticket_id = $2 and seq = 2`
    await superuser.query(forge, [workspace, ticket])
    expect(findBrokenLink(await log(ticket))).toBe(2)
    const cut = await log(ticket)
    expect(findBrokenLink(cut.slice(1))).toBe(2)
  })

  it('reads the same from the database as it was written, whatever JSON it holds', async () => {
    const superuser = await database.connect('postgres')
    const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('\\u0000'))
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        const envelope = { facts: value as JsonValue }
        const { rows } = await superuser.query<{ kept: typeof envelope }>('select $1::jsonb as kept', [
          canonicalJson(envelope),
        ])
        expect(linkHash(NO_EVENT, rows[0]?.kept ?? {})).toEqual(linkHash(NO_EVENT, envelope))
      }),
    )
  })
})
