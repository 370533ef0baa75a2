/** The backtest against `decide`, ticket by ticket, on random charters and histories read from their lines. */
import {
  absorbMerged,
  type BacktestResult,
  backtest,
  type CompiledCharter,
  type Decision,
  decide,
  type EventColumns,
  HistoryReader,
  type TicketEvent,
} from '@avow/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compiled, eventsOf } from '../oracle/core-judge.ts'
import { type RandomCase, randomCase } from '../oracle/generate.ts'

const RUNS = process.env['AVOW_LONG'] === '1' ? 10_000 : 400

it('K10, V1: the backtest says of every ticket what decide says', () => {
  let commitments = 0
  fc.assert(
    fc.property(randomCase, ({ charter, events, now }) => {
      const core = compiled(charter)
      if (core === undefined) return
      const { lines, result } = byBacktest(core, columnsOf(core, events, now), now)
      const decisions = byDecide(core, eventsOf(events), now)
      expect(lines).toEqual(decisions.flatMap(commitmentsOf))
      commitments += lines.length
      expect(countsOf(result)).toEqual(countsOf(countedFrom(core, decisions)))
      expect(sum(result.unjudged.values())).toBe(unevaluated(decisions, (code) => result.unjudged.has(code)))
      expect(sum(result.ambiguous.values())).toBe(unevaluated(decisions, (code) => code === 'several-rows'))
    }),
    { numRuns: RUNS },
  )
  expect(commitments).toBeGreaterThan(RUNS)
})

function columnsOf(charter: CompiledCharter, events: RandomCase['events'], now: number): EventColumns {
  const reader = new HistoryReader([...charter.document.events.keys()])
  reader.push(new TextEncoder().encode(events.map((event) => `${JSON.stringify(event)}\n`).join('')))
  return reader.finish(now).columns
}

/** A commitment as both tell it, by ticket, promise and number. */
interface Told {
  readonly ticket: string
  readonly [field: string]: unknown
}

function byBacktest(
  charter: CompiledCharter,
  columns: EventColumns,
  now: number,
): { lines: Told[]; result: BacktestResult } {
  const lines: Told[] = []
  const result = backtest(charter, columns, {
    now,
    onCommitment: ({ ticketIndex, judge, judged, at, fulfilled, putOff, ...line }) => {
      expect(columns.tickets[ticketIndex]).toBe(line.ticket)
      lines.push({ ...line, settled_at: at, fulfilled_at: fulfilled, put_off: putOff })
    },
  })
  return { lines: lines.sort((a, b) => compare(a.ticket, b.ticket)), result }
}

function byDecide(charter: CompiledCharter, events: readonly TicketEvent[], now: number): Decision[] {
  const byTicket = Map.groupBy(absorbMerged(events, now), ({ ticket }) => ticket)
  const names = [...byTicket.keys()].sort(compare)
  return names.map((name) => decide(charter, byTicket.get(name) ?? [], now))
}

function commitmentsOf({ ticket, commitments }: Decision): Told[] {
  return commitments.map(
    ({ promise, run, key, state, start, due, settled_at, fulfilled_at, reason, row, put_off, amended_by }) => ({
      ticket,
      promise,
      run,
      key,
      state,
      start,
      due,
      settled_at,
      fulfilled_at,
      reason,
      row,
      put_off,
      amendedBy: amended_by ?? null,
    }),
  )
}

type Counts = Pick<BacktestResult, 'promises'>

/** The counts as they follow from the decisions. */
function countedFrom({ promises }: CompiledCharter, decisions: readonly Decision[]): Counts {
  const all = decisions.flatMap(({ commitments }) => commitments)
  return {
    promises: new Map(
      promises.map(({ id }) => {
        const own = all.filter(({ promise }) => promise === id)
        const count = (state: string) => own.filter((one) => one.state === state).length
        const cancelled = own.filter(({ state }) => state === 'cancelled')
        const cancelledBy = new Map(
          [...Map.groupBy(cancelled, ({ reason }) => reason ?? '')].map(([reason, of]) => [reason, of.length]),
        )
        const putOff = own.filter(({ put_off }) => put_off).length
        return [
          id,
          {
            kept: count('kept'),
            broken: count('broken'),
            running: count('running'),
            paused: count('paused'),
            cancelled: cancelled.length,
            cancelledBy,
            putOff,
          },
        ]
      }),
    ),
  }
}

function countsOf({ promises }: Counts): object {
  return [...promises].map(([id, counts]) => [id, { ...counts, cancelledBy: [...counts.cancelledBy].sort() }])
}

function unevaluated(decisions: readonly Decision[], counts: (code: string) => boolean): number {
  return decisions.reduce((sum, { unevaluated }) => sum + unevaluated.filter(({ code }) => counts(code)).length, 0)
}

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((total, count) => total + count, 0)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
