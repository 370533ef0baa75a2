import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { publish } from '../../../test/publish.ts'
import { expectRebuilt } from '../../../test/rebuilt.ts'
import { type JsonObject, type NewEvent, openTicket, type Transaction, transaction, uuidV7 } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { createSweeper } from '../../jobs/sweeper/index.ts'

const ANNA = uuidV7(1)
const CARLA = uuidV7(2)
const MIN = 60_000
const MONDAY = Date.UTC(2026, 0, 5, 9)
const long = process.env['AVOW_LONG'] === '1'

/** With news every twelve hours, office hours, a share of what is promised to gold customers, and a clock that may be given up. */
const MANY_CLOCKS = ALWAYS_OPEN.replace(
  'calendars:',
  'calendars:\n  office: { open: { mon-fri: 09:00-17:00 }, holidays until: 2099-12-31 }',
)
  .replace('  repair.done: {}', '  repair.done: {}\n  repair.off: {}')
  .replace('until: repair.done,', 'until: repair.done, given up: repair.off,')
  .replace(
    'escalation:',
    `  - id: P5
    audience: staff
    clock: update-every
    table: [{ target: 12 h of round-the-clock }]
  - id: P6
    audience: staff
    clock: resolution
    until: closed
    when: { tier: gold }
    pauses: [waiting-for-customer]
    table: [{ amount: "> 100 EUR", target: 1 working day of office }, { target: 3 days }]
escalation:
  - { id: E3, for: P5, steps: [{ at: 100%, tell: assignee }, { after: 1 h of office, raise priority: true }] }
  - { id: E4, on: repair.off, when: { tier: gold }, steps: [{ after: 30 min of office, give to: team-lead }] }`,
  )

type Command =
  | { readonly do: 'open'; readonly facts: JsonObject; readonly ago: number }
  | {
      readonly do: 'append'
      readonly ticket: number
      readonly event: Omit<NewEvent, 'id' | 'ticket'>
      readonly ago: number
    }
  /** Into another one, once. */
  | { readonly do: 'merge'; readonly ticket: number; readonly into: number }
  /** Its latest message goes to another ticket. */
  | { readonly do: 'move'; readonly ticket: number; readonly into: number }
  | { readonly do: 'sweep' }
  | { readonly do: 'pass'; readonly ms: number }

const tier = fc.constantFrom('standard', 'gold', null, 'no such tier')
const facts = fc.record(
  { tier, amount: fc.integer({ min: 0, max: 100_000 }).map((minor) => ({ minor, currency: 'EUR' })) },
  { requiredKeys: [] },
)
const agent = { by: 'agent', person: ANNA } as const
const customer = { by: 'customer', person: CARLA } as const
const event: fc.Arbitrary<Omit<NewEvent, 'id' | 'ticket'>> = fc.oneof(
  fc.constant({ ...agent, type: 'message.sent', fields: { tells: ['P1', 'P3'] } }),
  fc.constant({ ...customer, type: 'message.received' }),
  fc.constant({ ...customer, type: 'message.received', fields: { automatic: true } }),
  fc.constant({ ...agent, type: 'note.added' }),
  fc.constantFrom({ ...agent, type: 'ticket.assigned', persons: { to: ANNA } }, { ...agent, type: 'ticket.assigned' }),
  fc
    .record(
      {
        to: fc.constantFrom('open', 'waiting-for-customer', 'on-hold', 'solved', 'closed'),
        reason: fc.constantFrom('thanks', 'duplicate', 'the carrier'),
      },
      { requiredKeys: ['to'] },
    )
    .map((fields) => ({ ...agent, type: 'status.changed', fields })),
  fc.constant({ ...agent, type: 'ticket.reopened' }),
  fc.constantFrom({ ...agent, type: 'ticket.spam' }, { ...agent, type: 'ticket.spam', fields: { undo: true } }),
  fc
    .constantFrom('repair.booked', 'repair.done', 'repair.off')
    .map((type) => ({ ...agent, type, fields: { key: 'r' } })),
  facts.map((changed) => ({ ...agent, type: 'facts.changed', fields: { facts: changed } })),
  facts.map((changed) => ({
    ...agent,
    type: 'facts.changed',
    content: [{ part: 'facts', person: CARLA, value: changed }],
  })),
  fc.constant({ ...customer, type: 'ticket.rated', fields: { score: 5 } }),
)
const ago = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 600 * MIN }) },
)
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const), facts, ago }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('append' as const), ticket: fc.nat({ max: 2 }), event, ago }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('merge' as const, 'move' as const),
      ticket: fc.nat({ max: 2 }),
      into: fc.nat({ max: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'sweep' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.oneof(fc.constantFrom(15 * MIN, 60 * MIN, 24 * 60 * MIN), fc.integer({ min: 1, max: 3 * 24 * 60 * MIN })),
    }),
  },
)

