/** The public figure from stored commitments against the one from a backtest, on random charters and histories. */
import {
  absorbMerged,
  backtest,
  type CompiledCharter,
  type CompiledPromise,
  decide,
  type EventColumns,
  Figures,
  HistoryReader,
  PublicFigure,
  Retelling,
  type TicketEvent,
  takeRow,
} from '@avow/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compiled, eventsOf } from '../oracle/core-judge.ts'
import { type RandomCase, randomCase } from '../oracle/generate.ts'

const RUNS = process.env['AVOW_LONG'] === '1' ? 10_000 : 200

it('M1, M2, M3: the figure of stored commitments is that of a backtest', () => {
  let counted = 0
  fc.assert(
    fc.property(randomCase, ({ charter, events, now }) => {
      const core = compiled(charter)
      if (core === undefined) return
      const columns = columnsOf(core, events, now)
      const figures = new Figures(core, columns, now)
      backtest(core, columns, { now, onCommitment: (line) => void figures.add(line) })
      for (const { promise, lastDays } of figures.promises) {
        const figure = figureOfRows(core, promise, columns, eventsOf(events), { now, judgedAt: () => now })
        expect(plain(figure)).toEqual(plain(lastDays))
        counted += lastDays.group.total
      }
    }),
    { numRuns: RUNS },
  )
  expect(counted).toBeGreaterThan(RUNS / 8)
})

it('V1: a commitment whose due time passed is broken, though its ticket was not looked at since', () => {
  fc.assert(
    fc.property(randomCase, ({ charter, events, now }) => {
      const core = compiled(charter)
      if (core === undefined) return
      const columns = columnsOf(core, events, now)
      const figures = new Figures(core, columns, now)
      backtest(core, columns, { now, onCommitment: (line) => void figures.add(line) })
      for (const { promise, lastDays } of figures.promises) {
        // What starts without an event is seen only when its ticket is looked at.
        if (promise.clock.kind === 'update-every') continue
        const judgedAt = (known: readonly TicketEvent[]) => Math.max(...known.map(({ recorded }) => recorded))
        const figure = figureOfRows(core, promise, columns, eventsOf(events), { now, judgedAt })
        expect(plain(figure)).toEqual(plain(lastDays))
      }
    }),
    { numRuns: RUNS },
  )
})

interface Instants {
  readonly now: number
  /** When the ticket with these events was judged last. */
  readonly judgedAt: (events: readonly TicketEvent[]) => number
}

function figureOfRows(
  charter: CompiledCharter,
  promise: CompiledPromise,
  columns: EventColumns,
  events: readonly TicketEvent[],
  { now, judgedAt }: Instants,
): PublicFigure {
  const figure = new PublicFigure(promise, charter.zone, now)
  const retelling = new Retelling(charter, columns, now)
  const known = absorbMerged(events, now).filter(({ at, recorded }) => at <= now && recorded <= now)
  for (const [ticket, own] of Map.groupBy(known, ({ ticket }) => ticket)) {
    const { commitments, state } = decide(charter, own, judgedAt(own))
    for (const commitment of commitments) {
      const target = promise.targets[commitment.row - 1]
      if (commitment.promise !== promise.id || target === undefined) continue
      const told = retelling.tell(columns.tickets.indexOf(ticket), charter.promises.indexOf(promise), commitment.run)
      const endedAt = commitment.fulfilled_at === null ? (told?.end ?? null) : null
      takeRow(figure, { ...commitment, target, endedAt, isClosed: state === 'closed' })
    }
  }
  return figure
}

function plain({ from, to, share, group, spread, pausedLong, provisional }: PublicFigure): object {
  const { times, cancelledBy, ...counts } = group
  return {
    from,
    to,
    share,
    counts,
    cancelledBy: [...cancelledBy].sort(),
    times: [times.size, times.mean?.toFixed(3), times.percentile(1), times.percentile(50), times.percentile(99)],
    spread: [...spread.counts, spread.beyond],
    pausedLong,
    provisional,
  }
}

function columnsOf(charter: CompiledCharter, events: RandomCase['events'], now: number): EventColumns {
  const reader = new HistoryReader([...charter.document.events.keys()])
  reader.push(new TextEncoder().encode(events.map((event) => `${JSON.stringify(event)}\n`).join('')))
  return reader.finish(now).columns
}
