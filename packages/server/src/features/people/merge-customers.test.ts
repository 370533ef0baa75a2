import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRebuilt } from '../../../test/rebuilt.ts'
import { callTicket, refusalOf } from '../../../test/ticket-calls.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { findThread } from '../../channels/email/index.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { readRequest } from '../../site/request/read-request.ts'
import { findOrAddCustomer } from './find-customer.ts'
import { mergeCustomers } from './merge-customers.ts'

let house: TicketDesk
beforeAll(async () => {
  house = await openTicketDesk()
})
afterAll(() => house.close())

const inside = <T>(work: (tx: Transaction) => Promise<T>, workspace = house.workspace) =>
  transaction(house.database.store, { workspace }, work)
const read = (number: number) => callTicket(house.desk, 'readTicket', house.anna, number)
const customerOf = async (number: number) => (await read(number)).customer
const merge = (person: string, into: string, by = house.anna) =>
  inside((tx) => mergeCustomers(tx, { person, into }, by), by.workspace)
const idOf = (email: string) => inside((tx) => findOrAddCustomer(tx, { email }))
const refer = (ticket: string, message_id: string) =>
  inside((tx) =>
    tx.db
      .insertInto('mail_reference')
      .values({ workspace_id: tx.workspace, message_id, ticket_id: ticket, seq: 1 })
      .execute(),
  )
const threadOf = (reference: string, from: string) =>
  inside((tx) => findThread(tx, house.desk.keys, { recipients: [], references: [reference], from }))

