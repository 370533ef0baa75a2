import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { due, elapsed } from '../../src/calendar/calendar.ts'
import { compileCalendar } from '../../src/calendar/compile-calendar.ts'
import { compileZone } from '../../src/calendar/compile-zone.ts'
import { openZone } from '../../src/calendar/zone.ts'
import { writtenCalendars } from './arbitrary-calendars.ts'
import { at, rules, type Written, zoneOf } from './calendar-fixtures.ts'
import { MinuteWalker, wallsOf } from './minute-walker.ts'

const MINUTE = 60_000
const DAY = 1440
const WALKED = 12 * DAY

/** A few days before the clock changes, for each zone of which one is walked. */
const CHANGES: readonly [string, string][] = [
  ['Europe/Warsaw', '2026-03-29T01:00Z'],
  ['Europe/Warsaw', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Africa/Cairo', '2026-04-23T22:00Z'],
  ['Africa/Cairo', '2026-10-29T21:00Z'],
  ['America/Nuuk', '2026-03-29T01:00Z'],
  ['America/Nuuk', '2026-10-25T01:00Z'],
  ['Asia/Kathmandu', '2026-06-10T00:00Z'],
]

/** Starts and durations in minutes from the walk's third day, well inside what the walker knows. */
const questions = fc.array(fc.tuple(fc.integer({ min: 3 * DAY, max: 8 * DAY }), fc.integer({ min: 0, max: 2 * DAY })), {
  minLength: 20,
  maxLength: 20,
})

describe('a walker that reads every minute from Intl', () => {
  it.each(CHANGES)('counts as the calendar does in %s around %s', (zone, change) => {
    const from = at(change) - 6 * DAY * MINUTE
    const walls = wallsOf(zone, from, WALKED)
    const near = Math.floor(from / (DAY * MINUTE))
    const holidays = fc.array(fc.integer({ min: near + 2, max: near + 9 }), { maxLength: 3 })
    fc.assert(
      fc.property(writtenCalendars, holidays, questions, (written, closed, asked) => {
        const ruled = { ...rules({ ...written, zone }), closed }
        const made = compileCalendar(ruled, zoneOf(zone))
        const walker = new MinuteWalker(ruled, from, walls)
        for (const [start, minutes] of asked) {
          const begin = from + start * MINUTE
          expect(elapsed(made, begin, begin + minutes * MINUTE) / MINUTE).toBe(
            walker.elapsed(begin, begin + minutes * MINUTE),
          )
          const wanted = walker.due(begin, minutes)
          if (wanted !== undefined && wanted < from + 10 * DAY * MINUTE) {
            expect(new Date(due(made, begin, minutes * MINUTE)).toISOString()).toBe(new Date(wanted).toISOString())
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('agrees that the date line took a date from Apia', () => {
    const from = at('2011-12-24T00:00Z')
    const zone = openZone(compileZone('Pacific/Apia', at('2011-12-01T00:00Z'), at('2012-02-01T00:00Z'), 'test'))
    const everyDay: Written = {
      zone: 'Pacific/Apia',
      workdays: ['09:00-17:00', '22:00-03:00'],
      saturday: ['08:00-12:00'],
      sunday: [],
    }
    const ruled = rules(everyDay)
    const made = compileCalendar(
      { ...ruled, week: ruled.week.map((periods, weekday) => (weekday === 4 ? [] : periods)) },
      zone,
    )
    const walker = new MinuteWalker(made.rules, from, wallsOf('Pacific/Apia', from, WALKED))
    for (let hour = 60; hour < 220; hour++) {
      const begin = from + hour * 60 * MINUTE
      expect(elapsed(made, begin, begin + DAY * MINUTE) / MINUTE).toBe(walker.elapsed(begin, begin + DAY * MINUTE))
    }
  })
})
