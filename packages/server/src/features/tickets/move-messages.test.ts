import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRebuilt as expectAsLogged } from '../../../test/rebuilt.ts'
import { callTicket, commitmentOf, lastEntry, refusalOf } from '../../../test/ticket-calls.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { findThread, noteReferences } from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'
import { readRequest } from '../../site/request/read-request.ts'

const BORIS = { address: 'boris@customer.example', name: 'Boris' }

let house: TicketDesk
beforeAll(async () => {
  house = await openTicketDesk()
})
afterAll(() => house.close())

type Opened = Awaited<ReturnType<TicketDesk['open']>>

const move = (number: number, body: { messages: readonly string[]; to: number | null; other_customer?: boolean }) =>
  callTicket(house.desk, 'moveMessages', house.anna, number, body)
const read = ({ number }: { readonly number: number }) => callTicket(house.desk, 'readTicket', house.anna, number)
const reply = async ({ number }: Opened) => {
  const { seq } = await callTicket(house.desk, 'readTicket', house.anna, number)
  await callTicket(house.desk, 'replyToTicket', house.anna, number, { text: 'We look into it.', seen: seq })
}
const write = async ({ ticket }: Opened, message: Parameters<TicketDesk['write']>[1]): Promise<string> => {
  const id = `written-${Math.random()}`
  await house.write(ticket, { id, ...message })
  return id
}
const expectRebuilt = (...tickets: readonly string[]) =>
  transaction(house.database.store, { workspace: house.workspace }, (tx) => expectAsLogged(tx, tickets))
const page = (ticket: string) =>
  transaction(house.database.store, { workspace: house.workspace }, (tx) => readRequest(tx, ticket, 'UTC'))
/** Everything that is kept of a ticket's words. */
const wordsOf = (ticket: string) =>
  transaction(house.database.store, { workspace: house.workspace }, async ({ db, workspace }) => {
    const of = (table: 'event_content' | 'ticket_preview' | 'attachment') =>
      db.selectFrom(table).selectAll().where('workspace_id', '=', workspace).where('ticket_id', '=', ticket).execute()
    return JSON.stringify([await of('event_content'), await of('ticket_preview'), await of('attachment')])
  })

describe('a message that is split off', () => {
  it('E13: becomes a ticket of the same customer from its own instant, linked both ways; its clocks leave the first', async () => {
    const ticket = await house.open()
    await reply(ticket)
    const message = await write(ticket, { text: 'And my lamp is broken.', subject: 'The lamp' })
    const before = await read(ticket)
    expect(commitmentOf(before, 'P2')?.state).toBe('running')

    const split = await move(ticket.number, { messages: [message], to: null })
    expect(split).toMatchObject({ subject: 'The lamp', messages: 1, follows: { number: ticket.number } })
    expect(split.customer?.email).toBe('carla@customer.example')
    expect(split.created_at).toBe(before.entries.find(({ id }) => id === message)?.at)
    expect(commitmentOf(split, 'P1')?.start).toBe(split.created_at)
    expect(lastEntry(split, 'message.received')).toMatchObject({
      text: 'And my lamp is broken.',
      fields: { moved_from_number: ticket.number },
    })

    const first = await read(ticket)
    expect(first.followed_by.map(({ number }) => number)).toEqual([split.number])
    expect(commitmentOf(first, 'P2')).toBeUndefined()
    expect(first.entries.find(({ id }) => id === message)).toMatchObject({ text: null, moved_to: split.number })
    expect(lastEntry(first, 'message.moved')?.fields).toMatchObject({ message, into_number: split.number })
    expect(first.messages).toBe(2)
    expect(await wordsOf(ticket.ticket)).not.toContain('lamp')
    await expectRebuilt(ticket.ticket, split.id)
  })

  it('takes several at once, in their order', async () => {
    const ticket = await house.open()
    const messages = [await write(ticket, { text: 'One.' }), await write(ticket, { text: 'Two.' })]
    const split = await move(ticket.number, { messages: messages.toReversed(), to: null })
    expect(split.entries.flatMap(({ type, text }) => (type === 'message.received' ? [text] : []))).toEqual([
      'One.',
      'Two.',
    ])
    await expectRebuilt(ticket.ticket, split.id)
  })
})

