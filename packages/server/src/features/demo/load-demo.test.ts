import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { type Store, transaction } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { publishCharter } from '../charters/index.ts'
import { demoCharter } from './charter.ts'
import { demoWorkspace } from './demo-workspace.ts'
import { loadDemo } from './load-demo.ts'
import { removeDemo } from './remove-demo.ts'

const CHARTER = readFileSync(join(import.meta.dirname, '../../../../../charters/retailer.yaml'), 'utf8')
const TICKETS = 120

describe('the demo', () => {
  let database: TestDatabase
  let store: Store
  let workspace: string
  beforeAll(async () => {
    database = await openTestDatabase(EVENT_HANDLERS)
    store = database.store
    workspace = await database.makeWorkspace('demo')
    const mailbox = await transaction(store, { workspace }, async (tx) => {
      const id = tx.newId()
      const row = {
        workspace_id: workspace,
        id,
        address: 'care@bramble.example',
        name: 'Care',
        language: null,
        zone: null,
      }
      await tx.db.insertInto('mailbox').values(row).execute()
      return id
    })
    const now = await transaction(store, { workspace }, async (tx) => tx.now)
    const charter = demoCharter(CHARTER, now, 'test')
    await transaction(store, { workspace }, (tx) =>
      publishCharter(tx, { source: charter.text, zoneData: 'test', effective: charter.effectiveAt }),
    )
    const demo = demoWorkspace({ now, charter: charter.compiled, tickets: TICKETS })
    await loadDemo(store, { workspace, mailbox }, demo)
  })
  afterAll(() => database.drop())

  const count = (
    table: 'ticket' | 'event' | 'commitment' | 'outbox' | 'notice' | 'ticket_preview' | 'person' | 'remedy_grant',
  ) =>
    transaction(store, { workspace }, async ({ db }) => {
      const { n } = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('workspace_id', '=', workspace)
        .executeTakeFirstOrThrow()
      return n
    })

  it('is loaded as its story tells it: tickets, previews, promises kept and broken, and nothing to send', async () => {
    expect(await count('ticket')).toBe(TICKETS)
    expect(await count('ticket_preview')).toBe(TICKETS)
    expect(await count('outbox')).toBe(0)
    expect(await count('notice')).toBe(0)
    const states = await transaction(store, { workspace }, ({ db }) =>
      db.selectFrom('commitment').select('state').distinct().where('workspace_id', '=', workspace).execute(),
    )
    expect(states.map(({ state }) => state).sort()).toEqual(['broken', 'cancelled', 'kept', 'paused', 'running'])
  })

  it('has refunds that were given and carried out, by the charter and on the ticket’s log', async () => {
    const grants = await transaction(store, { workspace }, ({ db }) =>
      db
        .selectFrom('remedy_grant as g')
        .innerJoin('ticket as t', (join) =>
          join
            .on('t.workspace_id', '=', workspace)
            .onRef('t.workspace_id', '=', 'g.workspace_id')
            .onRef('t.id', '=', 'g.ticket_id'),
        )
        .select(['g.state', 'g.facts', 'g.clause', 'g.charter_hash', 't.facts as known', 't.charter_hash as pinned'])
        .where('g.workspace_id', '=', workspace)
        .execute(),
    )
    expect(new Set(grants.map(({ state }) => state)).has('done')).toBe(true)
    for (const { facts, known, clause, charter_hash, pinned } of grants)
      expect([facts, clause, charter_hash]).toEqual([known, 'R1', pinned])
    const { rows } = await transaction(store, { workspace }, ({ db }) =>
      sql<{ n: number }>`
        select count(*) as n from event
         where "workspace_id" = ${workspace} and type in ('remedy.granted', 'remedy.asked')`.execute(db),
    )
    expect(rows[0]?.n).toBe(grants.length)
  })

  it('goes again without a trace, and once only; what is not of the demo stays', async () => {
    const desk = { store, owner: database.connectionOf('avow_owner') }
    const removed = await removeDemo(desk, workspace)
    expect(removed.tickets).toBe(TICKETS)
    for (const table of ['ticket', 'event', 'commitment', 'person', 'remedy_grant'] as const)
      expect([table, await count(table)]).toEqual([table, 0])
    await expect(removeDemo(desk, workspace)).rejects.toMatchObject({ code: 'demo-not-loaded' })
  })
})