/** A message on a ticket that was merged counts on the survivor at once, before anything else happens there. */
const SAID_AFTER_MERGING: Command[] = [
  {
    do: 'append',
    ticket: 0,
    event: { ...agent, type: 'status.changed', fields: { to: 'waiting-for-customer' } },
    ago: 0,
  },
  { do: 'open', facts: {}, ago: 0 },
  { do: 'merge', ticket: 1, into: 0 },
  { do: 'pass', ms: 15 * MIN },
  { do: 'append', ticket: 1, event: { ...customer, type: 'message.received' }, ago: 0 },
]

/** As the command does, where it may: what is merged is merged once, and never into what was merged into it. */
async function merge(tx: Transaction, ticket: string, into: string): Promise<void> {
  await tx.heads.lock([ticket, into])
  const merged = await tx.db
    .selectFrom('ticket')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('id', 'in', [ticket, into])
    .where('merged_id', 'is not', null)
    .execute()
  if (merged.length > 0) return
  await tx.append({ ...agent, id: tx.newId(), ticket, type: 'ticket.merged', fields: { into } })
  await tx.append({ ...agent, id: tx.newId(), ticket: into, type: 'ticket.absorbed', fields: { from: ticket } })
}

async function move(tx: Transaction, ticket: string, into: string): Promise<void> {
  await tx.heads.lock([ticket, into])
  const of = (type: string) =>
    tx.db
      .selectFrom('event')
      .select(['id', 'at', 'envelope'])
      .where('workspace_id', '=', tx.workspace)
      .where('ticket_id', '=', ticket)
      .where('type', '=', type)
      .orderBy('seq')
      .execute()
  const away = (await of('message.moved')).map(({ envelope }) => envelope['message'])
  const message = (await of('message.received')).findLast(({ id }) => !away.includes(id))
  if (message === undefined) return
  await tx.append({ ...customer, id: tx.newId(), ticket: into, type: 'message.received', at: message.at.getTime() })
  const logs = [ticket]
  for (let next = await mergedInto(tx, ticket); next !== null; next = await mergedInto(tx, next)) logs.push(next)
  for (const log of logs)
    await tx.append({
      ...agent,
      id: tx.newId(),
      ticket: log,
      type: 'message.moved',
      fields: { message: message.id, into },
    })
}

async function mergedInto(tx: Transaction, ticket: string): Promise<string | null> {
  const found = await tx.db
    .selectFrom('ticket')
    .select('merged_id')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', ticket)
    .executeTakeFirst()
  return found?.merged_id ?? null
}

describe('over random histories, with sweeps between', () => {
  let database: TestDatabase
  let count = 0
  beforeAll(async () => {
    database = await openTestDatabase(EVENT_HANDLERS, { ownsClock: true })
  })
  afterAll(() => database.drop())

  it('the rows of tickets, commitments and steps are those that the log gives, and no verdict is missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40, size: 'max' }), async (commands) => {
        const workspace = await database.makeWorkspace(`random-${++count}`)
        await database.clock.stopAt(MONDAY)
        await publish(database.store, workspace, MANY_CLOCKS)
        const run = <T>(work: (tx: Transaction) => Promise<T>) => transaction(database.store, { workspace }, work)
        const failures: unknown[] = []
        const hear = (about: unknown) => void failures.push(about)
        const sweeper = createSweeper({ store: database.store, log: { warn: hear, error: hear } })
        const tickets: string[] = []
        for (const one of [{ do: 'open', facts: {}, ago: 0 } as const, ...commands]) {
          if (one.do === 'pass') await database.clock.advance(one.ms)
          else if (one.do === 'sweep') await sweeper.sweepOnce(workspace)
          else if (one.do === 'merge' || one.do === 'move') {
            const [ticket, into] = [tickets[one.ticket % tickets.length], tickets[one.into % tickets.length]]
            if (ticket !== undefined && into !== undefined && ticket !== into)
              await run((tx) => (one.do === 'merge' ? merge(tx, ticket, into) : move(tx, ticket, into)))
          } else
            await run(async (tx) => {
              const at = tx.now - one.ago
              if (one.do === 'open')
                tickets.push((await openTicket(tx, { ...customer, at, fields: { facts: one.facts } })).ticket)
              else
                await tx.append({
                  ...one.event,
                  id: tx.newId(),
                  at,
                  ticket: tickets[one.ticket % tickets.length] ?? '',
                })
            })
        }
        expect(failures).toEqual([])
        await run(async (tx) => {
          await expectRebuilt(tx, tickets)
        })
      }),
      { numRuns: long ? 500 : 30, examples: [[SAID_AFTER_MERGING]] },
    )
  })
})
