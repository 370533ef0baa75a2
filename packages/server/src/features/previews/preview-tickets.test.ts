import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { type NewEvent, openTicket, type Transaction, transaction, uuidV7 } from '../../db/index.ts'
import { previewTickets } from './index.ts'

const ANNA = uuidV7(1)
const CARLA = uuidV7(2)

let database: TestDatabase
let workspace: string
beforeAll(async () => {
  database = await openTestDatabase([previewTickets])
  workspace = await database.makeWorkspace('previews')
})
afterAll(() => database.drop())

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)
const open = () => run(async (tx) => (await openTicket(tx, { by: 'customer', person: CARLA })).ticket)
const say = (ticket: string, type: string, parts: Readonly<Record<string, string>>, more: Partial<NewEvent> = {}) =>
  run((tx) =>
    tx.append({
      id: tx.newId(),
      ticket,
      type,
      by: 'agent',
      person: ANNA,
      content: Object.entries(parts).map(([part, value]) => ({ part, person: CARLA, value })),
      ...more,
    }),
  )
const previewOf = (ticket: string) =>
  run((tx) =>
    tx.db
      .selectFrom('ticket_preview')
      .select(['subject', 'snippet'])
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', ticket)
      .executeTakeFirst(),
  )

describe('what a list shows of a ticket', () => {
  it('is the first subject and the latest words of a person', async () => {
    const ticket = await open()
    expect(await previewOf(ticket)).toBeUndefined()
    await say(ticket, 'message.received', { text: 'No subject\n  here' })
    expect(await previewOf(ticket)).toEqual({ subject: '', snippet: 'No subject here' })
    await say(ticket, 'message.received', { subject: 'My parcel', text: 'Where is it?' })
    await say(ticket, 'message.sent', { subject: 'Re: My parcel', text: 'On its way' })
    expect(await previewOf(ticket)).toEqual({ subject: 'My parcel', snippet: 'On its way' })
    await say(ticket, 'note.added', { text: 'Called the carrier' })
    expect(await previewOf(ticket)).toEqual({ subject: 'My parcel', snippet: 'Called the carrier' })
  })

  it('is nothing that a machine wrote', async () => {
    const ticket = await open()
    await say(ticket, 'message.received', { text: 'I wrote this' })
    await say(ticket, 'message.auto', { text: 'We have your message' }, { by: 'bot' })
    await say(ticket, 'message.received', { text: 'I am away' }, { fields: { automatic: true } })
    expect(await previewOf(ticket)).toEqual({ subject: '', snippet: 'I wrote this' })
  })

  it('is cut between characters', async () => {
    const ticket = await open()
    await say(ticket, 'message.received', { subject: '', text: `${'a'.repeat(159)}👩‍🚀 and more` })
    expect((await previewOf(ticket))?.snippet).toBe(`${'a'.repeat(159)}👩`)
  })

  it('goes with the person', async () => {
    const ticket = await open()
    await say(ticket, 'message.received', { text: 'Forget me' })
    await run((tx) =>
      tx.db
        .deleteFrom('person_key')
        .where('workspace_id', '=', workspace)
        .where('ticket_id', '=', ticket)
        .where('person_id', '=', CARLA)
        .execute(),
    )
    expect(await previewOf(ticket)).toBeUndefined()
  })
})
