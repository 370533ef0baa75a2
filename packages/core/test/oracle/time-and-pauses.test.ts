/** Cases worked by hand for the brute-force judge: time (T) and pauses (P). 2026-06-01 is a Monday; times are Warsaw's unless they say otherwise. */
import { describe, expect, it } from 'vitest'
import type { PlainCalendar } from './plain-data.ts'
import {
  charter,
  created,
  event,
  facts,
  instant,
  judged,
  promise,
  received,
  sent,
  status,
  verdicts,
} from './worked-case.ts'

const LATER = '2026-12-31T12:00'
const first = (target: string, calendars: Record<string, PlainCalendar> = {}, zone = 'Europe/Warsaw') =>
  charter([promise('first-response', target)], { zone, calendars })
const dueFrom = (
  start: string,
  target: string,
  calendars: Record<string, PlainCalendar> = {},
  zone = 'Europe/Warsaw',
) => judged(first(target, calendars, zone), [created(start)], start)[0]?.due

describe('the brute-force judge on time', () => {
  it('T1, V1: 8 h of office from Saturday noon are due on Monday at 17:00, kept then and broken at 23:00', () => {
    const eight = first('8 h of office')
    expect(verdicts(eight, [created('2026-06-06T12:00'), sent('2026-06-08T17:00')], LATER)).toEqual([
      'kept 06-08 17:00 at 06-08 17:00',
    ])
    expect(verdicts(eight, [created('2026-06-06T12:00'), sent('2026-06-08T23:00')], LATER)).toEqual([
      'broken 06-08 17:00 at 06-08 23:00',
    ])
  })
  it('V1: running at the due instant, broken one millisecond after it', () => {
    const events = [created('2026-06-01T10:00')]
    expect(judged(first('1 h of office'), events, '2026-06-01T11:00:00.000')[0]?.state).toBe('running')
    const broken = judged(first('1 h of office'), events, '2026-06-01T11:00:00.001')[0]
    expect(broken).toMatchObject({
      state: 'broken',
      settled_at: instant('2026-06-01T11:00:00.001'),
      fulfilled_at: null,
    })
  })
  it('T1: nothing to count is due at once when open, and else at the next opening', () => {
    expect(dueFrom('2026-06-01T10:00', '0 min of office')).toBe(instant('2026-06-01T10:00'))
    expect(dueFrom('2026-06-01T17:00', '0 min of office')).toBe(instant('2026-06-02T09:00'))
  })
  it('T5: 90 minutes run over the lunch break of a split day', () => {
    const split = { split: { open: { 'mon-fri': ['08:00-12:00', '13:00-18:30'] } } }
    expect(dueFrom('2026-06-01T11:15', '90 min of split', split)).toBe(instant('2026-06-01T13:45'))
  })
  it('T2: an opening at 02:15 in the skipped hour begins at 03:15', () => {
    expect(dueFrom('2026-03-29T00:00Z', '30 min of n', { n: { open: { sun: '02:15-04:15' } } })).toBe(
      instant('2026-03-29T01:45Z'),
    )
  })
  it('T2: an opening at 02:30 in the doubled hour begins at the first one', () => {
    expect(dueFrom('2026-10-25T00:00Z', '2 h of n', { n: { open: { sun: '02:30-04:00' } } })).toBe(
      instant('2026-10-25T02:30Z'),
    )
  })
  it('T2: Lord Howe skips half an hour: 02:10 to 03:00 is open from 02:40, for twenty minutes', () => {
    const n = { n: { open: { sun: '02:10-03:00' } } }
    expect(dueFrom('2026-10-03T12:00Z', '20 min of n', n, 'Australia/Lord_Howe')).toBe(instant('2026-10-03T16:00Z'))
    expect(dueFrom('2026-10-03T12:00Z', '21 min of n', n, 'Australia/Lord_Howe')).toBe(instant('2026-10-10T15:11Z'))
  })
  it('T3: a night before a holiday ends at midnight, unless the calendar says that nights continue', () => {
    const night = { open: { 'mon-sun': '22:00-06:00' }, closed: ['2026-06-04'] }
    expect(dueFrom('2026-06-03T22:00', '3 h of n', { n: night })).toBe(instant('2026-06-05T23:00'))
    expect(dueFrom('2026-06-03T22:00', '3 h of n', { n: { ...night, 'night continues': true } })).toBe(
      instant('2026-06-04T01:00'),
    )
  })
  it('T3: a night before a date of own hours ends at midnight too', () => {
    const night = { n: { open: { wed: '22:00-06:00' }, on: { '2026-06-04': '10:00-11:00' } } }
    expect(dueFrom('2026-06-03T22:00', '150 min of n', night)).toBe(instant('2026-06-04T10:30'))
  })
  it('T4: own hours win over closed, and both over the week', () => {
    const own = {
      n: {
        open: { 'mon-fri': '09:00-17:00' },
        closed: ['2026-06-01', '2026-06-02'],
        on: { '2026-06-01': '12:00-13:00' },
      },
    }
    expect(dueFrom('2026-06-01T09:00', '2 h of n', own)).toBe(instant('2026-06-03T10:00'))
  })
  it('T6: two working days from Friday end on Tuesday at 17:00', () => {
    expect(dueFrom('2026-06-05T10:00', '2 working days of office')).toBe(instant('2026-06-09T17:00'))
  })
  it('T6: the working day of a night ends in the morning after it', () => {
    expect(dueFrom('2026-06-01T10:00', '1 working day of n', { n: { open: { 'mon-fri': '22:00-06:00' } } })).toBe(
      instant('2026-06-03T06:00'),
    )
  })
  it('T7: dates end at the next local midnight, months on the last day where the day is missing', () => {
    expect(dueFrom('2026-06-01T10:00', '14 days')).toBe(instant('2026-06-16T00:00'))
    expect(dueFrom('2026-01-31T10:00Z', '1 month')).toBe(instant('2026-02-28T23:00Z'))
  })
  it('T7, T2: where Cairo skips midnight, the date ends when its clocks show 01:00', () => {
    expect(dueFrom('2026-04-22T10:00Z', '1 day', {}, 'Africa/Cairo')).toBe(instant('2026-04-23T22:00Z'))
  })
})

