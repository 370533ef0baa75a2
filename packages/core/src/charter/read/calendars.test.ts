import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn } from '../../../test/charter-fixtures.ts'
import { type CalendarRules, compileCalendar, compileZone, openZone, parseDate } from '../../calendar/index.ts'

const HEAD = 'avow: 1\ncharter: a\nlanguages: [en]\nzone: Europe/Rome\ncalendars:\n'
const withCalendar = (fields: string): string => `${HEAD}  c: { ${fields} }\n`
const rulesOf = (fields: string): CalendarRules =>
  documentOf(withCalendar(fields)).calendars.get('c')?.rules as CalendarRules
const weekOf = (open: string): string[] =>
  rulesOf(`open: ${open}`).week.map((periods) => periods.map(({ start, end }) => `${start}-${end}`).join(' '))
const day = (text: string): number => parseDate(text) ?? Number.NaN

describe('the week of a calendar', () => {
  it.each([
    ['{ mon-fri: 09:00-17:00 }', ['540-1020', '540-1020', '540-1020', '540-1020', '540-1020', '', '']],
    ['{ mon: 9:00-12:00, sat: [10:00-12:00, 13:00-15:30] }', ['540-720', '', '', '', '', '600-720 780-930', '']],
    ['{ "mon, wed": 08:00-09:00 }', ['480-540', '', '480-540', '', '', '', '']],
    [
      '{ "mon, wed-thu": "08:00-09:00, 10:00-11:00" }',
      ['480-540 600-660', '', '480-540 600-660', '480-540 600-660', '', '', ''],
    ],
    ['{ fri-mon: 00:00-24:00 }', ['0-1440', '', '', '', '0-1440', '0-1440', '0-1440']],
    ['{ daily: 22:00-06:00 }', Array<string>(7).fill('1320-360')],
    ['{ sat: 20:00-00:00 }', ['', '', '', '', '', '1200-1440', '']],
    ['{ mon: [13:00-15:00, 09:00-12:00] }', ['540-720 780-900', '', '', '', '', '', '']],
    ['always', Array<string>(7).fill('0-1440')],
    ['{}', Array<string>(7).fill('')],
  ])('T3: %s', (open, week) => {
    expect(weekOf(open)).toEqual(week)
  })

  it.each([
    [
      '{ mon-fri: 9-17 }',
      '6:25 bad-hours “9-17”: these are no opening hours; write it as 09:00-17:00, or 22:00-06:00 for a night',
    ],
    ['{ mon: 09:00 - 25:00 }', '6:21 bad-hours “09:00 - 25:00”: times of a day go from 00:00 to 24:00'],
    ['{ mon: 09:60-10:00 }', '6:21 bad-hours “09:60-10:00”: times of a day go from 00:00 to 24:00'],
    ['{ mon: 24:00-06:00 }', '6:21 bad-hours “24:00-06:00”: a period cannot begin at 24:00'],
    ['{ mon: 09:00-09:00 }', '6:21 bad-hours “09:00-09:00”: this is empty; write 00:00-24:00 for a whole day'],
    ['{ mon: [09:00-12:00, 11:59-13:00] }', '6:35 bad-hours 11:59-13:00 overlaps 09:00-12:00 (line 6, column 22)'],
    ['{ mon: [11:59-13:00, 09:00-12:00] }', '6:35 bad-hours 09:00-12:00 overlaps 11:59-13:00 (line 6, column 22)'],
    ['{ mon: "09:00-12:00, 11:00-13:00" }', '6:35 bad-hours 11:00-13:00 overlaps 09:00-12:00 (line 6, column 22)'],
    ['{ fri: 22:00-06:00, sat: 05:59-12:00 }', '6:39 bad-hours 05:59-12:00 overlaps 22:00-06:00 (line 6, column 21)'],
    ['{ mon: 05:00-12:00, sun: 22:00-06:00 }', '6:39 bad-hours 22:00-06:00 overlaps 05:00-12:00 (line 6, column 21)'],
    ['{ mon: [20:00-21:00, 20:30-02:00] }', '6:35 bad-hours 20:30-02:00 overlaps 20:00-21:00 (line 6, column 22)'],
    ['{ mon-fri: 09:00-17:00, wed: 10:00-12:00 }', '6:38 named-twice “wed” has hours already'],
    ['{ mno: 09:00-10:00 }', '6:16 bad-hours there is no weekday “mno”; did you mean “mon”?'],
    ['{ Tue-Sat: 09:00-10:00 }', '6:16 bad-hours weekdays are written small, with three letters: tue-sat'],
    ['{ Monday: 09:00-10:00, tue: 11:00-12:00 }', '6:16 bad-hours weekdays are written small, with three letters: mon'],
    ['{ "thursday, Fri": 09:00-10:00 }', '6:16 bad-hours weekdays are written small, with three letters: thu, fri'],
    ['{ mon-fry: 09:00-10:00 }', '6:16 bad-hours there is no weekday “fry”; did you mean “fri”?'],
    [
      '{ mon-wed-fri: 09:00-10:00 }',
      '6:16 bad-hours there is no weekday “mon-wed-fri”; there are: mon, tue, wed, thu, fri, sat, sun, mon-fri, daily',
    ],
    [
      '{ mon, wed: 09:00-10:00 }',
      '6:16 bad-hours “mon” has no hours; leave out closed days, and put several days in quotes: "mon, wed": 09:00-17:00',
    ],
    [
      'sometimes',
      '6:14 wrong-shape expected hours by weekday, as in { mon-fri: 09:00-17:00 }, or always, found “sometimes”',
    ],
    ['{ mon: 9 }', '6:21 wrong-shape expected opening hours such as 09:00-17:00, found “9”'],
  ])('%s is refused at its place', (open, finding) => {
    expect(findingsIn(withCalendar(`open: ${open}`))).toEqual([finding])
  })

  it('may meet at its nights without overlapping', () => {
    expect(weekOf('{ fri: 22:00-06:00, sat: 06:00-12:00 }')).toEqual(['', '', '', '', '1320-360', '360-720', ''])
    expect(weekOf('{ daily: 06:00-05:59 }')).toEqual(Array<string>(7).fill('360-359'))
  })

  it('has at most as many periods a day as a calendar holds', () => {
    const clock = (minutes: number): string =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    const periods = Array.from({ length: 97 }, (_, index) => `${clock(index * 14)}-${clock(index * 14 + 7)}`)
    expect(findingsIn(withCalendar(`open: { mon: [${periods.join(', ')}] }`))[0]).toContain(
      'bad-hours a day has at most 96 periods',
    )
  })
})

