/** What must hold of decisions whatever the history: its lines in any order, told in parts, looked at sooner or later. */

import { absorbMerged, type CompiledCharter, type Decision, decide, type TicketEvent } from '@avow/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compiled, eventsOf } from './core-judge.ts'
import { type RandomCase, randomCase } from './generate.ts'

const RUNS = process.env['AVOW_LONG'] === '1' ? 3_000 : 250

type Judged = { readonly charter: CompiledCharter; readonly events: readonly TicketEvent[]; readonly now: number }

/** Runs `check` on random cases that core can read. */
function onRandomCases(check: (judged: Judged, chance: readonly number[]) => void): void {
  fc.assert(
    fc.property(
      randomCase,
      fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
      ({ charter, events, now }: RandomCase, chance) => {
        const core = compiled(charter)
        if (core !== undefined) check({ charter: core, events: eventsOf(events), now }, chance)
      },
    ),
    { numRuns: RUNS, ...(process.env['AVOW_SEED'] ? { seed: Number(process.env['AVOW_SEED']) } : {}) },
  )
}

function decisions({ charter, events, now }: Judged): readonly Decision[] {
  const joined = absorbMerged(events, now)
  const tickets = [...new Set(joined.map(({ ticket }) => ticket))].sort()
  return tickets.map((name) =>
    decide(
      charter,
      joined.filter(({ ticket }) => ticket === name),
      now,
    ),
  )
}

/** ms of `90 min of c1` or `2 h of c1`. */
function lengthOf(target: string): number {
  const [count, unit] = target.split(' ')
  return Number(count) * (unit === 'h' ? 3_600_000 : 60_000)
}

describe('whatever the history', () => {
  it('E2: the order of its lines changes no part of a decision', () => {
    onRandomCases((judged, chance) => {
      const shuffled = judged.events.map((event, index) => ({ event, place: chance[index % chance.length] ?? 0 }))
      shuffled.sort((a, b) => a.place - b.place)
      expect(decisions({ ...judged, events: shuffled.map(({ event }) => event) })).toEqual(decisions(judged))
    })
  })

  it('E1: what happens or is recorded after now changes no part of a decision', () => {
    onRandomCases((judged) => {
      const known = judged.events.filter(({ at, recorded }) => at <= judged.now && recorded <= judged.now)
      const withoutLater = decisions({ ...judged, events: known })
      const names = new Set(withoutLater.map(({ ticket }) => ticket))
      expect(decisions(judged).filter(({ ticket }) => names.has(ticket))).toEqual(withoutLater)
    })
  })

  it('V3: a promise broken at an instant is broken, due at the same time, ever after', () => {
    onRandomCases((judged, chance) => {
      // Later word of earlier things (late events, merges, spam undone) may correct a verdict; nothing else may.
      if (judged.events.some(({ type, at, recorded }) => at !== recorded || /spam|merged|absorbed/.test(type))) return
      const instants = judged.events.map(({ at }) => at)
      const sooner = Math.min(
        judged.now,
        (instants[(chance[0] ?? 0) % instants.length] ?? 0) + ((chance[1] ?? 0) % 7_200_000),
      )
      const later = decisions(judged)
      for (const { ticket, commitments } of decisions({ ...judged, now: sooner })) {
        for (const { promise, start, key, due, state } of commitments) {
          if (state !== 'broken') continue
          const same = later.find((decision) => decision.ticket === ticket)?.commitments
          const found = same?.find((other) => other.promise === promise && other.start === start && other.key === key)
          expect(found).toMatchObject({ state: 'broken', due })
        }
      }
    })
  })

  it('V2: the reckoning of every due time adds up to its target', () => {
    onRandomCases((judged) => {
      for (const { commitments } of decisions(judged)) {
        for (const { why, due, target } of commitments) {
          const spans = why.filter(({ code }) => ['counted', 'closed', 'paused', 'more'].includes(code))
          const sum = why.find(({ code }) => code === 'sum')
          // Of dates and working days only the pauses are told.
          if (sum === undefined) continue
          for (const [index, span] of spans.entries()) {
            const next = spans[index + 1]
            if (next?.from != null && span.to !== null) expect(next.from).toBe(span.to)
          }
          const counted = spans.reduce((total, { counted_ms }) => total + (counted_ms ?? 0), 0)
          expect(counted).toBe(sum.counted_ms)
          if (due === null) continue
          expect(sum.to).toBe(due)
          if (why.every(({ code }) => code !== 'row-changed'))
            expect(counted, JSON.stringify(why, null, 1)).toBe(lengthOf(target))
        }
      }
    })
  })
})
