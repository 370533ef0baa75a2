import { describe, expect, it } from 'vitest'
import { at, calendar, problemOf, rules, type Written, zoneOf } from '../../test/calendar/calendar-fixtures.ts'
import { elapsed } from './calendar.ts'
import { compileCalendar } from './compile-calendar.ts'
import { compileZone } from './compile-zone.ts'
import { formatDate } from './local-date.ts'
import { openPeriods } from './open-periods.ts'
import { dueWorkingDays } from './working-days.ts'
import { openZone } from './zone.ts'

/** The openings between two instants, as UTC texts. */
function openings(written: Written, from: string, until: string): string[] {
  return [...openPeriods(calendar(written), at(from), at(until))].map(([start, end]) => `${text(start)} ${text(end)}`)
}

function text(instant: number): string {
  return new Date(instant).toISOString().slice(5, 16)
}

const NIGHTS: Written = { workdays: ['22:00-06:00'], saturday: ['22:00-06:00'], sunday: ['22:00-06:00'] }

describe('the openings of a calendar', () => {
  it('follow the local clock over a clock change', () => {
    expect(openings({}, '2026-03-27T00:00Z', '2026-03-31T00:00Z')).toEqual([
      '03-27T08:00 03-27T16:00',
      '03-30T07:00 03-30T15:00',
    ])
  })

  it('join periods that touch and overlap, also over midnight', () => {
    const written = {
      workdays: ['00:00-24:00'],
      saturday: ['00:00-02:00', '01:00-03:00', '03:00-03:30', '04:00-05:00'],
    }
    expect(openings(written, '2026-06-08T00:00Z', '2026-06-14T00:00Z')).toEqual([
      '06-07T22:00 06-13T01:30',
      '06-13T02:00 06-13T03:00',
    ])
  })

  it('are those of the longest where periods lie in one another', () => {
    const written = { workdays: ['09:00-17:00', '10:00-12:00', '13:00-17:00'] }
    expect(openings(written, '2026-06-10T00:00Z', '2026-06-11T00:00Z')).toEqual(['06-10T07:00 06-10T15:00'])
  })

  it('of a night go on into the next date', () => {
    expect(openings({ workdays: ['22:00-06:00'] }, '2026-06-12T12:00Z', '2026-06-15T12:00Z')).toEqual([
      '06-12T20:00 06-13T04:00',
    ])
    expect(openings({ workdays: ['22:00-00:00'] }, '2026-06-12T12:00Z', '2026-06-15T12:00Z')).toEqual([
      '06-12T20:00 06-12T22:00',
    ])
  })

  it('of a night before a holiday end at its midnight', () => {
    const written = { ...NIGHTS, closed: ['2026-12-25'] }
    expect(openings(written, '2026-12-24T12:00Z', '2026-12-27T12:00Z')).toEqual([
      '12-24T21:00 12-24T23:00',
      '12-26T21:00 12-27T05:00',
    ])
  })

  it('of a night before a holiday go on where the calendar says so', () => {
    const written = { ...NIGHTS, closed: ['2026-12-25'], continues: true }
    expect(openings(written, '2026-12-24T12:00Z', '2026-12-27T12:00Z')).toEqual([
      '12-24T21:00 12-25T05:00',
      '12-26T21:00 12-27T05:00',
    ])
  })

  it('of a night before a date with hours of its own end at midnight too, so those hours stand alone', () => {
    const written = { ...NIGHTS, on: { '2026-12-24': ['08:00-12:00'] } }
    const before = ['12-23T21:00 12-23T23:00', '12-24T07:00 12-24T11:00']
    expect(openings(written, '2026-12-23T12:00Z', '2026-12-25T12:00Z')).toEqual(before)
    expect(openings({ ...written, continues: true }, '2026-12-23T12:00Z', '2026-12-25T12:00Z')[0]).toBe(
      '12-23T21:00 12-24T05:00',
    )
  })

  it('of a night that is a holiday’s own hours go on into an ordinary date', () => {
    const written = { closed: ['2026-12-31'], on: { '2026-12-31': ['22:00-03:00'] } }
    expect(openings(written, '2026-12-31T00:00Z', '2027-01-01T06:00Z')).toEqual(['12-31T21:00 01-01T02:00'])
  })

  it('take a date’s own hours before its being closed and before the week', () => {
    const written = {
      closed: ['2026-12-24', '2026-12-25'],
      on: { '2026-12-24': ['08:00-12:00'], '2026-12-26': ['10:00-13:00'], '2026-12-28': [] },
    }
    expect(openings(written, '2026-12-24T00:00Z', '2026-12-29T00:00Z')).toEqual([
      '12-24T07:00 12-24T11:00',
      '12-26T09:00 12-26T12:00',
    ])
  })

  it('last through both passes of the hour before a holiday', () => {
    // On 2026-10-29 the clock of Cairo goes from 24:00 back to 23:00; the 30th is closed and begins an hour later.
    const written = { zone: 'Africa/Cairo', workdays: ['20:00-04:00'], closed: ['2026-10-30'] }
    expect(openings(written, '2026-10-29T00:00Z', '2026-10-31T00:00Z')).toEqual([
      '10-28T17:00 10-29T01:00',
      '10-29T17:00 10-29T22:00',
    ])
  })

  it('move with the clock when they begin, end or lie in a skipped hour', () => {
    const sunday = (period: string) =>
      openings({ workdays: [], sunday: [period] }, '2026-03-29T00:00Z', '2026-03-30T00:00Z')
    expect(sunday('01:30-03:30')).toEqual(['03-29T00:30 03-29T01:30'])
    expect(sunday('02:15-06:00')).toEqual(['03-29T01:15 03-29T04:00'])
    expect(sunday('02:15-02:45')).toEqual(['03-29T01:15 03-29T01:45'])
    expect(sunday('02:30-03:00')).toEqual([]) // from 03:30 to 03:00: nothing is left
    expect(
      openings({ workdays: [], sunday: ['02:15-02:45', '03:00-03:10'] }, '2026-03-29T00:00Z', '2026-03-30T00:00Z'),
    ).toEqual(['03-29T01:00 03-29T01:10', '03-29T01:15 03-29T01:45'])
  })

  it('end at the first of a time that exists twice', () => {
    expect(openings({ workdays: [], sunday: ['00:30-02:30'] }, '2026-10-25T00:00Z', '2026-10-26T00:00Z')).toEqual([
      '10-24T22:30 10-25T00:30',
    ])
  })

  it('of a date that the date line swallowed move to the next, as any skipped time does', () => {
    const apia = openZone(compileZone('Pacific/Apia', at('2011-12-01T00:00Z'), at('2012-02-01T00:00Z'), 'test'))
    const fridays = compileCalendar(rules({ zone: 'Pacific/Apia' }), apia)
    // Thursday 29 December 9 to 17 at UTC-10, then Friday's hours on Saturday the 31st at UTC+14, then Monday's.
    const shown = [...openPeriods(fridays)].map(([start, end]) => `${start} ${end}`)
    const wanted = [
      ['2011-12-29T19:00Z', '2011-12-30T03:00Z'],
      ['2011-12-30T19:00Z', '2011-12-31T03:00Z'],
      ['2012-01-01T19:00Z', '2012-01-02T03:00Z'],
    ]
    expect(shown).toEqual(expect.arrayContaining(wanted.map(([start = '', end = '']) => `${at(start)} ${at(end)}`)))
    expect(elapsed(fridays, at('2011-12-29T10:00Z'), at('2012-01-02T10:00Z'))).toBe(3 * 8 * 3_600_000)
  })
})

