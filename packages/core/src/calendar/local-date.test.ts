import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dateOfDay, dayNumber, formatDate, parseDate, weekdayOfDay } from './local-date.ts'

const days = fc.integer({ min: -700_000, max: 2_900_000 })

describe('local dates', () => {
  it('count days as the proleptic Gregorian calendar does', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000)
        expect(dateOfDay(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
        expect(weekdayOfDay(day)).toBe((date.getUTCDay() + 6) % 7)
      }),
    )
  })

  it('number a date and give it back', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, month, day: ofMonth } = dateOfDay(day)
        expect(dayNumber(year, month, ofMonth)).toBe(day)
      }),
    )
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(dayNumber(2000, 3, 1) - dayNumber(2000, 2, 28)).toBe(2)
    expect(dayNumber(1900, 3, 1) - dayNumber(1900, 2, 28)).toBe(1)
  })

  it('are read and written as 2026-12-24', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_900_000 }), (day) => parseDate(formatDate(day)) === day))
    expect(parseDate('2000-02-29')).toBe(dayNumber(2000, 2, 29))
    expect(formatDate(dayNumber(987, 6, 5))).toBe('0987-06-05')
    expect(formatDate(dayNumber(0, 3, 1))).toBe('0000-03-01')
    expect(formatDate(dayNumber(-44, 3, 15))).toBe('-0044-03-15')
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '2025-06-31',
    '2025-09-31',
    '2025-11-31',
    '2025-01-00',
    '2025-1-01',
    '25-01-01',
    '2025-01-01T00:00',
    ' 2025-01-01',
    '',
  ])('refuse %j', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['1896-02-29', 48, '1900-02-28'],
    ['1996-02-29', 48, '2000-02-29'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-01-01', -1, '2025-12-01'],
  ])('%s and %i months is %s: the day is kept, or the last of the month taken', (from, months, to) => {
    expect(formatDate(addMonths(parseDate(from) ?? Number.NaN, months))).toBe(to)
  })
})
