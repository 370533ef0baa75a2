import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRebuilt as expectAsLogged } from '../../../test/rebuilt.ts'
import { callTicket, commitmentOf, lastEntry, refusalOf } from '../../../test/ticket-calls.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { addressWithToken, findThread } from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'
import { readRequest } from '../../site/request/read-request.ts'

let house: TicketDesk
beforeAll(async () => {
  house = await openTicketDesk()
})
afterAll(() => house.close())

const merge = (number: number, into: number, other_customer = false) =>
  callTicket(house.desk, 'mergeTicket', house.anna, number, { into, other_customer })
const read = (number: number) => callTicket(house.desk, 'readTicket', house.anna, number)
const page = (ticket: string) =>
  transaction(house.database.store, { workspace: house.workspace }, (tx) => readRequest(tx, ticket, 'UTC'))

const expectRebuilt = (...tickets: readonly string[]) =>
  transaction(house.database.store, { workspace: house.workspace }, (tx) => expectAsLogged(tx, tickets))

describe('a ticket that is merged into another', () => {
  it('E10: is closed, names the other, and what ran is cancelled; its messages are judged there', async () => {
    const into = await house.open()
    const ticket = await house.open({ message: { text: 'The same kettle once more.' } })
    const survivor = await merge(ticket.number, into.number)
    expect(survivor.number).toBe(into.number)
    expect(survivor.absorbed).toMatchObject([
      { number: ticket.number, entries: [{ type: 'message.received', text: 'The same kettle once more.' }] },
    ])
    expect(survivor.messages).toBe(2)
    expect(commitmentOf(survivor, 'P1')?.state).toBe('running')
    expect(lastEntry(survivor, 'ticket.absorbed')?.fields).toMatchObject({ from_number: ticket.number })
    const merged = await read(ticket.number)
    expect(merged).toMatchObject({ state: 'closed', merged_into: { id: into.ticket, number: into.number } })
    expect(commitmentOf(merged, 'P1')).toMatchObject({ state: 'cancelled', reason: 'merged' })
    await expectRebuilt(into.ticket, ticket.ticket)
  })

  it('E10: a chain of merges leads to the last, whose answer fulfils what was asked on the first', async () => {
    const [first, second, third] = [await house.open(), await house.open(), await house.open()]
    await merge(first.number, second.number)
    const last = await merge(second.number, third.number)
    expect(last.absorbed.map(({ number }) => number).sort()).toEqual([first.number, second.number].sort())
    expect(last.messages).toBe(3)
    const answered = await callTicket(house.desk, 'replyToTicket', house.anna, third.number, {
      text: 'A new lid is on its way.',
      seen: last.seq,
    })
    expect(commitmentOf(answered, 'P1')?.state).toBe('kept')
    await expectRebuilt(first.ticket, second.ticket, third.ticket)
  })

  it('gets nothing more: commands are refused with the number in which it goes on', async () => {
    const [ticket, into] = [await house.open(), await house.open()]
    await merge(ticket.number, into.number)
    const calls = [
      ['replyToTicket', { text: 'Hello.', seen: 0, anyway: true }],
      ['noteOnTicket', { text: 'A note.' }],
      ['changeState', { to: 'open' }],
      ['assignTicket', { to: null }],
      ['markSpam', {}],
      ['changeFacts', { facts: {} }],
      ['recordEvent', { type: 'repair.booked' }],
    ] as const
    for (const [name, body] of calls) {
      const refusal = await refusalOf(callTicket(house.desk, name, house.anna, ticket.number, body))
      expect([name, refusal.code, refusal.message]).toEqual([
        name,
        'ticket-merged',
        `Ticket ${ticket.number} is closed. It was merged into ticket ${into.number}. Go on there.`,
      ])
    }
    expect((await refusalOf(merge(ticket.number, into.number))).code).toBe('ticket-merged')
    expect((await refusalOf(merge(into.number, ticket.number))).code).toBe('ticket-merged')
  })

  it('hands what comes later to the other, also where that is closed by then', async () => {
    const [ticket, into] = [await house.open(), await house.open()]
    await merge(ticket.number, into.number)
    const { desk, workspace } = house
    const token = addressWithToken(desk.keys, 'help@acme.example', {
      workspace,
      ticket: ticket.ticket,
      number: ticket.number,
    })
    const thread = await transaction(desk.store, { workspace }, (tx) =>
      findThread(tx, desk.keys, { recipients: [token], references: [], from: 'carla@customer.example' }),
    )
    expect(thread).toMatchObject({ joined: 'token', number: into.number, merged: ticket.number, isParticipant: true })
    const written = await house.write(ticket.ticket, { text: 'Any news?' })
    expect(written).toMatchObject({ ticket: into.ticket, number: into.number, isNew: false })
    for (const to of ['solved', 'closed']) await callTicket(desk, 'changeState', house.anna, into.number, { to })
    const later = await house.write(ticket.ticket, { text: 'It leaks again.' })
    expect(later?.isNew).toBe(true)
    expect((await read(later?.number ?? 0)).follows?.number).toBe(into.number)
  })
})

