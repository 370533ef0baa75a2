import {
  backtest,
  type CompiledCharter,
  Figures,
  type PromiseFigures as FiguresOfPromise,
  HistoryReader,
  type PublicFigure,
} from '@avow/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { addAgent, addFirstWorkspace, addMonth, addRequest } from '../../../test/site/site-workspace.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { versionInForce } from '../charters/index.ts'
import { exportWorkspace } from '../export/index.ts'
import { type PromiseFigures, publicFigures, reckonFigures } from './public-figures.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let database: TestDatabase
let workspace: string
let agent: string
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS)
  workspace = await addFirstWorkspace(database.store)
  agent = await addAgent(database.store, workspace)
  await addMonth(database.store, workspace, agent, 120)
  await addOdd()
})
afterAll(() => database.drop())

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)

/** What a month of ordinary requests does not have: spam, thanks, pauses, reopenings, refunds in dates, facts that change. */
function addOdd(): Promise<void> {
  return run(async (tx) => {
    const open = (ago: number, more: Partial<Parameters<typeof addRequest>[2]> = {}) =>
      addRequest(tx, agent, { ago, ...more }).then(({ ticket }) => ticket)
    const event = (ticket: string, type: string, ago: number, fields = {}) =>
      tx.append({ id: tx.newId(), ticket, type, by: 'agent', person: agent, at: tx.now - ago, fields })
    for (let index = 0; index < 8; index++) {
      const ago = (25 - 3 * index) * DAY
      await event(await open(ago), 'ticket.spam', ago - (index % 2 === 0 ? HOUR : 90 * HOUR))
      await event(await open(ago), 'status.changed', ago - 2 * HOUR, { to: 'solved', reason: 'thanks' })
      await event(await open(ago), 'status.changed', ago - 80 * HOUR, { to: 'closed', reason: 'duplicate' })
      const waiting = await open(ago + 15 * DAY, { answeredAfter: HOUR })
      await event(waiting, 'status.changed', ago + 15 * DAY - HOUR, { to: 'waiting-for-customer' })
      const refund = await open(ago, { answeredAfter: HOUR, solvedAfter: 3 * HOUR })
      await event(refund, 'refund.agreed', ago - 4 * HOUR)
      if (index % 2 === 0) await event(refund, 'refund.paid', ago - 9 * HOUR)
      await event(refund, 'ticket.reopened', ago - 30 * HOUR)
      const changed = await open(ago, { answeredAfter: 30 * HOUR })
      await event(changed, 'facts.changed', ago - HOUR, { facts: { tier: 'gold', reason: 'damaged' } })
    }
  })
}

async function byBacktest(charter: CompiledCharter, now: number): Promise<readonly FiguresOfPromise[]> {
  const reader = new HistoryReader([...charter.document.events.keys()])
  for await (const chunk of exportWorkspace(database.store, workspace)) reader.push(Buffer.from(chunk))
  const { columns } = reader.finish(now)
  const figures = new Figures(charter, columns, now)
  backtest(charter, columns, { now, onCommitment: (line) => void figures.add(line) })
  return figures.promises
}

function shown({ group, share, spread, pausedLong, provisional, from, to }: PublicFigure): object {
  const { times, cancelledBy, ...counts } = group
  const lengths = [times.size, times.mean?.toFixed(3), times.percentile(50), times.percentile(90)]
  return {
    ...{ from, to, share, pausedLong, provisional, counts, lengths, beyond: spread.beyond },
    cancelledBy: [...cancelledBy].sort(),
    counted: [...spread.counts],
  }
}

describe('the public figure', () => {
  it('M1, M2, M3: is what a backtest over the exported log gives', async () => {
    const { charter, figures, now } = await run(async (tx) => {
      const charter = await versionInForce(tx, tx.now)
      if (charter === undefined) throw new Error('no charter is in force')
      const ids = charter.promises.map(({ id }) => id)
      return { charter, now: tx.now, figures: await reckonFigures(tx, charter, tx.now, ids) }
    })
    for (const { promise, lastDays } of await byBacktest(charter, now)) {
      const figure = figures.get(promise.id)?.figure
      expect([promise.id, figure && shown(figure)]).toEqual([promise.id, shown(lastDays)])
    }
    const first = figures.get('P1')?.figure.group
    expect(first?.cancelledBy.size).toBeGreaterThan(1)
    expect(first?.unfulfilled).toBeGreaterThan(0)
    expect(figures.get('P3')?.figure.pausedLong).toBeGreaterThan(0)
    expect(figures.get('P5')?.figure.group.judged).toBeGreaterThan(0)
  })

  it('M1: kept and broken are the rows that fell due in the last 30 dates, counted one by one', async () => {
    const { figure, rows, now } = await run(async (tx) => {
      const charter = await versionInForce(tx, tx.now)
      if (charter === undefined) throw new Error('no charter is in force')
      const rows = await tx.db
        .selectFrom('commitment')
        .select(['state', 'due'])
        .where('workspace_id', '=', workspace)
        .where('promise', '=', 'P1')
        .execute()
      return { figure: (await reckonFigures(tx, charter, tx.now, ['P1'])).get('P1')?.figure, rows, now: tx.now }
    })
    const since = figure?.from ?? 0
    const inWindow = rows.filter(({ due }) => due !== null && due.getTime() >= since && due.getTime() <= now)
    const count = (state: string) => inWindow.filter((row) => row.state === state).length
    expect([figure?.group.kept, figure?.group.broken]).toEqual([count('kept'), count('broken')])
    expect(now - since).toBeGreaterThan(28.9 * DAY)
    expect(now - since).toBeLessThan(30 * DAY + HOUR)
  })

  it('is reckoned at most once a minute', async () => {
    const charter = await run((tx) => versionInForce(tx, tx.now))
    if (charter === undefined) throw new Error('no charter is in force')
    const at = (now: number): Promise<PromiseFigures> => run((tx) => publicFigures(tx, charter, now))
    const now = await run(async (tx) => tx.now)
    const first = await at(now)
    const before = database.statements.length
    expect(await at(now + 59_999)).toBe(first)
    expect(database.statements.length - before).toBeLessThan(4)
    expect(await at(now + 60_000)).not.toBe(first)
  })
})
