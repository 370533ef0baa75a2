import { describe, expect, it } from 'vitest'
import { calendar, failure, rules, type Written, zoneOf } from '../../test/calendar/calendar-fixtures.ts'
import { compileCalendar } from './compile-calendar.ts'

describe('hours that nothing can open by', () => {
  const late = { start: 540, end: 1441 }

  it.each<[string, () => unknown, string, string]>([
    [
      'a short week',
      () => compileCalendar({ ...rules(), week: [] }, zoneOf('Europe/Warsaw')),
      'week',
      'a week has seven days',
    ],
    [
      'a holiday that is no date',
      () => compileCalendar({ ...rules(), closed: [0.5] }, zoneOf('Europe/Warsaw')),
      'closed',
      '0.5 is not a date',
    ],
    [
      'own hours of no date',
      () => compileCalendar({ ...rules(), on: new Map([[0.5, []]]) }, zoneOf('Europe/Warsaw')),
      'on',
      '0.5 is not a date',
    ],
    [
      'too many periods',
      () => calendar({ saturday: Array.from({ length: 97 }, () => '09:00-10:00') }),
      'week[5]',
      '97 periods on one date; 96 is the most',
    ],
    [
      'an end past midnight',
      () => compileCalendar({ ...rules(), on: new Map([[20_000, [late]]]) }, zoneOf('Europe/Warsaw')),
      'on 2024-10-04',
      '09:00-24:01 does not end between 00:00 and 24:00',
    ],
    [
      'no time at all',
      () => calendar({ sunday: ['9-x'] }),
      'week[6]',
      'NaN-NaN does not start between 00:00 and 23:59',
    ],
  ])('are named with their place: %s', (_what, make, where, message) => {
    expect(failure(make)).toEqual(['CalendarError', 'bad-hours', `${where}: ${message}`, { where }])
  })

  it.each([
    ['start between 00:00 and 23:59', { start: -60, end: 1020 }],
    ['start between 00:00 and 23:59', { start: 540.5, end: 1020 }],
    ['end between 00:00 and 24:00', { start: 540, end: -60 }],
    ['end between 00:00 and 24:00', { start: 540, end: 1020.5 }],
  ])('are also times that a caller made up: it does not %s: %j', (message, period) => {
    const week = [[], [], [], [period], [], [], []]
    const made = failure(() => compileCalendar({ ...rules(), week }, zoneOf('Europe/Warsaw')))
    expect(made).toEqual(['CalendarError', 'bad-hours', expect.stringContaining(message), { where: 'week[3]' }])
  })

  it.each<[string, Written]>([
    ['96 periods on one date', { saturday: Array.from({ length: 96 }, () => '09:00-10:00') }],
    ['a minute before midnight', { workdays: ['23:59-24:00'] }],
    ['from midnight on', { workdays: ['00:00-00:01'] }],
  ])('are not these: %s', (_what, written) => {
    expect(failure(() => calendar(written).rules.zone)).toBe('Europe/Warsaw')
  })
})
