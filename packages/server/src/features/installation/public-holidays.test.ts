import { describe, expect, it } from 'vitest'
import { HOLIDAY_COUNTRIES, publicHolidays } from './public-holidays.ts'

describe('the public holidays of a country', () => {
  it.each([
    ['PL', 2027, ['2027-03-29', '2027-05-16', '2027-05-27', '2027-12-24']],
    ['IT', 2026, ['2026-04-06', '2026-10-04']],
    ['GR', 2026, ['2026-02-23', '2026-04-10', '2026-04-13', '2026-06-01']],
    ['CY', 2027, ['2027-03-15', '2027-04-30', '2027-05-03', '2027-06-21']],
    ['DE', 2027, ['2027-03-26', '2027-05-06', '2027-05-17', '2027-10-03']],
  ])('of %s in %i follow its Easter', (country, year, dates) => {
    expect(publicHolidays(country, year)).toEqual(expect.arrayContaining(dates))
  })

  it.each(HOLIDAY_COUNTRIES)('of %s are dates in their order, each once', (country) => {
    for (const year of [2026, 2027, 2035]) {
      const dates = publicHolidays(country, year)
      expect(dates).toEqual([...new Set(dates)].sort())
      expect(dates.every((date) => new Date(date).toISOString().startsWith(date))).toBe(true)
    }
  })

  it('are none where no rules are known', () => {
    expect(publicHolidays('XX', 2027)).toEqual([])
    expect(publicHolidays('constructor', 2027)).toEqual([])
  })
})
