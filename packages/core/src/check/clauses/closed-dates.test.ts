import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { formatDate, parseDate } from '../../calendar/index.ts'
import { localText } from '../words/local-text.ts'
import { openDates } from './closed-dates.ts'

const HOUR = 3_600_000

function datesOf(hours: string, from: string, until: string) {
  const calendar = charterOf(`calendars: { office: { ${hours} } }\n`).calendars.get('office')
  if (calendar === undefined) throw new Error('the calendar is not there')
  const { openMsPerDate, longestClosed } = openDates(calendar, dayOf(from), dayOf(until))
  return {
    hours: openMsPerDate / HOUR,
    closed: longestClosed && {
      first: formatDate(longestClosed.first),
      last: formatDate(longestClosed.last),
      dates: longestClosed.dates,
      closing: localText(calendar.zone, longestClosed.closing),
    },
  }
}

function dayOf(text: string) {
  const day = parseDate(text)
  if (day === undefined) throw new Error(`${text} is no date`)
  return day
}

const WEEK = 'open: { mon-thu: 09:00-17:00, fri: 09:00-13:00 }'

describe('the dates of a calendar', () => {
  it('have the mean opening time of those on which it opens', () => {
    expect(datesOf(WEEK, '2026-11-23', '2026-11-28').hours).toBe((4 * 8 + 4) / 5)
    expect(datesOf(WEEK, '2026-11-23', '2026-11-27').hours).toBe(8)
  })

  it('have none where it never opens, and then its midnight for a closing', () => {
    expect(datesOf('open: {}', '2026-11-23', '2026-11-30')).toMatchObject({
      hours: 0,
      closed: { first: '2026-11-23', closing: '2026-11-23T00:00' },
    })
  })

  it('have no run of closed ones where it opens on each', () => {
    expect(datesOf(WEEK, '2026-11-23', '2026-11-28').closed).toBeUndefined()
    expect(datesOf('open: always', '2026-11-23', '2027-11-28').closed).toBeUndefined()
  })

  it('have the longest run of closed ones, of equal ones the first, with the closing before it', () => {
    expect(datesOf(`${WEEK}, closed: [2026-12-03]`, '2026-11-23', '2026-12-14').closed).toEqual({
      first: '2026-11-28',
      last: '2026-11-29',
      dates: 2,
      closing: '2026-11-27T13:00',
    })
    expect(datesOf(`${WEEK}, closed: [2026-12-04]`, '2026-11-23', '2026-12-14').closed).toEqual({
      first: '2026-12-04',
      last: '2026-12-06',
      dates: 3,
      closing: '2026-12-03T17:00',
    })
  })

  it('have a run that begins among them followed to its end, and none that begins behind them', () => {
    const closed = `${WEEK}, closed: [2026-12-07 .. 2026-12-11]`
    expect(datesOf(closed, '2026-11-30', '2026-12-06').closed).toMatchObject({ first: '2026-12-05', dates: 9 })
    expect(datesOf(closed, '2026-11-30', '2026-12-05').closed).toBeUndefined()
  })

  it('have a run in the midst of which they begin counted from there, with the closing before all of it', () => {
    expect(datesOf(`${WEEK}, closed: [2026-12-07 .. 2026-12-11]`, '2026-12-09', '2026-12-21').closed).toEqual({
      first: '2026-12-09',
      last: '2026-12-13',
      dates: 5,
      closing: '2026-12-04T13:00',
    })
  })

  it('are those that the calendar knows', () => {
    // The first date of which all is known is 24 November 2021, five years before the time of asking.
    const closed = (dates: string) =>
      datesOf(`open: { mon-sun: 09:00-17:00 }, closed: [${dates}]`, '2021-01-01', '2021-12-31').closed
    expect(closed('2021-11-20 .. 2021-11-27')).toEqual({
      first: '2021-11-24',
      last: '2021-11-27',
      dates: 4,
      closing: '2021-11-24T00:00',
    })
    expect(closed('2021-11-25 .. 2021-11-28')).toMatchObject({ dates: 4, closing: '2021-11-24T17:00' })
  })
})
