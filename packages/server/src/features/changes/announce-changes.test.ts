import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { APP, openTickets, transaction, uuidV7 } from '../../db/index.ts'
import { announceChanges, CHANGES, type Changes } from './index.ts'

let database: TestDatabase
let workspace: string
let listener: Client
const heard: string[] = []
beforeAll(async () => {
  database = await openTestDatabase([announceChanges])
  workspace = await database.makeWorkspace('changes')
  listener = await database.connect(APP)
  listener.on('notification', ({ payload = '' }) => heard.push(payload))
  await listener.query(`listen ${CHANGES}`)
})
afterAll(() => database.drop())

describe('a transaction that changes tickets', () => {
  it('says which and how far they are, with its commit, and nothing else of them', async () => {
    const person = uuidV7(1)
    const created = { by: 'customer' as const, person, content: [{ part: 'text', person, value: 'secret' }] }
    const note = (ticket: string) => [{ id: uuidV7(Date.now()), ticket, type: 'note.added', by: 'agent' as const }]
    const tickets = await transaction(database.store, { workspace }, async (tx) => {
      const events = await openTickets(tx, Array(200).fill({ created, happened: note }))
      return [...new Set(events.map(({ ticket }) => ticket))]
    })
    await listener.query('select')
    expect(heard.every((payload) => Buffer.byteLength(payload) < 8000)).toBe(true)
    // A payload of our own making.
    const said = heard.map((payload) => JSON.parse(payload) as Changes)
    expect(said.map(({ w }) => w)).toEqual(heard.map(() => workspace))
    expect(said.flatMap(({ t = [] }) => t)).toEqual(tickets.map((ticket, index) => [ticket, index + 1, 2]))
  })

  it('says nothing where it is undone', async () => {
    heard.length = 0
    const undone = transaction(database.store, { workspace }, async (tx) => {
      await openTickets(tx, [{ created: { by: 'customer' }, happened: () => [] }])
      throw new Error('changed my mind')
    })
    await expect(undone).rejects.toThrow('changed my mind')
    await listener.query('select')
    expect(heard).toEqual([])
  })
})
