import type { Ticket } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callTicket, commitmentOf, lastEntry, refusalOf } from '../../../test/ticket-calls.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { transaction } from '../../db/index.ts'
import type { Access } from '../../http/handler.ts'

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
})
afterAll(() => d.close())

const call = (name: Parameters<typeof callTicket>[1], access: Access, number: number, body: unknown = {}) =>
  callTicket(d.desk, name, access, number, body)
const types = ({ entries }: Ticket) => entries.map(({ type }) => type)

describe('a ticket as it is read', () => {
  it('has its row, its words, its customer and what the charter says', async () => {
    const { number } = await d.open({ facts: { tier: 'gold', shoe_size: 44 } })
    const read = await call('readTicket', d.anna, number)
    expect(read).toMatchObject({
      number,
      state: 'new',
      channel: 'email',
      subject: 'The kettle leaks',
      customer: { name: 'Carla Customer', email: 'carla@customer.example' },
      assignee: null,
      messages: 1,
      facts: { channel: 'email', tier: 'gold' },
      charter: { id: 'always-open', version: 1 },
    })
    expect(types(read)).toEqual(['ticket.created', 'message.received'])
    expect(read.entries[1]).toMatchObject({
      by: 'customer',
      text: 'It leaks from the lid.',
      person: { name: 'Carla Customer' },
    })
    expect(commitmentOf(read, 'P1')).toMatchObject({ state: 'running', target: '30 min of round-the-clock' })
    expect(read.next).toMatchObject({ promise: 'P1', due: commitmentOf(read, 'P1')?.due })
  })

  it('is not there for another workspace, whatever is asked', async () => {
    const { number } = await d.open()
    const bodies = {
      readTicket: {},
      replyToTicket: { text: 'x', seen: 0 },
      noteOnTicket: { text: 'x' },
      assignTicket: { to: null },
      changeState: { to: 'open' },
      changeFacts: { facts: {} },
      markSpam: {},
      recordEvent: { type: 'repair.booked' },
    } as const
    for (const name of Object.keys(bodies) as (keyof typeof bodies)[])
      expect((await refusalOf(call(name, d.stranger, number, bodies[name]))).code, name).toBe('not-found')
  })
})

describe('notes and assignments', () => {
  it('keeps a note for staff, which answers nothing', async () => {
    const { number } = await d.open()
    const read = await call('noteOnTicket', d.anna, number, { text: 'Looks like the old lid.' })
    expect(lastEntry(read, 'note.added')).toMatchObject({
      by: 'agent',
      text: 'Looks like the old lid.',
      person: { name: 'Anna' },
    })
    expect(commitmentOf(read, 'P1')?.state).toBe('running')
  })

  it('gives a ticket to somebody and to a team, takes it away, and repeats nothing', async () => {
    const { number } = await d.open()
    const given = await call('assignTicket', d.anna, number, { to: d.ben.person, team: 'repairs' })
    expect(given).toMatchObject({ assignee: { name: 'Ben' }, team: 'repairs' })
    expect(lastEntry(given, 'ticket.assigned')?.fields).toMatchObject({
      to: d.ben.person,
      to_name: 'Ben',
      team: 'repairs',
    })
    const again = await call('assignTicket', d.anna, number, { to: d.ben.person })
    expect(again.seq).toBe(given.seq)
    // The team alone, whoever works on it.
    const moved = await call('assignTicket', d.anna, number, { team: 'parcels' })
    expect(moved).toMatchObject({ assignee: { name: 'Ben' }, team: 'parcels' })
    expect(lastEntry(moved, 'ticket.assigned')?.fields).toMatchObject({ team: 'parcels' })
    expect(await call('assignTicket', d.anna, number, { team: 'parcels' })).toMatchObject({ seq: moved.seq })
    const nobody = await call('assignTicket', d.anna, number, { to: null, team: null })
    expect(nobody).toMatchObject({ assignee: null, team: null })
  })

  it('gives nothing to a customer or to somebody elsewhere', async () => {
    const { number } = await d.open()
    const { customer } = await call('readTicket', d.anna, number)
    for (const to of [customer?.id, d.stranger.person])
      expect(await refusalOf(call('assignTicket', d.anna, number, { to }))).toMatchObject({
        code: 'unknown-person',
        details: { at: [{ path: 'to', typed: to }] },
      })
  })
})