describe('the openings within a span', () => {
  const office = calendar()

  it('are those that share time with it, whole', () => {
    const found = (from: string, until: string) =>
      [...openPeriods(office, at(from), at(until))].map(([start]) => text(start))
    expect(found('2026-06-10T08:00Z', '2026-06-11T08:00Z')).toEqual(['06-10T07:00', '06-11T07:00'])
    expect(found('2026-06-10T15:00Z', '2026-06-11T07:00Z')).toEqual([])
    expect(found('2026-06-10T07:00Z', '2026-06-10T07:01Z')).toEqual(['06-10T07:00'])
  })

  it('of all that it knows are in order, one after another, none before its beginning', () => {
    for (const made of [office, calendar(NIGHTS), calendar({ workdays: ['00:00-24:00'] })]) {
      const edges = [...openPeriods(made)].flat()
      expect(edges.length).toBeGreaterThan(400)
      expect(edges[0]).toBeGreaterThanOrEqual(made.from)
      expect(edges.at(-1)).toBeLessThanOrEqual(made.until)
      expect(edges.filter((edge, at) => at > 0 && !(edge > (edges[at - 1] ?? edge)))).toEqual([])
    }
  })

  it('are not known past the horizon', () => {
    expect(problemOf(() => [...openPeriods(office, office.from - 1)])).toBe('past-horizon')
    expect(problemOf(() => [...openPeriods(office, office.from, office.until + 1)])).toBe('past-horizon')
    expect(problemOf(() => [...openPeriods(office, office.from, Number.NaN)])).toBe('past-horizon')
  })
})