describe('what cannot be merged', () => {
  it('is a ticket into itself, into a closed one, into one that is not there, and spam', async () => {
    const [ticket, closed, spam] = [await house.open(), await house.open(), await house.open()]
    for (const to of ['solved', 'closed'])
      await callTicket(house.desk, 'changeState', house.anna, closed.number, { to })
    await callTicket(house.desk, 'markSpam', house.anna, spam.number)
    for (const into of [ticket, closed, spam])
      expect((await refusalOf(merge(ticket.number, into.number))).code).toBe('cannot-be')
    expect((await refusalOf(merge(spam.number, ticket.number))).code).toBe('cannot-be')
    expect((await refusalOf(merge(ticket.number, 4711))).code).toBe('not-found')
    const strange = callTicket(house.desk, 'mergeTicket', house.stranger, ticket.number, { into: closed.number })
    expect((await refusalOf(strange)).code).toBe('not-found')
    expect((await read(ticket.number)).merged_into).toBeNull()
  })

  it('are two into each other at once: one of them goes in, the other is refused', async () => {
    const [one, other] = [await house.open(), await house.open()]
    const ends = await Promise.allSettled([merge(one.number, other.number), merge(other.number, one.number)])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const merged = [await read(one.number), await read(other.number)].map(({ merged_into }) => merged_into !== null)
    expect(merged.sort()).toEqual([false, true])
    await expectRebuilt(one.ticket, other.ticket)
  })

  it('keeps what came meanwhile: a message and a merge at once lose nothing', async () => {
    const [ticket, into] = [await house.open(), await house.open()]
    await Promise.all([
      merge(ticket.number, into.number),
      ...[1, 2, 3].map((n) => house.write(ticket.ticket, { text: `At once, ${n}.` })),
    ])
    const { messages } = await read(into.number)
    expect(messages).toBe(5)
    await expectRebuilt(ticket.ticket, into.ticket)
  })
})

describe('tickets of two customers', () => {
  it('are merged only where that is meant, and neither’s page shows what the other wrote', async () => {
    const into = await house.open({ email: 'clara@customer.example', message: { text: 'Clara asks.' } })
    const ticket = await house.open({ email: 'boris@customer.example', message: { text: 'Boris asks.' } })
    const refusal = await refusalOf(merge(ticket.number, into.number))
    expect(refusal.code).toBe('other-customer')
    expect(refusal.message).toContain(`the customer of ticket ${into.number} alone`)
    const survivor = await merge(ticket.number, into.number, true)
    expect(survivor.absorbed[0]?.customer?.email).toBe('boris@customer.example')

    await house.write(ticket.ticket, { text: 'Boris again.', from: { address: 'Boris@customer.example' } })
    await callTicket(house.desk, 'noteOnTicket', house.anna, into.number, { text: 'A secret note.' })
    const shown = JSON.stringify((await page(into.ticket)).said)
    expect(shown).toContain('Clara asks.')
    expect(shown).not.toContain('Boris')
    const theirs = JSON.stringify(await page(ticket.ticket))
    expect(theirs).toContain('Boris asks.')
    expect(theirs).not.toContain('Clara')

    // What Boris wrote since then, by mail or on his page, stands there, and is his; no answer to Clara does.
    await house.write(ticket.ticket, { text: 'Boris on his page.' })
    await callTicket(house.desk, 'replyToTicket', house.anna, into.number, {
      text: 'Dear Clara.',
      seen: 0,
      anyway: true,
    })
    // From an address that nobody knows, although it had the token: perhaps his own, perhaps not.
    await house.write(ticket.ticket, {
      text: 'From elsewhere.',
      from: { address: 'boris@work.example' },
      doubt: 'not-a-participant',
    })
    const said = async ({ ticket: of }: { readonly ticket: string }) =>
      (await page(of)).said.filter(({ by }) => by !== 'machine').map(({ by, text }) => `${by}: ${text}`)
    expect(await said(ticket)).toEqual([
      'customer: Boris asks.',
      'customer: Boris again.',
      'customer: Boris on his page.',
    ])
    expect(await said(into)).toEqual(['customer: Clara asks.', 'us: Dear Clara.'])
    await expectRebuilt(into.ticket, ticket.ticket)
  })

  it('of one customer, both pages show what was said on both, and no note', async () => {
    const [into, ticket] = [await house.open(), await house.open({ message: { text: 'A second mail.' } })]
    await callTicket(house.desk, 'noteOnTicket', house.anna, ticket.number, { text: 'A secret note.' })
    await merge(ticket.number, into.number)
    for (const each of [into, ticket]) {
      const view = await page(each.ticket)
      expect(view.number).toBe(into.number)
      expect(view.said.map(({ text }) => text).sort()).toEqual(['A second mail.', 'It leaks from the lid.'])
    }
  })
})

it('sends nothing', async () => {
  const [ticket, into] = [await house.open(), await house.open()]
  const { workspace } = house
  const outbox = () =>
    transaction(house.database.store, { workspace }, ({ db }) =>
      db.selectFrom('outbox').select('id').where('workspace_id', '=', workspace).execute(),
    )
  const before = await outbox()
  await merge(ticket.number, into.number)
  expect(await outbox()).toEqual(before)
})