describe('states', () => {
  it('K7: a silent solve is allowed, and the answer says that it fulfils nothing', async () => {
    const { number } = await d.open()
    const read = await call('changeState', d.anna, number, { to: 'solved' })
    expect(read.state).toBe('solved')
    expect(commitmentOf(read, 'P3')?.state).toBe('running')
    expect(commitmentOf(read, 'P3')?.why.map(({ code }) => code)).toContain('silent-solve')
  })

  it('K8: a reason of the charter needs no answer; others are refused and named', async () => {
    const { number } = await d.open()
    const refused = await refusalOf(call('changeState', d.anna, number, { to: 'solved', reason: 'tired' }))
    expect(refused).toMatchObject({ code: 'cannot-be', details: { at: [{ path: 'reason', typed: 'tired' }] } })
    expect(refused.message).toContain('thanks, duplicate')
    const read = await call('changeState', d.anna, number, { to: 'solved', reason: 'duplicate' })
    expect(commitmentOf(read, 'P1')).toMatchObject({ state: 'cancelled', reason: 'duplicate' })
  })

  it('K9: a reopening that only says thanks is undone', async () => {
    const { ticket, number } = await d.open({ channel: 'phone' })
    await call('changeState', d.anna, number, { to: 'solved', reason: 'duplicate' })
    await d.write(ticket, { text: 'Thanks!' })
    const reopened = await call('readTicket', d.anna, number)
    expect(reopened.state).toBe('open')
    expect(commitmentOf(reopened, 'P3')?.state).toBe('running')
    const thanked = await call('changeState', d.anna, number, { to: 'solved', reason: 'thanks' })
    expect(commitmentOf(thanked, 'P3')?.state).toBe('kept')
  })

  it('P3: on hold pauses when somebody is named, whose name is no part of the envelope', async () => {
    const { ticket, number } = await d.open()
    const silent = await call('changeState', d.anna, number, { to: 'on-hold' })
    expect(commitmentOf(silent, 'P3')?.state).toBe('running')
    const named = await call('changeState', d.anna, number, { to: 'on-hold', third_party: 'Mr Brown, the plumber' })
    expect(commitmentOf(named, 'P3')?.state).toBe('paused')
    expect(lastEntry(named, 'status.changed')?.fields).toEqual({ to: 'on-hold', third_party: 'Mr Brown, the plumber' })
    const envelopes = await transaction(d.desk.store, { workspace: d.workspace }, ({ db }) =>
      db
        .selectFrom('event')
        .select('envelope')
        .where('workspace_id', '=', d.workspace)
        .where('ticket_id', '=', ticket)
        .execute(),
    )
    expect(JSON.stringify(envelopes)).not.toContain('Brown')
  })

  it('is new only once, is closed only from solved, and opens again', async () => {
    const { number } = await d.open()
    await call('changeState', d.anna, number, { to: 'open' })
    for (const to of ['new', 'closed'])
      expect(await refusalOf(call('changeState', d.anna, number, { to }))).toMatchObject({
        code: 'cannot-be',
        details: { at: [{ path: 'to', typed: to }] },
      })
    await call('changeState', d.anna, number, { to: 'solved' })
    expect((await call('changeState', d.anna, number, { to: 'closed' })).state).toBe('closed')
    expect((await refusalOf(call('changeState', d.anna, number, { to: 'on-hold' }))).code).toBe('cannot-be')
    expect((await call('changeState', d.anna, number, { to: 'open' })).state).toBe('open')
  })

  it('repeats no state', async () => {
    const { number } = await d.open()
    const open = await call('changeState', d.anna, number, { to: 'open' })
    expect((await call('changeState', d.ben, number, { to: 'open' })).seq).toBe(open.seq)
  })
})

describe('what is known of the customer', () => {
  it('is their zone, on all of their tickets; what is no zone is refused', async () => {
    const [{ number }, other] = [await d.open({ email: 'zoe@x.example' }), await d.open({ email: 'zoe@x.example' })]
    expect((await call('readTicket', d.anna, number)).customer_zone).toBeNull()
    expect((await call('changeCustomer', d.anna, number, { zone: 'Asia/Riyadh' })).customer_zone).toBe('Asia/Riyadh')
    expect((await call('readTicket', d.ben, other.number)).customer_zone).toBe('Asia/Riyadh')
    for (const zone of ['Asia/Riyad', '+03:00', 'Europe/Rome; drop'])
      expect((await refusalOf(call('changeCustomer', d.anna, number, { zone }))).code, zone).toBe('bad-request')
    expect((await call('changeCustomer', d.anna, number, { zone: null })).customer_zone).toBeNull()
  })
})

