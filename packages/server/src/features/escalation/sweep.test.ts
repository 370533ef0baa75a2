import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { publish } from '../../../test/publish.ts'
import { type JsonObject, openTicket, type Store, type Transaction, transaction, uuidV7 } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { createSweeper, type Sweeper } from '../../jobs/sweeper/index.ts'

const CARLA = uuidV7(2)
const MIN = 60_000
const HOUR = 60 * MIN

let database: TestDatabase
let workspace: string
let sweeper: Sweeper
const said: string[] = []
const log = { warn: (_: unknown, text?: string) => said.push(text ?? ''), error: (_: unknown, text?: string) => said.push(text ?? '') }

beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS)
  sweeper = createSweeper({ store: database.store, log })
})
afterAll(() => database.drop())

const run = <T>(work: (tx: Transaction) => Promise<T>, store: Store = database.store): Promise<T> =>
  transaction(store, { workspace }, work)

/** A workspace with a charter, and staff: anna leads the team, bruno is on duty. */
async function makeWorkspace(slug: string): Promise<{ anna: string; bruno: string }> {
  workspace = await database.makeWorkspace(slug)
  await publish(database.store, workspace, ALWAYS_OPEN)
  const [anna, bruno] = [uuidV7(10), uuidV7(11)]
  await run(async (tx) => {
    for (const [id, name] of [[anna, 'Anna'], [bruno, 'Bruno']] as const)
      await tx.db
        .insertInto('person')
        .values({ workspace_id: workspace, id, kind: 'staff', name, email: `${name}@example.org`.toLowerCase(), created_at: new Date(tx.now) })
        .execute()
    for (const [position, person_id] of [['team-lead', anna], ['duty-manager', bruno]] as const)
      await tx.db.insertInto('position_holder').values({ workspace_id: workspace, position, person_id }).execute()
  })
  return { anna, bruno }
}

/**
 * A ticket as it stands `ago` ms after it was opened, the server having been away since: opened and settled as if the
 * server's clock had stood still, by moving its rows' instants back.
 */
async function openedWhileAway(ago: number, facts: JsonObject = {}): Promise<string> {
  const silent = await quietStore()
  return transaction(silent, { workspace }, async (tx) => {
    const at = tx.now - ago
    const { ticket } = await openTicket(tx, { by: 'customer', person: CARLA, at, fields: { facts } })
    return ticket
  })
}
let quiet: Store | undefined
const quietStore = async () => (quiet ??= await database.openStore())

describe('to be written', () => {
  it('x', async () => {
    await makeWorkspace('x')
    await openedWhileAway(HOUR)
    expect(await run((tx) => sql`select 1`.execute(tx.db))).toBeDefined()
    expect(await sweeper.sweepOnce(workspace)).toBe(0)
  })
})
