import { describe, expect, it } from 'vitest'
import { day, period, problemOf } from '../../test/calendar/calendar-fixtures.ts'
import { readCalendarsFile } from './calendars-file.ts'

const week = {
  mon: [
    ['09:00', '12:00'],
    ['13:00', '17:00'],
  ],
  sun: [['22:00', '06:00']],
}

describe('a calendars file', () => {
  it('is read with all its fields', () => {
    const found = readCalendarsFile({
      office: {
        tz: 'Europe/Warsaw',
        week,
        holidays: ['2026-12-25'],
        on: { '2026-12-24': [['08:00', '12:00']], '2026-12-31': [] },
        continues: true,
      },
      bare: { tz: 'UTC', week: { sat: [['00:00', '24:00']], sun: [['22:59', '23:59']] } },
    })
    expect([...found.keys()]).toEqual(['office', 'bare'])
    expect(found.get('office')).toEqual({
      zone: 'Europe/Warsaw',
      week: [[period('09:00-12:00'), period('13:00-17:00')], [], [], [], [], [], [period('22:00-06:00')]],
      closed: [day('2026-12-25')],
      on: new Map([
        [day('2026-12-24'), [period('08:00-12:00')]],
        [day('2026-12-31'), []],
      ]),
      continues: true,
    })
    expect(found.get('bare')).toMatchObject({ closed: [], on: new Map(), continues: false })
    expect(found.get('bare')?.week[5]).toEqual([{ start: 0, end: 1440 }])
    expect(found.get('bare')?.week[6]).toEqual([{ start: 1379, end: 1439 }])
  })

  it('may use any name', () => {
    const found = readCalendarsFile(
      JSON.parse('{"__proto__":{"tz":"UTC","week":{}},"constructor":{"tz":"UTC","week":{}}}'),
    )
    expect([...found.keys()]).toEqual(['__proto__', 'constructor'])
  })

  it.each<[string, unknown, string]>([
    ['no object', [], 'the calendars file: expected an object, found []'],
    ['a calendar that is none', { office: 'UTC' }, 'office: expected an object, found "UTC"'],
    [
      'an unknown field',
      { office: { tz: 'UTC', week, holiday: [] } },
      'office: there is no field “holiday”; there are tz, week, holidays, on, continues',
    ],
    [
      'an unknown weekday',
      { office: { tz: 'UTC', week: { monday: [] } } },
      'office.week: there is no weekday “monday”; there are mon, tue, wed, thu, fri, sat, sun',
    ],
    ['no week', { office: { tz: 'UTC' } }, 'office.week: expected an object, found nothing'],
    [
      'hours that are no list',
      { office: { tz: 'UTC', week: { mon: '9-17' } } },
      'office.week.mon: expected a list, found "9-17"',
    ],
    ['null', { office: null }, 'office: expected an object, found null'],
    [
      'holidays that are no list',
      { office: { tz: 'UTC', week, holidays: 9 } },
      'office.holidays: expected a list, found 9',
    ],
    [
      'own hours that are no list',
      { office: { tz: 'UTC', week, on: { '2026-12-24': 9 } } },
      'office.on.2026-12-24: expected a list, found 9',
    ],
    [
      'a time in a list',
      { office: { tz: 'UTC', week: { mon: [[['09:00'], '17:00']] } } },
      'office.week.mon: ["09:00"] is not a time from "00:00" to "24:00"',
    ],
    [
      'more than a time',
      { office: { tz: 'UTC', week: { mon: [['09:00', '17:00:00']] } } },
      'office.week.mon: "17:00:00" is not a time from "00:00" to "24:00"',
    ],
    [
      'words before a time',
      { office: { tz: 'UTC', week: { mon: [['at 09:00', '17:00']] } } },
      'office.week.mon: "at 09:00" is not a time from "00:00" to "24:00"',
    ],
    [
      'a date in a list',
      { office: { tz: 'UTC', week, holidays: [['2026-12-25']] } },
      'office.holidays: ["2026-12-25"] is not a date such as "2026-12-24"',
    ],
    [
      'a period that is no pair',
      { office: { tz: 'UTC', week: { mon: [['09:00', '12:00', '17:00']] } } },
      'office.week.mon: a period has a start and an end, such as ["09:00","17:00"]',
    ],
    [
      'half a period',
      { office: { tz: 'UTC', week: { mon: [['09:00']] } } },
      'office.week.mon: nothing is not a time from "00:00" to "24:00"',
    ],
    [
      'a time as a number',
      { office: { tz: 'UTC', week: { mon: [[9, 17]] } } },
      'office.week.mon: 9 is not a time from "00:00" to "24:00"',
    ],
    [
      'a time past midnight',
      { office: { tz: 'UTC', week: { mon: [['09:00', '24:01']] } } },
      'office.week.mon: "24:01" is not a time from "00:00" to "24:00"',
    ],
    [
      '61 minutes',
      { office: { tz: 'UTC', week: { mon: [['09:61', '12:00']] } } },
      'office.week.mon: "09:61" is not a time from "00:00" to "24:00"',
    ],
    [
      'an empty period',
      { office: { tz: 'UTC', week: { tue: [['09:00', '09:00']] } } },
      'office: week[1]: 09:00-09:00 is empty; write 00:00-24:00 for a whole day, or leave it out',
    ],
    [
      'a start at 24:00',
      { office: { tz: 'UTC', week: { tue: [['24:00', '09:00']] } } },
      'office: week[1]: 24:00-09:00 does not start between 00:00 and 23:59',
    ],
    [
      'a date that does not exist',
      { office: { tz: 'UTC', week, holidays: ['2026-02-30'] } },
      'office.holidays: "2026-02-30" is not a date such as "2026-12-24"',
    ],
    [
      'own hours for no date',
      { office: { tz: 'UTC', week, on: { easter: [] } } },
      'office.on: "easter" is not a date such as "2026-12-24"',
    ],
    [
      'continues that is no answer',
      { office: { tz: 'UTC', week, continues: 'no' } },
      'office.continues: write true or false',
    ],
  ])('with %s is refused with its place', (_what, json, message) => {
    expect(() => readCalendarsFile(json)).toThrow(message)
    expect(problemOf(() => readCalendarsFile(json))).toBe('bad-hours')
  })

  it.each([undefined, '', 7])('with a zone of %j is refused', (tz) => {
    expect(problemOf(() => readCalendarsFile({ office: { tz, week } }))).toBe('unknown-zone')
  })

  it('shows only the beginning of what is too long', () => {
    expect(() => readCalendarsFile({ office: { tz: 'UTC', week: { mon: 'x'.repeat(100_000) } } })).toThrow(
      /^office\.week\.mon: expected a list, found "x{59}…$/,
    )
    expect(() => readCalendarsFile({ office: { tz: 'UTC', week: { mon: 'x'.repeat(58) } } })).toThrow(
      /^office\.week\.mon: expected a list, found "x{58}"$/,
    )
  })
})