describe('facts', () => {
  it('F3: takes what the charter declares, and judges by it', async () => {
    const { number } = await d.open()
    const read = await call('changeFacts', d.anna, number, {
      facts: { tier: 'gold', amount: { minor: 9900, currency: 'EUR' } },
    })
    expect(read.facts).toEqual({ channel: 'email', tier: 'gold', amount: { minor: 9900, currency: 'EUR' } })
    expect(commitmentOf(read, 'P1')?.target).toBe('30 min of round-the-clock')
    const unknown = await call('changeFacts', d.anna, number, { facts: { tier: null } })
    expect(unknown.facts['tier']).toBeUndefined()
  })

  it('names what it does not know or cannot use, the nearest name, and changes nothing', async () => {
    const { number } = await d.open()
    const before = await call('readTicket', d.anna, number)
    const refused = await refusalOf(
      call('changeFacts', d.anna, number, { facts: { tier: 'silver', amont: 3, messages: 4 } }),
    )
    expect(refused.code).toBe('unknown-fact')
    expect(refused.details.at).toEqual([
      { path: 'facts.tier', typed: '"silver"', message: '“tier” is one of: standard, gold.' },
      { path: 'facts.amont', typed: 'amont', message: 'The charter has no fact “amont”. Did you mean “amount”?' },
      {
        path: 'facts.messages',
        typed: '4',
        message: '“messages” is counted from the ticket’s log; it cannot be given.',
      },
    ])
    expect((await call('readTicket', d.anna, number)).seq).toBe(before.seq)
  })
})

describe('spam', () => {
  it('E9: cancels what runs, leaves the views, and comes back with its true start', async () => {
    const { ticket, number } = await d.open()
    const before = await call('readTicket', d.anna, number)
    const spam = await call('markSpam', d.anna, number)
    expect(commitmentOf(spam, 'P1')).toMatchObject({ state: 'cancelled', reason: 'spam' })
    expect((await call('markSpam', d.ben, number)).seq).toBe(spam.seq)
    const row = () =>
      transaction(d.desk.store, { workspace: d.workspace }, ({ db }) =>
        db
          .selectFrom('ticket')
          .select('is_spam')
          .where('workspace_id', '=', d.workspace)
          .where('id', '=', ticket)
          .executeTakeFirstOrThrow(),
      )
    expect((await row()).is_spam).toBe(true)
    const undone = await call('markSpam', d.anna, number, { undo: true })
    expect((await row()).is_spam).toBe(false)
    expect(commitmentOf(undone, 'P1')).toMatchObject({ state: 'running', start: commitmentOf(before, 'P1')?.start })
  })
})

describe('events of the charter', () => {
  it('starts and fulfils a declared clock by key, and hears an id once', async () => {
    const { number } = await d.open()
    const booked = await call('recordEvent', d.anna, number, { type: 'repair.booked', key: 'R-1', id: 'rb-1' })
    expect(commitmentOf(booked, 'P4')).toMatchObject({ state: 'running', key: 'R-1' })
    expect((await call('recordEvent', d.anna, number, { type: 'repair.booked', key: 'R-1', id: 'rb-1' })).seq).toBe(
      booked.seq,
    )
    const done = await call('recordEvent', d.key, number, { type: 'repair.done', key: 'R-1' })
    expect(commitmentOf(done, 'P4')?.state).toBe('kept')
  })

  it('refuses what the charter does not declare', async () => {
    const { number } = await d.open()
    const refused = await refusalOf(call('recordEvent', d.anna, number, { type: 'repair.boked' }))
    expect(refused.code).toBe('cannot-be')
    expect(refused.message).toContain('Did you mean “repair.booked”?')
    for (const type of ['ticket.created', 'message.sent', 'commitment.kept'])
      expect((await refusalOf(call('recordEvent', d.anna, number, { type }))).code).toBe('cannot-be')
  })
})

