import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { publish } from '../../../test/publish.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { decideTicket, rebuildTickets } from '../commitments/index.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { mergeCustomers } from '../people/merge-customers.ts'
import { type NewRequest, openRequest, openRequests } from './open-request.ts'

const DAY = 86_400_000
const CHARTER = ALWAYS_OPEN.replace(
  '  repair.booked: {}',
  '  back.again: { tickets: 3, within: 14 days }\n  repair.booked: {}',
).replace('escalation:', 'escalation:\n  - { id: E7, on: back.again, steps: [ { tell: team-lead } ] }')

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  await publish(app.desk.store, app.workspace, CHARTER)
})
afterAll(() => app?.close())

const run = <T>(work: (tx: Transaction) => Promise<T>) =>
  transaction(app.desk.store, { workspace: app.workspace }, work)
const customer = (name: string) => run((tx) => findOrAddCustomer(tx, { email: `${name}@customer.example`, name }))
const request = (of: string, tx: Transaction, ago = 0, more: Partial<NewRequest> = {}): NewRequest => ({
  ...{ channel: 'email', by: 'customer', customer: of, at: tx.now - ago * DAY },
  message: { subject: 'Help', text: 'It leaks.', at: tx.now - ago * DAY },
  ...more,
})
const open = (of: string, ago = 0, more: Partial<NewRequest> = {}) =>
  run(async (tx) => (await openRequest(tx, request(of, tx, ago, more))).ticket)
const countOf = (ticket: string) =>
  run(async ({ db, workspace }) => {
    const found = await db
      .selectFrom('event')
      .select(['at', 'seq'])
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', ticket)
      .where('type', '=', 'back.again')
      .execute()
    return found.length
  })
const mark = (ticket: string, type: string, fields = {}) =>
  run((tx) => tx.append({ id: tx.newId(), ticket, type, by: 'agent', fields }))
const stepsOf = (ticket: string) =>
  run(async (tx) => {
    const decided = await decideTicket(tx, ticket)
    return decided?.decision.steps.flatMap(({ clause }) => (clause === 'E7' ? [clause] : []))
  })

describe('a customer who comes again', () => {
  it('E15: is an event of the third ticket in the time and of each further one, by which the escalation acts', async () => {
    const carla = await customer('carla')
    const tickets = [await open(carla, 9), await open(carla, 3), await open(carla), await open(carla)]
    expect(await Promise.all(tickets.map(countOf))).toEqual([0, 0, 1, 1])
    expect(await Promise.all(tickets.map(stepsOf))).toEqual([[], [], ['E7'], ['E7']])
    expect(await countOf(await open(await customer('dora')))).toBe(0)
  })

  it('E15: does not count what lies outside the time, is spam, merged or imported; an imported ticket is none', async () => {
    const erik = await customer('erik')
    await open(erik, 20)
    await mark(await open(erik, 3), 'ticket.spam')
    const kept = await open(erik, 2)
    await mark(await open(erik, 2), 'ticket.merged', { into: kept })
    for (let number = 0; number < 3; number++) expect(await countOf(await open(erik, 1, { isImported: true }))).toBe(0)
    expect(await countOf(await open(erik))).toBe(0)
    expect(await countOf(await open(erik))).toBe(1)
  })

  it('E15: judges the same from the log, whatever becomes of the other tickets', async () => {
    const fay = await customer('fay')
    const [first, , third] = [await open(fay, 2), await open(fay, 1), await open(fay)]
    await mark(first, 'ticket.spam')
    const [rebuilt] = await run((tx) => rebuildTickets(tx, [third]))
    expect(rebuilt?.differing).toEqual([])
    expect(await stepsOf(third)).toEqual(['E7'])
  })

  it('E15: counts the tickets of a customer who was made one with another', async () => {
    const [one, other] = [await customer('gus'), await customer('gus.other')]
    await open(one, 2)
    await open(other, 1)
    await run((tx) => mergeCustomers(tx, { person: one, into: other }, { actor: 'user:1', person: undefined }))
    expect(await countOf(await open(other))).toBe(1)
    // Whoever still names the one means the other.
    expect(await countOf(await open(one))).toBe(1)
  })

  it('E15: counts each of several that come at once, in one transaction or in many', async () => {
    const [hana, ivo] = [await customer('hana'), await customer('ivo')]
    const together = await run((tx) =>
      openRequests(
        tx,
        [hana, ivo, hana, hana, ivo].map((of) => request(of, tx)),
      ),
    )
    expect(await Promise.all(together.map(({ ticket }) => countOf(ticket)))).toEqual([0, 0, 0, 1, 0])
    const jo = await customer('jo')
    const apart = await Promise.all([1, 2, 3, 4].map(() => open(jo)))
    expect((await Promise.all(apart.map(countOf))).sort()).toEqual([0, 0, 1, 1])
  })

  it('E15: a ticket that is made of moved messages is no new contact', async () => {
    const kim = await customer('kim')
    const first = await open(kim, 2)
    await open(kim, 1)
    const moved = { subject: 'Help', text: 'Moved.', movedFrom: { ticket: first, number: 1, message: 'm' } }
    expect(await countOf(await open(kim, 0, { message: moved }))).toBe(0)
    expect(await countOf(await open(kim))).toBe(1)
  })
})
