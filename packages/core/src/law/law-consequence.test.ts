import { describe, expect, it } from 'vitest'
import { compileZone, instantOf, parseDate } from '../calendar/index.ts'
import { openZone } from '../calendar/zone.ts'
import { consequenceDue } from './law-consequence.ts'
import { lawLimit } from './law-limit.ts'
import { lawRow } from './law-rows.ts'

const zone = openZone(compileZone('Europe/Rome', Date.UTC(2026, 0, 1), Date.UTC(2029, 0, 1), 'test'))
const day = (text: string) => parseDate(text) ?? Number.NaN
const at = (date: string, hour: number) => instantOf(zone, day(date), hour * 60)
const iso = (instant: number) => new Date(instant).toISOString()

describe('a limit of the law', () => {
  const holidays = new Set([day('2026-12-25')])

  it.each([
    ['14 days over a weekend', { count: 14, unit: 'day' }, '2026-12-01', '2026-12-15T23:00:00.000Z'],
    ['a month from its last date', { count: 1, unit: 'month' }, '2027-01-31', '2027-02-28T23:00:00.000Z'],
    ['days over the change of the clocks', { count: 3, unit: 'day' }, '2027-03-26', '2027-03-29T22:00:00.000Z'],
    ['8 weeks', { count: 8, unit: 'week' }, '2026-12-01', '2027-01-26T23:00:00.000Z'],
    [
      'working days, past a holiday and a weekend',
      { count: 2, unit: 'working-day' },
      '2026-12-24',
      '2026-12-29T23:00:00.000Z',
    ],
    ['hours, through an hour that is skipped', { count: 48, unit: 'hour' }, '2027-03-27', '2027-03-29T10:00:00.000Z'],
  ] as const)('is the end of %s', (_, time, date, limit) => {
    expect(iso(lawLimit(time, at(date, 11), zone, holidays))).toBe(limit)
  })

  it('has no instant where minutes of a call are counted', () => {
    expect(() => lawLimit({ count: 3, unit: 'minute' }, 0, zone, holidays)).toThrow(RangeError)
  })
})

describe('what the law does', () => {
  const indemnity = lawRow('IT-1')?.consequence ?? { kind: 'dispute-body' }
  const due = (end: number) => consequenceDue(indemnity, { start: 0, limit: 100, end }).amount?.minor

  it('pays by delay: to twice the time, to three times, beyond', () => {
    expect([101, 200, 201, 300, 301, 10_000].map(due)).toEqual([2500, 2500, 5000, 5000, 7500, 7500])
  })

  it('or accepts by silence, without an amount', () => {
    const accepted = lawRow('PL-1')?.consequence ?? { kind: 'dispute-body' }
    expect(consequenceDue(accepted, { start: 0, limit: 1, end: 2 })).toEqual({ kind: 'deemed-accepted' })
  })
})
