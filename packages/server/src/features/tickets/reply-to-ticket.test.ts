import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callTicket, commitmentOf, lastEntry, refusalOf } from '../../../test/ticket-calls.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Access } from '../../http/handler.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { openRequest } from './index.ts'

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
})
afterAll(() => d.close())

const run = <T>(work: (tx: Transaction) => Promise<T>) => transaction(d.desk.store, { workspace: d.workspace }, work)
const read = (number: number) => callTicket(d.desk, 'readTicket', d.anna, number)
const reply = (access: Access, number: number, body: object) =>
  callTicket(d.desk, 'replyToTicket', access, number, { text: 'Use the new lid.', ...body })
const mailOf = (ticket: string) =>
  run(({ db }) =>
    db
      .selectFrom('outbox')
      .selectAll()
      .where('workspace_id', '=', d.workspace)
      .where('ticket_id', '=', ticket)
      .execute(),
  )
const answeredAt = (email: string) =>
  run(({ db }) =>
    db
      .selectFrom('person')
      .select('answered_at')
      .where('workspace_id', '=', d.workspace)
      .where('kind', '=', 'customer')
      .where('email', '=', email)
      .executeTakeFirstOrThrow(),
  )

describe('a reply', () => {
  it('answers: the promise is kept, the ticket waits, its writer has it, the mail is on its way', async () => {
    const { ticket, number } = await d.open({ email: 'first@customer.example' })
    expect((await answeredAt('first@customer.example')).answered_at).toBeNull()
    const { seq } = await read(number)
    const answered = await reply(d.anna, number, { seen: seq })
    expect(answered).toMatchObject({ state: 'waiting-for-customer', assignee: { name: 'Anna' }, messages: 2 })
    expect(commitmentOf(answered, 'P1')?.state).toBe('kept')
    expect(commitmentOf(answered, 'P3')?.state).toBe('paused')
    const sent = lastEntry(answered, 'message.sent')
    expect(sent).toMatchObject({ by: 'agent', person: { name: 'Anna' }, text: 'Use the new lid.', delivery: 'waiting' })
    const [mail, ...more] = await mailOf(ticket)
    expect(more).toEqual([])
    expect(mail).toMatchObject({ kind: 'answer', once: sent?.id })
    expect(mail?.payload).toMatchObject({
      to: 'first@customer.example',
      from_name: 'Anna',
      subject: 'Re: The kettle leaks',
      text: expect.stringMatching(/^Use the new lid\.\n\n-- \nHow did we do\?\n5: very well\nhttps:\S+\/rate\/5\n/),
    })
    expect(sent?.fields['outbox']).toBe(mail?.id)
    expect((await answeredAt('first@customer.example')).answered_at).not.toBeNull()
  })

  it('leaves the ticket with whom it has, and in the state that is named', async () => {
    const { number } = await d.open()
    await callTicket(d.desk, 'assignTicket', d.anna, number, { to: d.ben.person })
    const { seq } = await read(number)
    const solved = await reply(d.anna, number, { seen: seq, state: 'solved' })
    expect(solved).toMatchObject({ state: 'solved', assignee: { name: 'Ben' } })
    expect(commitmentOf(solved, 'P3')?.state).toBe('kept')
  })

  it('on a solved or closed ticket leaves it so unless a state is named', async () => {
    const { number } = await d.open()
    await reply(d.anna, number, { seen: 99, state: 'solved' })
    const more = await reply(d.anna, number, { seen: 99, text: 'And keep the old one.' })
    expect(more.state).toBe('solved')
    expect(commitmentOf(more, 'P3')?.state).toBe('kept')
    expect((await reply(d.anna, number, { seen: 99, state: 'waiting-for-customer' })).state).toBe(
      'waiting-for-customer',
    )
  })

  it('by an API key is one of the desk, by nobody in person', async () => {
    const { number } = await d.open()
    const answered = await reply(d.key, number, { seen: 2 })
    expect(lastEntry(answered, 'message.sent')).toMatchObject({ by: 'agent', person: null })
    expect(answered.assignee).toBeNull()
    expect(commitmentOf(answered, 'P1')?.state).toBe('kept')
  })
})

describe('somebody wrote since', () => {
  it('asks again, keeps the text, and sends anyway when told to', async () => {
    const { ticket, number } = await d.open()
    const { seq } = await read(number)
    await d.write(ticket)
    const refused = await refusalOf(reply(d.anna, number, { seen: seq }))
    expect(refused).toMatchObject({ code: 'ticket-moved', details: { kept: 'Use the new lid.' } })
    const now = await read(number)
    expect(refused.details.seq).toBe(now.seq)
    expect(now.messages).toBe(2)
    expect((await reply(d.anna, number, { seen: seq, anyway: true })).messages).toBe(3)
  })

  it('is not the writer themselves, a machine, or what is no message', async () => {
    const { ticket, number } = await d.open()
    const { seq } = await read(number)
    await d.write(ticket, { automatic: true, text: 'I am away.' })
    await callTicket(d.desk, 'noteOnTicket', d.ben, number, { text: 'Known fault.' })
    await reply(d.anna, number, { seen: seq })
    await reply(d.anna, number, { seen: seq, text: 'One more thing.' })
    expect((await refusalOf(reply(d.ben, number, { seen: seq }))).code).toBe('ticket-moved')
    expect((await refusalOf(reply(d.key, number, { seen: seq }))).code).toBe('ticket-moved')
  })

  it('of two who answer at once exactly one does, fifty times', async () => {
    const { number } = await d.open()
    let { seq } = await read(number)
    for (let round = 1; round <= 50; round++) {
      const both = await Promise.allSettled([
        reply(d.anna, number, { seen: seq, text: `Anna ${round}` }),
        reply(d.ben, number, { seen: seq, text: `Ben ${round}` }),
      ])
      const lost = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      expect(lost).toMatchObject([{ code: 'ticket-moved' }])
      const after = await read(number)
      expect(after.messages).toBe(1 + round)
      seq = after.seq
    }
  })
})

describe('a customer without an address', () => {
  const open = async (channel: string) =>
    run(async (tx) =>
      openRequest(tx, {
        channel,
        by: 'agent',
        ...(d.anna.person === undefined ? {} : { person: d.anna.person }),
        customer: await findOrAddCustomer(tx, { name: 'Nemo' }),
        message: { subject: 'A call', text: 'Called.' },
      }),
    )

  it('is answered by voice on the phone, and no mail is made', async () => {
    const { ticket, number } = await open('phone')
    const answered = await reply(d.anna, number, { seen: 2 })
    expect(lastEntry(answered, 'message.sent')?.delivery).toBeNull()
    expect(commitmentOf(answered, 'P1')?.state).toBe('kept')
    expect(await mailOf(ticket)).toEqual([])
  })

  it('cannot be answered on a channel that is written, and nothing is lost', async () => {
    const { number } = await open('email')
    const refused = await refusalOf(reply(d.anna, number, { seen: 2 }))
    expect(refused).toMatchObject({ code: 'no-address', details: { kept: 'Use the new lid.' } })
    expect((await read(number)).messages).toBe(1)
  })
})