describe('two customers who are one person', () => {
  it('are one case with one clock, begun by form and gone on by mail from another address', async () => {
    const form = await house.open({ email: 'rita@home.example', channel: 'form' })
    const mail = await house.open({ email: 'rita@work.example', message: { text: 'About the same kettle.' } })
    await refer(form.ticket, '<form@acme.example>')
    expect((await threadOf('<form@acme.example>', 'rita@work.example')).ticket).toBeUndefined()
    const [home, work] = [await idOf('rita@home.example'), await idOf('rita@work.example')]
    expect(await merge(work, home)).toEqual({ id: home, name: 'Carla Customer', email: 'rita@home.example' })

    // Without a warning, since they are of one customer.
    const one = await callTicket(house.desk, 'mergeTicket', house.anna, mail.number, { into: form.number })
    expect(one.absorbed).toMatchObject([{ number: mail.number, customer: { id: home } }])
    // One clock of each promise, begun by the form.
    const running = one.commitments.filter(({ state }) => state === 'running')
    expect(running.map(({ promise }) => promise)).toEqual(['P1', 'P3'])
    expect(running.map(({ start }) => start)).toEqual(running.map(() => one.created_at))
    expect(await threadOf('<form@acme.example>', 'rita@work.example')).toMatchObject({ number: form.number })
    await house.write(mail.ticket, { text: 'Any news?', from: { address: 'rita@work.example' } })
    const now = await read(form.number)
    expect(now).toMatchObject({ customer: { id: home, email: 'rita@home.example' }, messages: 3 })
    expect(now.other_addresses).toEqual(['rita@work.example'])
    expect(now.entries.findLast(({ type }) => type === 'message.received')?.person?.id).toBe(home)
    // On the page of either request stands all that they wrote, from whichever address.
    for (const { ticket } of [form, mail]) {
      const { said } = await inside((tx) => readRequest(tx, ticket, 'UTC'))
      expect(said.map(({ text }) => text)).toEqual(['It leaks from the lid.', 'About the same kettle.', 'Any news?'])
    }
    await inside((tx) => expectRebuilt(tx, [form.ticket, mail.ticket]))
  })

  it('keep in the log whom it named, under keys that are found from who they are', async () => {
    const { ticket, number } = await house.open({ email: 'sam@one.example' })
    await house.open({ email: 'sam@two.example' })
    const [one, two] = [await idOf('sam@one.example'), await idOf('sam@two.example')]
    const envelopes = () =>
      inside((tx) =>
        tx.db
          .selectFrom('event')
          .select(['envelope', 'person'])
          .where('workspace_id', '=', tx.workspace)
          .where('ticket_id', '=', ticket)
          .orderBy('seq')
          .execute(),
      )
    const before = await envelopes()
    await merge(one, two)
    expect(await envelopes()).toEqual(before)
    const [message] = (await read(number)).entries.filter(({ type }) => type === 'message.received')
    expect(message?.person).toMatchObject({ id: two, email: 'sam@one.example' })
    expect((await customerOf(number))?.id).toBe(two)
    const keys = await inside((tx) =>
      tx.db
        .selectFrom('person_key as k')
        .innerJoin('person as p', (join) =>
          join.onRef('p.id', '=', 'k.person_id').on('p.workspace_id', '=', tx.workspace),
        )
        .select('k.key')
        .where('k.workspace_id', '=', tx.workspace)
        .where('k.ticket_id', '=', ticket)
        .where('p.who', '=', two)
        .execute(),
    )
    expect(keys.map(({ key }) => key)).toContain(before.at(-1)?.person)
    // Who is erased takes all rows along that became theirs.
    await inside((tx) =>
      tx.db.deleteFrom('person').where('workspace_id', '=', tx.workspace).where('id', '=', two).execute(),
    )
    const left = await inside((tx) =>
      tx.db.selectFrom('person').select('id').where('workspace_id', '=', tx.workspace).where('id', '=', one).execute(),
    )
    expect(left).toEqual([])
    expect(await customerOf(number)).toBeNull()
  })

  it('are one step apart, however often more of them become one', async () => {
    const [a, b, c] = [await idOf('a@chain.example'), await idOf('b@chain.example'), await idOf('c@chain.example')]
    await merge(a, b)
    await merge(b, c)
    expect([await idOf('a@chain.example'), await idOf('b@chain.example')]).toEqual([c, c])
    expect((await merge(b, c)).id).toBe(c)
  })

  it('get the address of the one where the other had none', async () => {
    const phone = await inside((tx) => findOrAddCustomer(tx, { name: 'Rita on the phone', phone: '+39 06 1' }))
    const mail = await idOf('rita@later.example')
    expect(await merge(mail, phone)).toEqual({ id: phone, name: 'Rita on the phone', email: 'rita@later.example' })
    expect(await idOf('rita@later.example')).toBe(phone)
  })

  it('are written into the audit, by ids alone', async () => {
    const [a, b] = [await idOf('a@audit.example'), await idOf('b@audit.example')]
    await merge(a, b)
    const [entry] = await inside((tx) =>
      tx.db
        .selectFrom('audit')
        .select(['action', 'person_id', 'data'])
        .where('workspace_id', '=', tx.workspace)
        .where('action', '=', 'customer.merged')
        .orderBy('id', 'desc')
        .execute(),
    )
    expect(entry).toEqual({
      action: 'customer.merged',
      person_id: house.anna.person,
      data: { customer: a, into: b, tickets: 0 },
    })
  })

  it('are not staff, strangers to the workspace, oneself, or somebody who became another', async () => {
    const [a, b, c] = [await idOf('a@not.example'), await idOf('b@not.example'), await idOf('c@not.example')]
    expect((await refusalOf(merge(a, house.anna.person ?? ''))).code).toBe('not-found')
    expect((await refusalOf(merge(a, b, house.stranger))).code).toBe('not-found')
    expect((await refusalOf(merge(a, a))).code).toBe('cannot-be')
    await merge(a, b)
    expect((await refusalOf(merge(a, c))).code).toBe('cannot-be')
    expect((await refusalOf(merge(c, a))).code).toBe('cannot-be')
    expect((await refusalOf(merge(b, a))).code).toBe('cannot-be')
  })
})
