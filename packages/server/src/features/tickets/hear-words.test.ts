import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { publish } from '../../../test/publish.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { decideTicket, rebuildTickets } from '../commitments/index.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { openRequest } from './open-request.ts'
import { receiveMessage } from './receive-message.ts'

const CHARTER = ALWAYS_OPEN.replace(
  '  repair.booked: {}',
  `  person.asked: { words: { en: [manager], it: [responsabile] } }
  anger.shown: { words: { en: [furious] } }
  repair.booked: {}`,
).replace(
  'escalation:',
  `escalation:
  - { id: E7, on: person.asked, steps: [ { tell: team-lead } ] }`,
)

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  await publish(app.desk.store, app.workspace, CHARTER)
})
afterAll(() => app?.close())

const run = <T>(work: (tx: Transaction) => Promise<T>) =>
  transaction(app.desk.store, { workspace: app.workspace }, work)
const open = (text: string) =>
  run(async (tx) => {
    const customer = await findOrAddCustomer(tx, { email: 'carla@customer.example', name: 'Carla' })
    return (await openRequest(tx, { channel: 'email', by: 'customer', customer, message: { subject: 'Help', text } }))
      .ticket
  })
const write = (ticket: string, text: string, more = {}) =>
  run((tx) => receiveMessage(tx, ticket, { subject: 'Re', text, ...more }))
const typesOf = (ticket: string) =>
  run(async (tx) => {
    const found = await tx.db
      .selectFrom('event')
      .select('type')
      .where('workspace_id', '=', tx.workspace)
      .where('ticket_id', '=', ticket)
      .where('type', 'in', ['person.asked', 'anger.shown', 'message.received'])
      .orderBy('seq')
      .execute()
    return found.map(({ type }) => type)
  })
/** Steps of the escalation on the event; those on the promise are as they are. */
const stepsOf = (ticket: string) =>
  run(async (tx) => {
    const decided = await decideTicket(tx, ticket)
    return decided?.decision.steps.flatMap(({ clause }) => (clause === 'E7' ? [clause] : []))
  })

describe('what a customer writes', () => {
  it('E14: is an event beside the message by which it begins', async () => {
    const ticket = await open('I am FURIOUS. Your manager, please!')
    expect((await typesOf(ticket)).toSorted()).toEqual(['anger.shown', 'message.received', 'person.asked'])
    expect(await stepsOf(ticket)).toEqual(['E7'])
  })

  it('E14: is one beside a further message, once for each, and none where nothing is said or a machine wrote', async () => {
    const ticket = await open('The lid leaks.')
    expect(await stepsOf(ticket)).toEqual([])
    await write(ticket, 'The manager is away: ask your manager.', { automatic: true })
    expect(await typesOf(ticket)).toEqual(['message.received', 'message.received'])
    await write(ticket, 'Il responsabile! Manager!')
    expect((await typesOf(ticket)).slice(2)).toEqual(['message.received', 'person.asked'])
    expect(await stepsOf(ticket)).toEqual(['E7'])
  })

  it('E14: is not heard again in what is quoted, nor in a message that came in before', async () => {
    const ticket = await open('The lid leaks.')
    await write(ticket, 'It leaks.', { id: 'one-mail', quoted: 'Ask the manager.' })
    await write(ticket, 'The manager!', { id: 'one-mail' })
    expect(await typesOf(ticket)).toEqual(['message.received', 'message.received'])
  })

  it('E14: judges the same when it is reckoned anew from the log', async () => {
    const ticket = await open('The manager!')
    const before = await stepsOf(ticket)
    const [rebuilt] = await run((tx) => rebuildTickets(tx, [ticket]))
    expect(rebuilt).toBeDefined()
    expect(await stepsOf(ticket)).toEqual(before)
  })
})
