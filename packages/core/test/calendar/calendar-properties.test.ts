import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, due, elapsed, isOpen, nextOpening, openMsBefore } from '../../src/calendar/calendar.ts'
import { durations, instantAt, openingCalendars, places } from './arbitrary-calendars.ts'
import { calendar } from './calendar-fixtures.ts'

/** Checks a rule on random calendars, with three instants in order and two durations. */
function always(rule: (made: Calendar, instants: [number, number, number], durations: [number, number]) => void): void {
  const property = fc.property(
    openingCalendars,
    fc.tuple(places, places, places),
    fc.tuple(durations, durations),
    (written, [one, two, three], spans) => {
      const made = calendar(written)
      const [a = 0, b = 0, c = 0] = [one, two, three].map((place) => instantAt(made, place)).sort((x, y) => x - y)
      rule(made, [a, b, c], spans)
    },
  )
  fc.assert(property, { numRuns: 200 })
}

describe('for every calendar', () => {
  it('elapsed(s, due(s, d)) = d', () => {
    always((made, [start], [ms]) => {
      expect(elapsed(made, start, due(made, start, ms))).toBe(ms)
    })
  })

  it('a due instant is the earliest that will do: just before it, less was counted, and the calendar was open', () => {
    always((made, [start], [ms]) => {
      fc.pre(ms > 0)
      const end = due(made, start, ms)
      expect(end).toBeGreaterThan(start)
      expect(elapsed(made, start, end - 1)).toBe(ms - 1)
      expect(isOpen(made, end - 1)).toBe(true)
    })
  })

  it('a due instant for nothing is open, and nothing before it from the start on is', () => {
    always((made, [start]) => {
      const end = due(made, start, 0)
      expect(isOpen(made, end)).toBe(true)
      expect(end === start || !isOpen(made, end - 1)).toBe(true)
      expect(end).toBe(nextOpening(made, start))
    })
  })

  it('time elapsed adds up', () => {
    always((made, [a, b, c]) => {
      expect(elapsed(made, a, b) + elapsed(made, b, c)).toBe(elapsed(made, a, c))
      expect(elapsed(made, b, a)).toBe(0 - elapsed(made, a, b))
    })
  })

  it('durations add up', () => {
    always((made, [start], [one, other]) => {
      fc.pre(other > 0)
      expect(due(made, due(made, start, one), other)).toBe(due(made, start, one + other))
    })
  })

  it('a later start or a longer duration is never due earlier', () => {
    always((made, [a, b], [one, other]) => {
      expect(due(made, a, one)).toBeLessThanOrEqual(due(made, b, one))
      expect(due(made, a, Math.min(one, other))).toBeLessThanOrEqual(due(made, a, Math.max(one, other)))
    })
  })

  it('opening time is counted as time passes, never faster', () => {
    always((made, [a, b]) => {
      const counted = openMsBefore(made, b) - openMsBefore(made, a)
      expect(counted).toBeGreaterThanOrEqual(0)
      expect(counted).toBeLessThanOrEqual(b - a)
    })
  })
})
