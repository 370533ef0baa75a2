import { type ViewName, viewName } from '@avow/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { NO_EVENT, type Transaction, transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { countViews } from './count-views.ts'
import { listTickets } from './list-tickets.ts'

const TICKETS = 300
const HOUR = 3_600_000
const STATES = ['new', 'open', 'waiting-for-customer', 'on-hold', 'solved', 'closed'] as const

let database: TestDatabase
let workspace: string
let other: string
let agents: readonly string[]
beforeAll(async () => {
  database = await openTestDatabase()
  workspace = await database.makeWorkspace('lists')
  other = await database.makeWorkspace('others')
  agents = await fill(workspace, 7)
  await fill(other, 8)
})
afterAll(() => database.drop())

const run = <T>(work: (tx: Transaction) => Promise<T>, of = workspace): Promise<T> =>
  transaction(database.store, { workspace: of }, work)

/** Many tickets of every kind, with due times that often are equal or absent. Answers who works there. */
function fill(of: string, seed: number): Promise<readonly string[]> {
  const kinds = fc.sample(
    fc.record({
      state: fc.constantFrom(...STATES),
      agent: fc.integer({ min: -1, max: 2 }),
      due: fc.option(fc.integer({ min: -20, max: 60 })),
      broken: fc.constantFrom(0, 0, 0, 1, 2),
      changed: fc.integer({ min: 0, max: 30 }),
      isSpam: fc.constantFrom(false, false, false, false, true),
    }),
    { seed, numRuns: TICKETS },
  )
  return run(async (tx) => {
    const staff = [tx.newId(), tx.newId(), tx.newId()]
    const recent = tx.now - 30 * HOUR
    await tx.db
      .insertInto('ticket')
      .values(
        kinds.map(({ state, agent, due, broken, changed, isSpam }, index) => ({
          workspace_id: of,
          id: tx.newId(),
          number: index + 1,
          state,
          created_at: new Date(recent),
          recorded: new Date(recent + changed * HOUR),
          hash: NO_EVENT,
          assignee_id: staff[agent] ?? null,
          is_spam: isSpam,
          next_due: due === null ? null : new Date(tx.now + due * HOUR),
          next_start: due === null ? null : new Date(recent),
          next_promise: due === null ? null : 'P1',
          risk_at: due === null ? null : new Date(tx.now + (due - 5) * HOUR),
          broken,
          last_broken_at: broken === 0 ? null : new Date(recent + changed * HOUR),
        })),
      )
      .execute()
    return staff
  }, of)
}

interface Plain {
  readonly id: string
  readonly state: string
  readonly assignee_id: string | null
  readonly is_spam: boolean
  readonly next_due: Date | null
  readonly risk_at: Date | null
  readonly broken: number
  readonly last_broken_at: Date | null
  readonly recorded: Date
}

/** What a view should show, said without SQL. */
async function expected(view: ViewName, person: string | undefined): Promise<readonly string[]> {
  const { rows, now } = await run(async (tx) => ({
    now: tx.now,
    rows: (await tx.db.selectFrom('ticket').selectAll().where('workspace_id', '=', workspace).execute()) as Plain[],
  }))
  const isEnded = ({ state }: Plain) => state === 'solved' || state === 'closed'
  const holds: Record<ViewName, (row: Plain) => boolean> = {
    all: (row) => !isEnded(row),
    mine: (row) => !isEnded(row) && row.assignee_id === person,
    unassigned: (row) => !isEnded(row) && row.assignee_id === null,
    'at-risk': (row) => !isEnded(row) && row.risk_at !== null && row.risk_at.getTime() <= now,
    broken: (row) => !isEnded(row) && row.broken > 0,
    solved: isEnded,
  }
  const late = (date: Date | null) => date?.getTime() ?? Number.MAX_SAFE_INTEGER
  const byId = (a: Plain, b: Plain) => (a.id < b.id ? -1 : 1)
  const byDue = (a: Plain, b: Plain) => late(a.next_due) - late(b.next_due) || byId(a, b)
  const orders: Partial<Record<ViewName, (a: Plain, b: Plain) => number>> = {
    broken: (a, b) => late(b.last_broken_at) - late(a.last_broken_at) || byId(b, a),
    solved: (a, b) => late(b.recorded) - late(a.recorded) || byId(b, a),
  }
  return rows
    .filter((row) => !row.is_spam && holds[view](row))
    .sort(orders[view] ?? byDue)
    .map(({ id }) => id)
}

async function pages(view: ViewName, person: string | undefined, limit: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await run((tx) => listTickets(tx, { view, person, cursor, limit }))
    expect(page.items.length).toBeLessThanOrEqual(limit)
    ids.push(...page.items.map(({ id }) => id))
    if (page.next === null) return ids
    cursor = page.next
  }
}

describe('views', () => {
  it.each(viewName.options)('%s holds its tickets in order, each once, whatever the size of a page', async (view) => {
    const person = agents[1]
    const all = await expected(view, person)
    expect(all.length).toBeGreaterThan(10)
    for (const limit of [1, 7, 50, 200]) {
      if (limit === 1 && all.length > 100) continue
      expect(await pages(view, person, limit), `pages of ${limit}`).toEqual(all)
    }
  })

  it('count what they hold', async () => {
    const counts = await run((tx) => countViews(tx, agents[0]))
    for (const view of viewName.options) expect(counts[view], view).toBe((await expected(view, agents[0])).length)
  })

  it('stop counting at 1000', async () => {
    const many = await database.makeWorkspace('many')
    await fill(many, 1)
    await run(
      (tx) =>
        tx.db
          .insertInto('ticket')
          .values(
            Array.from({ length: 1100 }, (_, index) => ({
              workspace_id: many,
              id: tx.newId(),
              number: 10_000 + index,
              created_at: new Date(tx.now),
              recorded: new Date(tx.now),
              hash: NO_EVENT,
            })),
          )
          .execute(),
      many,
    )
    expect((await run((tx) => countViews(tx, undefined), many)).all).toBe(1000)
  })

  it('hold nothing of mine for an API key', async () => {
    expect(await pages('mine', undefined, 50)).toEqual([])
    expect((await run((tx) => countViews(tx, undefined))).mine).toBe(0)
  })

  it('refuse a cursor that no page ended with', async () => {
    for (const cursor of ['x', 'bi5ub3QtYW4taWQ', Buffer.from("n.' or true").toString('base64url')])
      await expect(run((tx) => listTickets(tx, { view: 'all', person: undefined, cursor, limit: 5 }))).rejects.toThrow(
        Refusal,
      )
  })
})
