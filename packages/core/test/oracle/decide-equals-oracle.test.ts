/** The judge of core against the brute-force judge, on random charters and histories. */

import { absorbMerged, type CompiledCharter, decide, type Reason, type TicketEvent } from '@avow/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { judgeAllBySpec } from './brute-force-judge.ts'
import { compiled, eventsOf } from './core-judge.ts'
import { type RandomCase, randomCase } from './generate.ts'
import type { OracleCommitment } from './plain-data.ts'

const RUNS = process.env['AVOW_LONG'] === '1' ? 20_000 : 800

/** The row that a line names as the one that counts, and those beside it. */
function namedBy({ row, rows }: Reason['data']): readonly [number, readonly number[]] {
  return [Number(row), String(rows).split(', ').map(Number)]
}

function byCore(
  charter: CompiledCharter,
  events: readonly TicketEvent[],
  now: number,
): Map<string, OracleCommitment[]> {
  const joined = absorbMerged(events, now)
  const tickets = new Set(joined.map(({ ticket }) => ticket))
  return new Map(
    [...tickets].map((ticket) => {
      const decision = decide(
        charter,
        joined.filter((event) => event.ticket === ticket),
        now,
      )
      const commitments = decision.commitments.map(
        ({ promise, run, key, state, start, due, settled_at, fulfilled_at, reason, row, put_off, why }) => ({
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
          passed_over: why.filter(({ code }) => code === 'rows-passed-over').map(({ data }) => namedBy(data)),
        }),
      )
      return [ticket, commitments]
    }),
  )
}

/** The case in a form that one can work by hand. */
function shown(charter: RandomCase['charter'], events: RandomCase['events'], ticket: string, now: number): string {
  const sorted = [...events].sort((a, b) => (a.at < b.at ? -1 : 1)).map((event) => JSON.stringify(event))
  const { calendars, promises, zone } = charter
  const lines = [`ticket ${ticket}, now ${new Date(now).toISOString()}, ${zone}`, JSON.stringify(calendars)]
  return [...lines, ...promises.map((promise) => JSON.stringify(promise)), ...sorted].join('\n')
}

it('E, T, P, K, V, F, C, C10: decide equals the brute-force judge', () => {
  let judged = 0
  let passedOver = 0
  fc.assert(
    fc.property(randomCase, ({ charter, events, now }) => {
      const core = compiled(charter)
      if (core === undefined) return
      judged++
      const expected = judgeAllBySpec(charter, events, now)
      const answered = byCore(core, eventsOf(events), now)
      for (const [ticket, commitments] of expected) {
        passedOver += commitments.filter(({ passed_over }) => passed_over.length > 0).length
        expect(answered.get(ticket) ?? [], shown(charter, events, ticket, now)).toEqual(commitments)
      }
    }),
    { numRuns: RUNS, ...(process.env['AVOW_SEED'] ? { seed: Number(process.env['AVOW_SEED']) } : {}) },
  )
  expect(judged).toBeGreaterThan(RUNS / 2)
  // C10 is asked for nothing where no two rows ever match.
  expect(passedOver).toBeGreaterThan(RUNS / 20)
})