describe('the brute-force judge on pauses', () => {
  const waiting = { pauses: ['waiting-for-customer', 'on-hold'] }
  const settled = (target: string, further = {}) => charter([promise('resolution', target, { ...waiting, ...further })])
  const asked = [
    created('2026-06-01T09:00'),
    sent('2026-06-01T10:00'),
    status('waiting-for-customer', '2026-06-01T10:00'),
  ]

  it('P1, P5: 4 h of office stop while the ticket waits for the customer', () => {
    expect(verdicts(settled('4 h of office'), [...asked, received('2026-06-02T12:00')], '2026-06-02T12:00')).toEqual([
      'running 06-02 15:00',
    ])
  })
  it('P1: first-response has no pauses', () => {
    const both = charter([promise('first-response', '4 h of office', waiting)])
    expect(
      verdicts(
        both,
        [created('2026-06-01T09:00'), status('on-hold', '2026-06-01T10:00', { third_party: 'maker' })],
        '2026-06-01T12:00',
      ),
    ).toEqual(['running 06-01 13:00'])
  })
  it('P2: waiting for a customer whom nobody has answered is no pause, until a message is sent', () => {
    const silent = [created('2026-06-01T09:00'), status('waiting-for-customer', '2026-06-01T10:00')]
    expect(verdicts(settled('4 h of office'), silent, '2026-06-01T12:00')).toEqual(['running 06-01 13:00'])
    expect(
      verdicts(
        settled('4 h of office'),
        [...silent, sent('2026-06-01T11:00'), received('2026-06-01T15:00')],
        '2026-06-01T15:00',
      ),
    ).toEqual(['running 06-01 17:00'])
  })
  it('P3: on-hold pauses only when it names who is waited for', () => {
    const hold = (fields: object) => [created('2026-06-01T09:00'), status('on-hold', '2026-06-01T10:00', fields)]
    expect(verdicts(settled('4 h of office'), hold({}), '2026-06-01T12:00')).toEqual(['running 06-01 13:00'])
    expect(verdicts(settled('4 h of office'), hold({ reason: 'parts' }), '2026-06-01T12:00')).toEqual(['paused no due'])
    expect(verdicts(settled('4 h of office'), hold({ third_party: 'maker' }), '2026-06-01T12:00')).toEqual([
      'paused no due',
    ])
  })
  it('P4: a pause that begins after the due instant comes too late', () => {
    expect(verdicts(settled('59 min of office'), asked, LATER)).toEqual(['broken 06-01 09:59'])
    expect(verdicts(settled('60 min of office'), asked, LATER)).toEqual(['paused no due'])
  })
  it('P5: with nothing left at the end of a pause, due when next open', () => {
    expect(verdicts(settled('1 h of office'), [...asked, received('2026-06-01T18:00')], '2026-06-01T18:00')).toEqual([
      'running 06-02 09:00',
    ])
  })
  it('P6: dates move by one for each whole date spent paused', () => {
    expect(verdicts(settled('3 days'), [...asked, received('2026-06-04T12:00')], '2026-06-04T12:00')).toEqual([
      'running 06-07 00:00',
    ])
  })
  it('P6: where the due instant lies in a pause of no whole date, it is the end of the pause', () => {
    const late = [
      created('2026-06-01T09:00'),
      sent('2026-06-01T10:00'),
      status('waiting-for-customer', '2026-06-02T23:00'),
      received('2026-06-03T08:00'),
    ]
    expect(verdicts(settled('1 day'), late, '2026-06-03T08:00')).toEqual(['running 06-03 08:00'])
  })
  it('P6: a working day that is wholly paused is none', () => {
    expect(
      verdicts(settled('2 working days of office'), [...asked, received('2026-06-03T08:00')], '2026-06-03T08:00'),
    ).toEqual(['running 06-04 17:00'])
  })
  it('P6: pauses that touch are one', () => {
    const two = [
      ...asked,
      status('on-hold', '2026-06-02T12:00', { third_party: 'maker' }),
      status('open', '2026-06-03T08:00'),
    ]
    expect(verdicts(settled('1 day'), two, '2026-06-03T08:00')).toEqual(['running 06-04 00:00'])
  })
  it('P7: solved while paused, the due instant is reckoned as though the pause ended then', () => {
    expect(verdicts(settled('4 h of office'), [...asked, status('solved', '2026-06-01T12:00')], LATER)).toEqual([
      'kept 06-01 15:00 at 06-01 12:00',
    ])
  })
  it('P8, K4: the time from the solve to the reopening is not counted', () => {
    const reopened = [
      created('2026-06-01T09:00'),
      sent('2026-06-01T10:00'),
      status('solved', '2026-06-01T11:00'),
      received('2026-06-03T09:00'),
    ]
    expect(verdicts(settled('4 h of office'), reopened, '2026-06-03T09:00')).toEqual(['running 06-03 11:00'])
    expect(verdicts(settled('4 h of office'), reopened, '2026-06-03T11:00:00.001')).toEqual(['broken 06-03 11:00'])
  })
  it('P5, F2: a change of facts in a pause compares as though the pause ended at the change', () => {
    const table = [{ vip: 'yes', target: '2 h of office' }, { target: '4 h of office' }]
    const byRow = charter([promise('resolution', '', { ...waiting, table })], { facts: { vip: 'yes/no' } })
    const changed = [...asked, facts({ vip: true }, '2026-06-01T12:00'), received('2026-06-01T14:00')]
    expect(verdicts(byRow, changed, '2026-06-01T14:00')).toEqual(['running 06-01 15:00'])
  })
  it('E10, P7: a merge in a pause cancels, with the due instant as though the pause ended then', () => {
    expect(
      verdicts(settled('4 h of office'), [...asked, event('ticket.merged', '2026-06-01T12:00', { into: 'B' })], LATER),
    ).toEqual(['cancelled 06-01 15:00 at 06-01 12:00 merged'])
  })
})