describe('a message that joined the wrong ticket', () => {
  it('attack 29: is moved to its writer’s own, and no page, file or preview of the first shows a word of it', async () => {
    const ticket = await house.open()
    const theirs = await house.open({ email: BORIS.address, message: { text: 'Boris asks.' } })
    const message = await write(ticket, {
      text: 'My secret address is Elm Row 7.',
      from: BORIS,
      doubt: 'not-a-participant',
    })
    const moved = await move(ticket.number, { messages: [message], to: theirs.number })
    expect(moved.number).toBe(theirs.number)
    expect(lastEntry(moved, 'message.received')).toMatchObject({ text: 'My secret address is Elm Row 7.', doubt: null })
    expect(JSON.stringify((await page(ticket.ticket)).said)).not.toContain('Elm Row')
    expect(await wordsOf(ticket.ticket)).not.toContain('Elm Row')
    expect(JSON.stringify((await page(theirs.ticket)).said)).toContain('Elm Row')
    expect(JSON.stringify((await page(theirs.ticket)).said)).not.toContain('lid')
    await expectRebuilt(ticket.ticket, theirs.ticket)
  })

  it('opens a ticket of who wrote it, who takes part in that one alone; replies to it go there', async () => {
    const ticket = await house.open()
    const message = await write(ticket, { text: 'I am Boris.', from: BORIS, doubt: 'not-a-participant' })
    const { desk, workspace } = house
    const seq = (await read(ticket)).seq
    await transaction(desk.store, { workspace }, (tx) =>
      noteReferences(tx, [{ messageId: '<boris@home.example>', ticket: ticket.ticket, seq }]),
    )
    const moved = await move(ticket.number, { messages: [message], to: null })
    expect(moved.customer).toMatchObject({ email: BORIS.address })
    const thread = (from: string) =>
      transaction(desk.store, { workspace }, (tx) =>
        findThread(tx, desk.keys, { recipients: [], references: ['<boris@home.example>'], from }),
      )
    expect(await thread(BORIS.address)).toMatchObject({ joined: 'their-message', ticket: moved.id })
    expect(await thread('carla@customer.example')).toMatchObject({ why: 'forged-reference', number: moved.number })
  })

  it('goes to somebody else’s ticket only where that is meant, and their page does not show it', async () => {
    const ticket = await house.open()
    const other = await house.open({ email: 'dora@customer.example' })
    const message = await write(ticket, { text: 'Carla for Dora.' })
    const body = { messages: [message], to: other.number }
    expect((await refusalOf(move(ticket.number, body))).code).toBe('other-customer')
    const moved = await move(ticket.number, { ...body, other_customer: true })
    expect(lastEntry(moved, 'message.received')).toMatchObject({ doubt: 'not-a-participant' })
    expect(JSON.stringify((await page(other.ticket)).said)).not.toContain('Carla')
    await expectRebuilt(ticket.ticket, other.ticket)
  })

  it('E10, E13: leaves the ticket that its own was merged into: so a wrong merge is put right', async () => {
    const into = await house.open()
    const ticket = await house.open({ email: BORIS.address, message: { text: 'Boris asks.', from: BORIS } })
    await callTicket(house.desk, 'mergeTicket', house.anna, ticket.number, { into: into.number, other_customer: true })
    const [message] = (await read(ticket)).entries.filter(({ type }) => type === 'message.received')
    const moved = await move(ticket.number, { messages: [message?.id ?? ''], to: null })
    expect(moved.customer).toMatchObject({ email: BORIS.address })
    const survivor = await read(into)
    expect([survivor.messages, survivor.absorbed[0]?.entries]).toEqual([1, []])
    await expectRebuilt(into.ticket, ticket.ticket, moved.id)
  })
})

describe('what cannot be moved', () => {
  it('is what the ticket began with, an answer, a note, what is not there, and what was moved before', async () => {
    const ticket = await house.open()
    const target = await house.open()
    await reply(ticket)
    await callTicket(house.desk, 'noteOnTicket', house.anna, ticket.number, { text: 'A note.' })
    const { entries } = await read(ticket)
    const of = (type: string) => entries.find((entry) => entry.type === type)?.id ?? ''
    const message = await write(ticket, { text: 'Once.' })
    await move(ticket.number, { messages: [message], to: target.number })
    const ids = [of('message.received'), of('message.sent'), of('note.added'), 'nothing', message]
    for (const id of ids)
      expect((await refusalOf(move(ticket.number, { messages: [id], to: target.number }))).code).toBe('cannot-be')
    const stranger = callTicket(house.desk, 'moveMessages', house.stranger, ticket.number, {
      messages: [message],
      to: null,
    })
    expect((await refusalOf(stranger)).code).toBe('not-found')
  })

  it('goes to no ticket that is closed, merged, spam, itself or not there; nor messages of two at once', async () => {
    const [ticket, closed, spam, merged] = [
      await house.open(),
      await house.open(),
      await house.open(),
      await house.open(),
    ]
    for (const to of ['solved', 'closed'])
      await callTicket(house.desk, 'changeState', house.anna, closed.number, { to })
    await callTicket(house.desk, 'markSpam', house.anna, spam.number)
    await callTicket(house.desk, 'mergeTicket', house.anna, merged.number, { into: ticket.number })
    const messages = [await write(ticket, { text: 'Carla.' })]
    const codes: string[] = []
    for (const { number } of [closed, spam, merged, ticket, { number: 4711 }])
      codes.push((await refusalOf(move(ticket.number, { messages, to: number }))).code)
    expect(codes).toEqual(['cannot-be', 'cannot-be', 'ticket-merged', 'cannot-be', 'not-found'])
    messages.push(await write(ticket, { text: 'Boris.', from: BORIS }))
    expect((await refusalOf(move(ticket.number, { messages, to: null }))).message).toContain('several people')
  })

  it('is moved once by two at the same time', async () => {
    const ticket = await house.open()
    const message = await write(ticket, { text: 'One of two.' })
    const body = { messages: [message], to: null }
    const ends = await Promise.allSettled([move(ticket.number, body), move(ticket.number, body)])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await read(ticket)).followed_by).toHaveLength(1)
  })
})
