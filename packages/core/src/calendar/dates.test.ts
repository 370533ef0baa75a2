import { describe, expect, it } from 'vitest'
import { at, day, problemOf, zoneOf } from '../../test/calendar/calendar-fixtures.ts'
import { addSpan, type DateSpan, dueDates } from './dates.ts'
import { formatDate } from './local-date.ts'

const warsaw = zoneOf('Europe/Warsaw')

function due(start: string, unit: DateSpan['unit'], count: number, paused?: number): string {
  return new Date(dueDates(warsaw, at(start), { unit, count }, paused)).toISOString().replace(':00.000Z', 'Z')
}

describe('a duration in dates', () => {
  it('ends with the date, in the zone', () => {
    expect(due('2026-06-10T08:00Z', 'day', 14)).toBe('2026-06-24T22:00Z')
    expect(due('2026-06-10T22:30Z', 'day', 14)).toBe('2026-06-25T22:00Z') // already the 11th in Warsaw
    expect(due('2026-06-10T08:00Z', 'day', 0)).toBe('2026-06-10T22:00Z')
    expect(due('2026-06-10T08:00Z', 'week', 6)).toBe('2026-07-22T22:00Z')
  })

  it('follows the local clock over a change', () => {
    expect(due('2026-03-20T08:00Z', 'day', 8)).toBe('2026-03-28T23:00Z')
    expect(due('2026-03-20T08:00Z', 'day', 9)).toBe('2026-03-29T22:00Z')
  })

  it('of months and years keeps the day or takes the last of the month', () => {
    expect(due('2026-01-31T08:00Z', 'month', 1)).toBe('2026-02-28T23:00Z')
    expect(due('2024-02-29T08:00Z', 'year', 1)).toBe('2025-02-28T23:00Z')
    expect(due('2026-01-15T08:00Z', 'month', 3)).toBe('2026-04-15T22:00Z')
  })

  it('moves by one date for each whole date spent paused', () => {
    expect(due('2026-06-10T08:00Z', 'day', 14, 3)).toBe('2026-06-27T22:00Z')
    expect(due('2026-01-31T08:00Z', 'month', 1, 1)).toBe('2026-03-01T23:00Z')
  })

  it('ends with the first instant of the next date where midnight is skipped', () => {
    const cairo = zoneOf('Africa/Cairo')
    expect(new Date(dueDates(cairo, at('2026-04-22T10:00Z'), { unit: 'day', count: 1 })).toISOString()).toBe(
      '2026-04-23T22:00:00.000Z',
    )
  })

  it('is added to a date', () => {
    expect(formatDate(addSpan(day('2026-12-31'), { unit: 'week', count: 1 }))).toBe('2027-01-07')
    expect(formatDate(addSpan(day('2026-12-31'), { unit: 'year', count: -1 }))).toBe('2025-12-31')
  })

  it('fails past the horizon and for a part of a day', () => {
    expect(problemOf(() => due('2027-12-01T08:00Z', 'day', 60))).toBe('past-horizon')
    expect(problemOf(() => due('2026-12-01T08:00Z', 'year', 1e12))).toBe('past-horizon')
    expect(() => due('2026-06-10T08:00Z', 'day', 0.5)).toThrow(RangeError)
    expect(() => due('2026-06-10T08:00Z', 'month', Number.NaN)).toThrow(RangeError)
    expect(problemOf(() => due('2026-06-10T08:00Z', 'day', 1, Number.NaN))).toBe('past-horizon')
  })
})
