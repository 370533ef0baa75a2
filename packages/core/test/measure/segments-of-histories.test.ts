/** Segments on random charters and histories. */
import {
  absorbMerged,
  backtest,
  ColumnsBuilder,
  type EventColumns,
  Figures,
  Retelling,
  SEGMENT_KINDS,
} from '@avow/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compiled, eventsOf } from '../oracle/core-judge.ts'
import { type RandomCase, randomCase } from '../oracle/generate.ts'

const RUNS = process.env['AVOW_LONG'] === '1' ? 5_000 : 300

const HOLDERS = [
  { to: 'anna', team: 'one' },
  { to: 'bo', team: 'two' },
  { to: '', team: 'two' },
  { to: 'anna', team: '' },
] as const

/** The columns of a case, its tickets passed on between persons and teams. */
function columnsOf({ charter, events, now }: RandomCase): EventColumns {
  const builder = new ColumnsBuilder(Object.keys(charter.events ?? {}))
  absorbMerged(eventsOf(events), now).forEach((event, index) => {
    builder.add(event)
    // Random histories seldom pass a ticket on; here each third event does.
    const { ticket, at, recorded } = event
    if (index % 3 === 0)
      builder.add({
        ticket,
        at,
        recorded,
        type: 'ticket.assigned',
        by: 'system',
        ...HOLDERS[(index / 3) % HOLDERS.length],
      })
  })
  return builder.finish()
}

it('M4: the segments of every commitment touch, never overlap, and add up to its span', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(randomCase, (random) => {
      const charter = compiled(random.charter)
      if (charter === undefined) return
      const columns = columnsOf(random)
      const { now } = random
      const retelling = new Retelling(charter, columns, now)
      backtest(charter, columns, {
        now,
        onCommitment: ({ ticketIndex, promise, run, start, fulfilled, at, state, due }) => {
          const told = retelling.tell(
            ticketIndex,
            charter.promises.findIndex(({ id }) => id === promise),
            run,
          )
          expect([told?.start, told?.due, told?.fulfilled]).toEqual([start, due, fulfilled !== null])
          if (fulfilled !== null) expect(told?.end).toBe(fulfilled)
          if (state === 'cancelled') expect(told?.end).toBe(at)
          let end = start
          for (const { kind, from, to } of told?.segments() ?? []) {
            expect(from).toBe(end)
            expect(to).toBeGreaterThan(from)
            seen.add(kind)
            end = to
          }
          expect(end).toBe(Math.max(start, told?.end ?? now))
        },
      })
    }),
    { numRuns: RUNS },
  )
  expect([...seen].sort()).toEqual([...SEGMENT_KINDS].sort())
})

it('M1: figures by week, row and value each count every commitment once', () => {
  fc.assert(
    fc.property(randomCase, (random) => {
      const charter = compiled(random.charter)
      if (charter === undefined) return
      const columns = columnsOf(random)
      const figures = new Figures(charter, columns, random.now)
      const result = backtest(charter, columns, { now: random.now, onCommitment: (line) => void figures.add(line) })
      for (const { promise, all, rows, values, weeks, fact } of figures.promises) {
        const { kept, broken, running, paused, cancelled } = result.promises.get(promise.id) ?? {}
        expect([all.kept, all.broken, all.running, all.paused, all.cancelled]).toEqual([
          kept,
          broken,
          running,
          paused,
          cancelled,
        ])
        const sum = (groups: Iterable<{ readonly total: number }>) =>
          [...groups].reduce((total, group) => total + group.total, 0)
        expect(sum(rows)).toBe(all.total)
        if (fact !== undefined) expect(sum(values.values())).toBe(all.total)
        expect(sum(weeks.values())).toBe(all.total - all.paused)
      }
    }),
    { numRuns: RUNS },
  )
})
