import { readCharter } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { countries, countryHolidays, regionsOf } from './country-holidays.ts'
import { HolidayError } from './holiday.ts'
import { holidayLines } from './holiday-lines.ts'

const today = '2026-11-22'
const datesOf = (country: string, year: number, region?: string) =>
  countryHolidays({ country, region, years: { from: year, to: year }, today }).holidays.map(({ date }) => date)

describe('the public holidays of a country', () => {
  // From laws and official lists, not from the library: those that were moved, came new, or hang on Easter.
  it.each([
    // Christmas Eve since 2025; Corpus Christi.
    ['PL', undefined, 2026, ['2026-12-24', '2026-06-04', '2026-11-11'], ['2026-12-31']],
    ['PL', undefined, 2024, ['2024-12-25'], ['2024-12-24']],
    // Saint Francis again since 2026.
    ['IT', undefined, 2026, ['2026-10-04', '2026-04-06', '2026-06-02'], []],
    ['IT', undefined, 2025, ['2025-04-21'], ['2025-10-04']],
    // Clean Monday and Whit Monday by the Orthodox Easter.
    ['GR', undefined, 2026, ['2026-02-23', '2026-04-10', '2026-04-13', '2026-06-01', '2026-10-28'], ['2026-04-06']],
    ['CY', undefined, 2026, ['2026-02-23', '2026-06-01'], ['2026-02-24', '2026-05-31']],
    // Five hundred years of the Reformation: once everywhere.
    ['DE', undefined, 2017, ['2017-10-31'], []],
    ['DE', undefined, 2026, ['2026-05-25', '2026-10-03'], ['2026-01-06', '2026-10-31']],
    ['DE', 'BY', 2026, ['2026-01-06', '2026-06-04', '2026-11-01'], ['2026-10-31']],
    ['DE', 'HH', 2026, ['2026-10-31'], ['2026-01-06']],
    // Moved for the Jubilee; Boxing Day on a Saturday stands in on Monday.
    ['GB', 'ENG', 2022, ['2022-06-02', '2022-06-03'], ['2022-05-30']],
    ['GB', 'ENG', 2020, ['2020-05-08'], ['2020-05-04']],
    ['GB', 'ENG', 2026, ['2026-08-31', '2026-12-28'], []],
    ['GB', 'SCT', 2026, ['2026-01-02', '2026-11-30'], ['2026-08-31']],
    // The day after the Coptic Easter.
    ['EG', undefined, 2026, ['2026-01-07', '2026-04-13', '2026-07-23', '2026-10-06'], ['2026-12-25']],
    ['SA', undefined, 2026, ['2026-02-22', '2026-09-23'], ['2026-12-25']],
  ] as const)('of %s %s in %i', (country, region, year, has, hasNot) => {
    const dates = datesOf(country, year, region)
    expect(dates).toEqual(expect.arrayContaining([...has]))
    expect(dates.filter((date) => hasNot.some((not) => not === date))).toEqual([])
    expect(dates).toEqual([...new Set(dates)].sort())
  })

  it('by the moon have all their days, and are marked as what may move', () => {
    const { holidays } = countryHolidays({ country: 'EG', years: { from: 2026, to: 2026 }, today })
    const fitr = holidays.filter(({ date }) => date >= '2026-03-19' && date <= '2026-03-23')
    expect(fitr.length).toBeGreaterThanOrEqual(3)
    expect(fitr.every(({ isTentative }) => isTentative)).toBe(true)
    expect(holidays.find(({ date }) => date === '2026-07-23')?.isTentative).toBe(false)
  })

  it('are lines of a charter, with their source, that are read as dates', () => {
    const list = countryHolidays({ country: 'PL', years: { from: 2026, to: 2028 }, today })
    expect(list.source).toMatch(/^date-holidays 3\.\d+\.\d+, country PL, read 2026-11-22$/)
    const lines = holidayLines(list)
    expect(lines).toMatch(/- 2026-06-04 # Dzień Bożego Ciała\n/)
    const charter = `avow: 1\ncharter: a\nlanguages: [pl]\nzone: Europe/Warsaw\ncalendars:\n  office:\n    open: { mon-fri: 09:00-17:00 }\n${lines.replaceAll(/^(?=.)/gm, '    ')}`
    const { document } = readCharter(charter)
    const office = document?.calendars.get('office')
    expect(office?.rules.closed).toHaveLength(list.holidays.length)
    expect(office?.sources).toEqual([list.source])
  })

  it('are refused in plain words where there are none', () => {
    const asked = { years: { from: 2026, to: 2026 }, today }
    expect(() => countryHolidays({ ...asked, country: 'pl' })).toThrow(/no country “pl”.*Did you mean PL \(Poland\)/)
    expect(() => countryHolidays({ ...asked, country: 'DE', region: 'XX' })).toThrow(/no region of DE “XX”.*BY/)
    expect(() => countryHolidays({ ...asked, country: 'constructor' })).toThrow(HolidayError)
    for (const years of [
      { from: 2026, to: 2025 },
      { from: 2026, to: 2036 },
      { from: Number.NaN, to: 2026 },
      { from: 1, to: 1 },
    ])
      expect(() => countryHolidays({ ...asked, country: 'PL', years })).toThrow(/up to 10 as 2026-2028/)
    expect(countries().get('GR')).toBe('Greece')
    expect(regionsOf('XX').size).toBe(0)
  })
})
