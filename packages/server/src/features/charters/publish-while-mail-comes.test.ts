import { afterAll, beforeAll, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { LONG_AGO } from '../../../test/publish.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { openRequest } from '../tickets/index.ts'
import { publishCharter } from './index.ts'

/** Who open tickets at once, how many each, and versions meanwhile. */
const CREATORS = 8
const [EACH, VERSIONS] = process.env['AVOW_LONG'] === '1' ? [400, 60] : [10, 6]

let database: TestDatabase
let workspace: string
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS, { connections: CREATORS + 2 })
  workspace = await database.makeWorkspace('busy')
})
afterAll(() => database?.drop())

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)

it('publishing while mail comes in leaves each ticket with one version, the one in force at its creation', async () => {
  await run((tx) => publishCharter(tx, { source: ALWAYS_OPEN, zoneData: 'test', effective: LONG_AGO }))
  let isOver = false
  const create = async (creator: number): Promise<void> => {
    for (let count = 0; count < EACH; count++)
      await run(async (tx) =>
        openRequest(tx, {
          channel: 'email',
          by: 'customer',
          customer: await findOrAddCustomer(tx, { email: `${creator}-${count}@home.example`, name: 'Carla' }),
          // Mail is dated by its acceptance, a little before it is read.
          at: tx.now - (count % 3) * 20,
          message: { subject: 'A kettle', text: 'It leaks.' },
        }),
      )
  }
  const publish = async (): Promise<void> => {
    for (let version = 2; version <= VERSIONS + 1; version++) {
      const source = ALWAYS_OPEN.replace('30 min', `${version} min`)
      await run((tx) => publishCharter(tx, { source, zoneData: 'test' }))
      if (isOver) return
    }
  }
  const publishing = publish()
  await Promise.all(Array.from({ length: CREATORS }, (_, creator) => create(creator)))
  isOver = true
  await publishing

  const { tickets, versions, commitments } = await run(async ({ db }) => ({
    tickets: await db
      .selectFrom('ticket')
      .select(['id', 'created_at', 'charter_hash'])
      .where('workspace_id', '=', workspace)
      .execute(),
    versions: await db
      .selectFrom('charter_version')
      .select(['hash', 'effective'])
      .where('workspace_id', '=', workspace)
      .orderBy('effective', 'desc')
      .execute(),
    commitments: await db
      .selectFrom('commitment')
      .select(['ticket_id', 'charter_hash'])
      .where('workspace_id', '=', workspace)
      .execute(),
  }))
  expect(tickets).toHaveLength(CREATORS * EACH)
  expect(versions.length).toBeGreaterThan(2)
  const inForce = new Map(
    tickets.map(({ id, created_at }) => [id, versions.find(({ effective }) => effective <= created_at)?.hash]),
  )
  for (const { id, charter_hash } of tickets) expect(charter_hash).toBe(inForce.get(id))
  for (const { ticket_id, charter_hash } of commitments) expect(charter_hash).toBe(inForce.get(ticket_id))
  expect(new Set(tickets.map(({ charter_hash }) => charter_hash)).size).toBeGreaterThan(1)
})