describe('compiling a calendar', () => {
  it('keeps two days from the ends of its zone', () => {
    const { from, until } = calendar()
    expect(new Date(from).toISOString()).toBe('2024-01-02T23:00:00.000Z')
    expect(new Date(until).toISOString()).toBe('2027-12-30T23:00:00.000Z')
  })

  it('begins with its first date, and keeps nothing of the one before that does not reach into it', () => {
    for (const workdays of [['09:00-17:00'], ['09:00-17:00', '20:00-24:00']]) {
      const { from, edges, before, openDays } = calendar({ workdays })
      expect([...edges].filter((edge) => edge === from)).toEqual([from])
      expect(edges.toSorted()).toEqual(edges)
      expect(before.toSorted()).toEqual(before)
      expect(formatDate(openDays[0] ?? 0)).toBe('2024-01-03')
    }
  })

  it('does not count a date to which a clock change moves hours over its end', () => {
    // The clock of Nuuk goes from Saturday 23:00 to Sunday 00:00 on 2026-03-28, and Sunday is not known any more.
    const nuuk = openZone(compileZone('America/Nuuk', at('2026-03-01T00:00Z'), at('2026-03-30T12:00Z'), 'test'))
    const written = rules({ zone: 'America/Nuuk', workdays: [], saturday: ['23:15-23:45'] })
    const saturdays = compileCalendar(written, nuuk)
    expect([...saturdays.openDays].map(formatDate)).toEqual(['2026-03-07', '2026-03-14', '2026-03-21'])
    expect(problemOf(() => dueWorkingDays(saturdays, at('2026-03-23T12:00Z'), 1))).toBe('past-horizon')
  })

  it('refuses a zone that the rules do not name', () => {
    expect(problemOf(() => compileCalendar(rules(), zoneOf('UTC')))).toBe('unknown-zone')
  })

  it('refuses a horizon of less than a day', () => {
    const short = openZone(compileZone('Europe/Warsaw', at('2026-01-01T00:00Z'), at('2026-01-03T20:00Z'), 'test'))
    expect(problemOf(() => compileCalendar(rules(), short))).toBe('past-horizon')
    const day = openZone(compileZone('Europe/Warsaw', at('2026-01-01T00:00Z'), at('2026-01-04T23:30Z'), 'test'))
    const made = compileCalendar(rules(), day)
    expect([formatDate(made.firstDay), formatDate(made.lastDay)]).toEqual(['2026-01-03', '2026-01-04'])
    const none = openZone(compileZone('Europe/Warsaw', at('2026-01-01T00:00Z'), at('2026-01-04T20:00Z'), 'test'))
    expect(problemOf(() => compileCalendar(rules(), none))).toBe('past-horizon')
  })

  it.each([
    ['an empty period', { workdays: ['09:00-09:00'] }],
    ['a start at 24:00', { workdays: ['24:00-06:00'] }],
    ['an end after 24:00', { workdays: ['09:00-24:01'] }],
    ['a time that is no number', { on: { '2026-12-24': ['9-x'] } }],
    ['more periods than a date can use', { workdays: Array.from({ length: 97 }, () => '09:00-10:00') }],
  ])('refuses %s', (_what, written) => {
    expect(problemOf(() => calendar(written))).toBe('bad-hours')
  })

  it('refuses a week of six days and a holiday that is no date', () => {
    const good = rules()
    expect(problemOf(() => compileCalendar({ ...good, week: good.week.slice(1) }, zoneOf(good.zone)))).toBe('bad-hours')
    expect(problemOf(() => compileCalendar({ ...good, closed: [Number.NaN] }, zoneOf(good.zone)))).toBe('bad-hours')
    expect(problemOf(() => compileCalendar({ ...good, on: new Map([[0.5, []]]) }, zoneOf(good.zone)))).toBe('bad-hours')
  })
})
