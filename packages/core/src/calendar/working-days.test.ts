import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openingCalendars } from '../../test/calendar/arbitrary-calendars.ts'
import { at, calendar, day, problemOf } from '../../test/calendar/calendar-fixtures.ts'
import { dueWorkingDays, lastClosing, opensOn } from './working-days.ts'
import { localDay } from './zone.ts'

const office = calendar({
  closed: ['2026-12-25'],
  on: { '2026-12-24': ['08:00-10:00', '11:00-12:00'], '2026-12-26': ['10:00-13:00'], '2026-12-28': [] },
})

function iso(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString().replace(':00.000Z', 'Z')
}

describe('working days', () => {
  it.each([
    ['from Wednesday, 2', '2026-06-10T08:00Z', 2, '2026-06-12T15:00Z'],
    ['over a weekend', '2026-06-12T08:00Z', 1, '2026-06-15T15:00Z'],
    ['from a Saturday', '2026-06-13T08:00Z', 1, '2026-06-15T15:00Z'],
    [
      'count dates of the calendar’s zone: half past midnight on Thursday in Warsaw',
      '2026-06-10T22:30Z',
      1,
      '2026-06-12T15:00Z',
    ],
    ['count a date with own hours, to its last closing', '2026-12-23T08:00Z', 1, '2026-12-24T11:00Z'],
    ['leave out holidays, and dates whose own hours are none', '2026-12-24T08:00Z', 2, '2026-12-29T16:00Z'],
  ])('%s', (_what, start, count, wanted) => {
    expect(iso(dueWorkingDays(office, at(start), count))).toBe(wanted)
  })

  it('do not count dates spent paused, and a closed date spent paused changes nothing', () => {
    const from = at('2026-06-10T08:00Z')
    const paused = (...dates: string[]) => iso(dueWorkingDays(office, from, 2, new Set(dates.map(day))))
    expect(paused('2026-06-11')).toBe('2026-06-15T15:00Z')
    expect(paused('2026-06-11', '2026-06-12', '2026-06-15')).toBe('2026-06-17T15:00Z')
    expect(paused('2026-06-13', '2026-06-14')).toBe('2026-06-12T15:00Z')
    expect(paused('2026-06-10', '2026-06-15')).toBe('2026-06-12T15:00Z')
    expect(paused()).toBe('2026-06-12T15:00Z')
  })

  it('of nights close after midnight, or at a holiday’s midnight', () => {
    const nights = calendar({ workdays: ['22:00-06:00'], closed: ['2026-06-12'] })
    expect(iso(lastClosing(nights, day('2026-06-10')))).toBe('2026-06-11T04:00Z')
    expect(iso(lastClosing(nights, day('2026-06-11')))).toBe('2026-06-11T22:00Z')
    expect(opensOn(nights, day('2026-06-12'))).toBe(false)
    expect(lastClosing(nights, day('2026-06-12'))).toBeUndefined()
    expect(opensOn(nights, day('2026-06-13'))).toBe(false) // Friday was closed; a night ending on Saturday would not open it either
  })

  it('round the clock close at midnight, though the periods touch', () => {
    const always = calendar({ workdays: ['00:00-24:00'], saturday: ['00:00-24:00'], sunday: ['00:00-24:00'] })
    expect(iso(dueWorkingDays(always, at('2026-06-10T08:00Z'), 1))).toBe('2026-06-11T22:00Z')
  })

  it('close by the last ending period, not the last written', () => {
    const written = calendar({ workdays: ['18:00-20:00', '08:00-22:00'] })
    expect(iso(lastClosing(written, day('2026-06-10')))).toBe('2026-06-10T20:00Z')
  })

  it('leave out a date whose only period the clock change leaves empty', () => {
    const sundays = calendar({ workdays: [], sunday: ['02:30-03:00'] })
    expect(opensOn(sundays, day('2026-03-29'))).toBe(false)
    expect(opensOn(sundays, day('2026-03-22'))).toBe(true)
    const skipped = calendar({ workdays: [], sunday: ['02:00-03:00'] })
    expect(opensOn(skipped, day('2026-03-29'))).toBe(false)
    expect(opensOn(skipped, day('2026-03-22'))).toBe(true)
  })

  it('belong to the date on which a period begins on the wall, where a skipped time moves over midnight', () => {
    // In Nuuk the clock goes from Saturday 23:00 to Sunday 00:00 on 2026-03-28.
    const nuuk = calendar({ zone: 'America/Nuuk', workdays: [], saturday: ['23:15-23:45'] })
    expect(opensOn(nuuk, day('2026-03-28'))).toBe(false)
    expect(iso(lastClosing(nuuk, day('2026-03-29')))).toBe('2026-03-29T01:45Z')
  })

  it('are the dates one finds by trying each', () => {
    fc.assert(
      fc.property(
        openingCalendars,
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 8 }),
        fc.uniqueArray(fc.nat(20)),
        (written, into, count, paused) => {
          const made = calendar(written)
          const start = made.from + into * 86_400_000
          const today = localDay(made.zone, start)
          const pausedDays = new Set(paused.map((offset) => today + offset))
          let date = today
          for (let left = count; left > 0; ) if (opensOn(made, ++date) && !pausedDays.has(date)) left--
          expect(dueWorkingDays(made, start, count, pausedDays)).toBe(lastClosing(made, date))
        },
      ),
      { numRuns: 200 },
    )
  })

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuse a count of %d', (count) => {
    expect(() => dueWorkingDays(office, at('2026-06-10T08:00Z'), count)).toThrow(RangeError)
  })

  it('fail with a code past the horizon, and where nothing ever opens', () => {
    expect(problemOf(() => dueWorkingDays(office, at('2027-12-01T08:00Z'), 300))).toBe('past-horizon')
    expect(problemOf(() => dueWorkingDays(office, at('2027-12-01T08:00Z'), 300, new Set([1])))).toBe('past-horizon')
    expect(problemOf(() => dueWorkingDays(office, at('2030-01-01T08:00Z'), 1))).toBe('past-horizon')
    expect(problemOf(() => dueWorkingDays(calendar({ workdays: [] }), at('2026-06-10T08:00Z'), 1))).toBe('never-open')
    for (const date of [office.firstDay - 1, office.lastDay, Number.NaN, 0.5]) {
      expect(problemOf(() => opensOn(office, date))).toBe('past-horizon')
      expect(problemOf(() => lastClosing(office, date))).toBe('past-horizon')
    }
    expect(opensOn(office, office.lastDay - 1)).toBe(true)
  })
})