describe('the dates of a calendar', () => {
  it('T4: are closed one by one and in spans with both ends, in order, each once', () => {
    expect(rulesOf('open: always, closed: [2027-01-06, 2026-12-24 .. 2026-12-26, 2026-12-25]').closed).toEqual(
      ['2026-12-24', '2026-12-25', '2026-12-26', '2027-01-06'].map(day),
    )
  })

  it('T4: may have own hours, or none', () => {
    expect([
      ...rulesOf(
        'open: always, on: { 2026-12-24: 08:00-12:00, 2026-12-31: [08:00-10:00, 11:00-12:00], 2026-12-26: [] }',
      ).on,
    ]).toEqual([
      [day('2026-12-24'), [{ start: 480, end: 720 }]],
      [
        day('2026-12-31'),
        [
          { start: 480, end: 600 },
          { start: 660, end: 720 },
        ],
      ],
      [day('2026-12-26'), []],
    ])
  })

  it('T3, T9: and further rules are read', () => {
    expect(
      rulesOf('open: always, holidays until: 2027-03-31, night continues: yes, zone: America/New_York'),
    ).toMatchObject({
      zone: 'America/New_York',
      continues: true,
      holidaysUntil: day('2027-03-31'),
    })
    expect(rulesOf('open: always')).toMatchObject({ zone: 'Europe/Rome', continues: false, closed: [] })
  })

  it.each([
    ['closed: [2026-02-30]', '6:27 bad-date “2026-02-30” is no date: February 2026 has 28 days'],
    ['closed: [2028-02-29 .. 2028-02-30]', '6:27 bad-date “2028-02-30” is no date: February 2028 has 29 days'],
    ['closed: [2026-11-31 .. 2026-12-02]', '6:27 bad-date “2026-11-31” is no date: November 2026 has 30 days'],
    ['holidays until: 2026-12-32', '6:34 bad-date “2026-12-32” is no date: December 2026 has 31 days'],
    ['holidays until: 2026-12-00', '6:34 bad-date “2026-12-00” is no date: days go from 01'],
    ['closed: 2026-12-24', '6:26 wrong-shape expected a list of dates, found “2026-12-24”'],
    ['closed: [2026-12-26 .. 2026-12-24]', '6:27 bad-date 2026-12-26 .. 2026-12-24 is in the wrong order'],
    ['closed: [2026-12-26 .. 2036-12-24]', '6:27 bad-date 2026-12-26 .. 2036-12-24 is longer than 366 days'],
    ['closed: [2026-12-26 .. soon]', '6:27 bad-date “2026-12-26 .. soon” is no date; write it as 2026-12-24'],
    ['on: { 2026-13-01: 08:00-12:00 }', '6:24 bad-date “2026-13-01” is no date: months go from 01 to 12'],
    ['on: [2026-12-24]', '6:22 wrong-shape expected hours by date, as in { 2026-12-24: 08:00-12:00 }, found a list'],
    [
      'on: { 2026-12-24: 08:00 }',
      '6:36 bad-hours “08:00”: these are no opening hours; write it as 09:00-17:00, or 22:00-06:00 for a night',
    ],
    ['holidays until: soon', '6:34 bad-date “soon” is no date; write it as 2026-12-24'],
    ['night continues: maybe', '6:35 wrong-shape expected true or false, found “maybe”'],
    ['zone: Mars Base', '6:24 bad-name “Mars Base” is no time zone; names look like Europe/Warsaw, or UTC'],
    ['zone: Europe/Romme', '6:24 unknown-zone there is no time zone “Europe/Romme”; did you mean “Europe/Rome”?'],
    ['colsed: []', '6:18 unknown-field there is no field in a calendar called “colsed”; did you mean “closed”?'],
  ])('%s is refused at its place', (field, finding) => {
    expect(findingsIn(withCalendar(`open: {}, ${field}`))).toEqual([finding])
  })

  it('are needed, under a name', () => {
    expect(findingsIn(`${HEAD}  c: {}\n`)).toEqual(['6:6 missing-field a calendar needs the field “open”'])
    expect(findingsIn(`${HEAD}  c: 09:00-17:00\n`)).toEqual([
      '6:6 wrong-shape expected a calendar with its fields, found “09:00-17:00”',
    ])
    expect(findingsIn(`${HEAD}  the office: { open: always }\n`)).toEqual([
      '6:3 bad-name “the office” cannot be the name of a calendar: write a letter, then letters, digits, “-” or “_”',
    ])
    expect(findingsIn(HEAD.replace('calendars:\n', 'calendars: [office]\n'))).toEqual([
      '5:12 wrong-shape expected calendars by name, found a list',
    ])
  })
})

describe('every calendar that is read', () => {
  it.each([
    '{ daily: 22:00-06:00 }',
    'always',
    '{ fri-mon: 00:00-24:00 }',
    '{ sat: 20:00-00:00 }',
    '{ daily: 06:00-05:59 }',
  ])('can be compiled: %s', (open) => {
    const zone = openZone(compileZone('Europe/Rome', Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1), 'test'))
    expect(() =>
      compileCalendar(rulesOf(`open: ${open}, on: { 2026-12-24: 08:00-12:00 }, closed: [2026-12-25]`), zone),
    ).not.toThrow()
  })
})

describe('where the dates of a calendar come from', () => {
  it.each([
    ['', []],
    [', holidays from: the law', ['the law']],
    [', holidays from: [the law, our list]', ['the law', 'our list']],
  ])('%s', (field, sources) => {
    expect(documentOf(withCalendar(`open: always${field}`)).calendars.get('c')?.sources).toEqual(sources)
  })

  it('is a text or several', () => {
    expect(findingsIn(withCalendar('open: always, holidays from: { a: b }'))).not.toEqual([])
  })
})
