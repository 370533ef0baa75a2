import { describe, expect, it } from 'vitest'
import { at, calendar, failure, rules, zoneOf } from '../../test/calendar/calendar-fixtures.ts'
import { due, isOpen } from './calendar.ts'
import { readCalendarsFile } from './calendars-file.ts'
import { compileCalendar } from './compile-calendar.ts'
import { compileZone } from './compile-zone.ts'
import { addSpan } from './dates.ts'
import { instantText } from './problem.ts'
import { dueWorkingDays, opensOn } from './working-days.ts'
import { openZone, type ZoneTable } from './zone.ts'

const OPENS = at('2026-06-10T07:00Z')
const office = calendar()

describe('what a calendar cannot answer', () => {
  const known = { zone: 'Europe/Warsaw', from: '2024-01-02T23:00:00.000Z', until: '2027-12-30T23:00:00.000Z' }
  const knownText = 'is outside the time known for Europe/Warsaw, 2024-01-02T23:00:00.000Z to 2027-12-30T23:00:00.000Z'

  it.each<[string, () => unknown, string, string]>([
    [
      'an instant before it',
      () => isOpen(office, office.from - 1),
      '2024-01-02T22:59:59.999Z',
      '2024-01-02T22:59:59.999Z',
    ],
    ['its very end', () => isOpen(office, office.until), known.until, known.until],
    ['no number', () => isOpen(office, Number.NaN), 'NaN', 'NaN'],
    ['what no date can show', () => isOpen(office, 1e300), '1e+300', '1e+300'],
    [
      'a date before it',
      () => opensOn(office, office.firstDay - 1),
      '2024-01-02T00:00:00.000Z',
      '2024-01-02T00:00:00.000Z',
    ],
  ])('is named with what is known: %s', (_what, ask, text, instant) => {
    expect(failure(ask)).toEqual([
      'CalendarError',
      'past-horizon',
      `${text} ${knownText}; publish a new version to move it on`,
      { ...known, instant },
    ])
  })

  it('is told apart: no hours at all, and none that are known', () => {
    expect(failure(() => due(calendar({ workdays: [] }), OPENS, 1))).toEqual([
      'CalendarError',
      'never-open',
      'the calendar has no opening hours at all, so nothing can fall due on it',
      { zone: 'Europe/Warsaw' },
    ])
    expect(failure(() => due(office, OPENS, Number.MAX_SAFE_INTEGER))).toEqual([
      'CalendarError',
      'past-horizon',
      `the due time lies beyond ${known.until}, up to which the calendar’s openings are known; publish a new version to move it on`,
      known,
    ])
  })

  it('says which count is none', () => {
    expect(failure(() => due(office, OPENS, 0.5))).toBe(
      'opening time is a whole number of milliseconds, 0 or more; got 0.5',
    )
    expect(failure(() => dueWorkingDays(office, OPENS, 0))).toBe('working days are a whole number, 1 or more; got 0')
    expect(failure(() => addSpan(0, { unit: 'week', count: 1.5 }))).toBe(
      'dates are counted in whole numbers; got 1.5 (week)',
    )
  })

  it('shows an instant as a date up to the last one that there is', () => {
    expect(instantText(8.64e15)).toBe('+275760-09-13T00:00:00.000Z')
    expect(instantText(-8.64e15)).toBe('-271821-04-20T00:00:00.000Z')
    expect(instantText(8.64e15 + 2)).toBe('8640000000000002')
  })
})

describe('hours of a file', () => {
  it('are named by the file that holds them, with the place in it', () => {
    expect(failure(() => readCalendarsFile({ office: { tz: 'UTC', week: { mon: 9 } } }))).toEqual([
      'CalendarError',
      'bad-hours',
      'office.week.mon: expected a list, found 9',
      { where: 'office.week.mon' },
    ])
    expect(failure(() => readCalendarsFile({ office: { week: {} } }))).toEqual([
      'CalendarError',
      'unknown-zone',
      'office: tz: write a time zone such as "Europe/Warsaw"',
      { where: 'office.tz' },
    ])
  })
})

describe('a zone that cannot be used', () => {
  const table: ZoneTable = { name: 'Home', data: 'mine', from: 0, until: 1e12, changes: [[0, 3600]] }

  it('is named as it was typed', () => {
    expect(failure(() => compileZone('Europe/Warsawa', 0, 1e12, 'test'))).toEqual([
      'CalendarError',
      'unknown-zone',
      'there is no time zone “Europe/Warsawa”; names look like Europe/Warsaw',
      { zone: 'Europe/Warsawa' },
    ])
    expect(failure(() => compileCalendar(rules(), zoneOf('UTC')))).toEqual([
      'CalendarError',
      'unknown-zone',
      'the calendar keeps the time of “Europe/Warsaw” and was given “UTC”',
      { zone: 'Europe/Warsaw', given: 'UTC' },
    ])
  })

  it.each<[Partial<ZoneTable>, string]>([
    [{ until: 0 }, 'its ends'],
    [{ changes: [] }, 'its first entry'],
    [
      {
        changes: [
          [0, 3600],
          [2e12, 0],
        ],
      },
      'entry 1',
    ],
    [
      {
        changes: [
          [0, 3600],
          [1e9, 86_401],
        ],
      },
      'the offset of entry 1',
    ],
    [
      {
        changes: [
          [0, 0],
          [1e9, 3600],
          [1e9 + 3_600_000, -3600],
          [1e9 + 3_700_000, -7200],
        ],
      },
      'entry 3, too near the one before',
    ],
  ])('is refused with what is wrong in its table: %j', (wrong, what) => {
    expect(failure(() => openZone({ ...table, ...wrong }))).toEqual([
      'CalendarError',
      'unknown-zone',
      `the table of time zone “Home” cannot be used: ${what}`,
      { zone: 'Home', reason: what },
    ])
  })

  it('is not one whose offset is a whole day, or that changes at its very end', () => {
    expect(
      openZone({
        ...table,
        changes: [
          [0, 86_400],
          [1e12, -86_400],
        ],
      }).offsets,
    ).toEqual(Float64Array.of(86_400_000, -86_400_000))
  })
})