describe('tickets taken in by staff', () => {
  const body = (more: object = {}) => ({
    channel: 'phone',
    customer: { name: 'Pat Phone', phone: '+48 600 100 200' },
    subject: 'Where is my parcel',
    text: 'Called about the parcel.',
    ...more,
  })

  it('is for the customer: its clock starts', async () => {
    const read = await call('createTicket', d.anna, 0, body({ facts: { tier: 'gold' } }))
    expect(types(read)).toEqual(['ticket.created', 'message.received'])
    expect(read.entries[0]).toMatchObject({ by: 'agent', person: { name: 'Anna' }, fields: { for: 'customer' } })
    expect(read.customer?.name).toBe('Pat Phone')
    expect(commitmentOf(read, 'P1')?.state).toBe('running')
  })

  it('judges a letter from its stamp, a call from now', async () => {
    const received_at = '2026-01-05T09:00:00.000Z'
    const letter = await call('createTicket', d.anna, 0, body({ channel: 'letter', received_at }))
    expect(letter.created_at).toBe(received_at)
    expect(commitmentOf(letter, 'P1')).toMatchObject({ start: received_at, state: 'broken' })
    const phoned = await call('createTicket', d.anna, 0, body({ received_at }))
    expect(Date.parse(phoned.created_at)).toBeGreaterThan(Date.parse(received_at))
    expect(lastEntry(phoned, 'message.received')?.fields['said_at']).toBe(received_at)
  })

  it('refuses a stamp in the future and facts that the charter does not have', async () => {
    const future = body({ channel: 'letter', received_at: '2126-01-05T09:00:00.000Z' })
    expect((await refusalOf(call('createTicket', d.anna, 0, future))).code).toBe('bad-request')
    expect((await refusalOf(call('createTicket', d.anna, 0, body({ facts: { size: 3 } })))).code).toBe('unknown-fact')
  })

  it('finds the customer again by address', async () => {
    const first = await call(
      'createTicket',
      d.anna,
      0,
      body({ customer: { name: 'Pat', email: 'Pat@Customer.example' } }),
    )
    const second = await call(
      'createTicket',
      d.anna,
      0,
      body({ customer: { name: 'P.', email: 'pat@customer.example' } }),
    )
    expect(second.customer).toEqual(first.customer)
  })
})

describe('what a customer writes', () => {
  it('opens what waits, and reopens what was solved', async () => {
    const { ticket, number } = await d.open()
    await call('changeState', d.anna, number, { to: 'waiting-for-customer' })
    await d.write(ticket)
    expect((await call('readTicket', d.anna, number)).state).toBe('open')
    await call('changeState', d.anna, number, { to: 'solved' })
    await d.write(ticket)
    expect((await call('readTicket', d.anna, number)).state).toBe('open')
  })

  it('E7: opens a linked ticket after a closed one', async () => {
    const { ticket, number } = await d.open()
    await call('changeState', d.anna, number, { to: 'solved' })
    const closed = await call('changeState', d.anna, number, { to: 'closed' })
    const received = await d.write(ticket, { id: 'mail-1' })
    expect(received?.isNew).toBe(true)
    expect(await d.write(ticket, { id: 'mail-1' })).toBeUndefined()
    const follower = await call('readTicket', d.anna, received?.number ?? 0)
    expect(follower.follows).toEqual({ id: ticket, number })
    expect(follower.customer).toEqual(closed.customer)
    expect((await call('readTicket', d.anna, number)).followed_by).toEqual([
      { id: follower.id, number: follower.number },
    ])
    const machine = await d.write(ticket, { automatic: true })
    expect(machine).toMatchObject({ ticket, isNew: false })
  })

  it('changes nothing when a message comes twice, or a machine writes', async () => {
    const { ticket, number } = await d.open()
    await call('changeState', d.anna, number, { to: 'waiting-for-customer' })
    await d.write(ticket, { automatic: true, text: 'I am away.' })
    expect((await call('readTicket', d.anna, number)).state).toBe('waiting-for-customer')
    const first = await d.write(ticket, { id: 'mail-2' })
    expect(await d.write(ticket, { id: 'mail-2' })).toBeUndefined()
    expect((await call('readTicket', d.anna, number)).seq).toBeGreaterThanOrEqual(first?.seq ?? Number.NaN)
  })
})
