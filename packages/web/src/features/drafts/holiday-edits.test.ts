import { dataAt, editText, openSource, sourceData } from '@avow/core'
import { expect, test } from 'vitest'
import { fieldsOf } from './charter-data.ts'
import { type HolidaysChosen, holidayEdits, leavesGap, speaksOf } from './holiday-edits.ts'

const PATH = ['calendars', 'office']
const chosen: HolidaysChosen = {
  dates: ['2027-01-01', '2027-03-29', '2027-12-25'],
  source: 'date-holidays 3.37.0, country PL, read 2026-11-22',
  firstYear: 2027,
  until: '2027-12-31',
}
const calendarOf = (text: string) => {
  const source = openSource(text)
  return fieldsOf(source && dataAt(sourceData(source.root), PATH))
}
const written = (text: string, more: Partial<HolidaysChosen> = {}) =>
  editText(text, holidayEdits(calendarOf(text), PATH, { ...chosen, ...more }))?.text

const BARE = 'calendars:\n  office:\n    open: { mon-fri: 09:00-17:00 }\n'

test('the first dates come with their source and until when they are known', () => {
  expect(written(BARE)).toBe(`${BARE}    closed: [2027-01-01, 2027-03-29, 2027-12-25]
    holidays until: 2027-12-31
    holidays from: date-holidays 3.37.0, country PL, read 2026-11-22
`)
})

test('dates that are there, in a span or with hours of their own are not written twice, and comments stay', () => {
  const text = `${BARE}    closed:
      - 2026-12-25 # Christmas
      - 2027-03-27 .. 2027-03-29 # Easter
    on: { 2027-12-25: 09:00-12:00 }
    holidays until: 2026-12-31
    holidays from: by hand
`
  expect(written(text)).toBe(`${BARE}    closed:
      - 2026-12-25 # Christmas
      - 2027-01-01
      - 2027-03-27 .. 2027-03-29 # Easter
    on: { 2027-12-25: 09:00-12:00 }
    holidays until: 2027-12-31
    holidays from: [by hand, "date-holidays 3.37.0, country PL, read 2026-11-22"]
`)
  expect(['2027-03-28', '2027-12-25', '2027-03-30'].map((date) => speaksOf(calendarOf(text), date))).toEqual([
    true,
    true,
    false,
  ])
})

test('dates that are not all the holidays of their years do not make them known', () => {
  expect(written(BARE, { until: undefined })).not.toContain('holidays until')
  expect(written(BARE, { until: undefined })).toContain('closed: [2027-01-01,')
})

test('written a second time, nothing changes', () => {
  const once = written(BARE) ?? ''
  expect(holidayEdits(calendarOf(once), PATH, chosen)).toEqual([])
})

test('a calendar that knows more keeps its last date, and years between that are missing are not said to be known', () => {
  const known = (until: string) => `${BARE}    holidays until: ${until}\n`
  expect(written(known('2030-12-31'))).toContain('holidays until: 2030-12-31')
  expect(written(known('2025-12-31'))).toContain('holidays until: 2025-12-31')
  expect(leavesGap(calendarOf(known('2025-12-31')), chosen)).toBe(true)
  expect(leavesGap(calendarOf(known('2026-12-31')), chosen)).toBe(false)
  expect(written(known('soon'))).toContain('holidays until: 2027-12-31')
})
