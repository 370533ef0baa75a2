import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../test/calendar/calendar-fixtures.ts'
import { formatDate } from '../calendar/index.ts'
import { Group } from './group.ts'
import { isoWeek, periodOf, weekStart } from './periods.ts'
import { roundedParts } from './rounded-parts.ts'
import { Spread } from './spread.ts'
import { Times } from './times.ts'

describe('periods', () => {
  it.each([
    ['2026-01-01', 2026, 1],
    ['2025-12-29', 2026, 1],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2024-12-30', 2025, 1],
    ['2016-02-29', 2016, 9],
  ])('M1: %s lies in the ISO week %i-%i', (date, year, week) => {
    expect(isoWeek(day(date))).toEqual({ year, week })
  })

  it.each([
    ['week', '2026-05-31', '2026-05-25', '2026-06-01'],
    ['month', '2024-02-29', '2024-02-01', '2024-03-01'],
    ['quarter', '2026-05-31', '2026-04-01', '2026-07-01'],
    ['quarter', '2026-12-31', '2026-10-01', '2027-01-01'],
    ['year', '2026-05-31', '2026-01-01', '2027-01-01'],
  ] as const)('M1: the %s of %s goes from %s to %s', (kind, date, from, to) => {
    const period = periodOf(kind, day(date))
    expect([formatDate(period.from), formatDate(period.to)]).toEqual([from, to])
  })

  it('M1: a week begins on Monday', () => {
    expect(formatDate(weekStart(day('2026-05-31')))).toBe('2026-05-25')
    expect(formatDate(weekStart(day('2026-06-01')))).toBe('2026-06-01')
  })
})

describe('a group', () => {
  it('M1: the share is of kept and broken alone; cancelled stand beside it by reason', () => {
    const group = new Group()
    for (const state of ['kept', 'kept', 'kept', 'broken'] as const) group.add(state, null, false, 60, true)
    group.add('cancelled', 'spam', false, null, false)
    group.add('cancelled', 'spam', false, null, false)
    group.add('cancelled', 'given-up', true, 30, false)
    group.add('running', null, false, null, false)
    group.add('paused', null, false, null, false)
    expect(group.share).toBe(0.75)
    expect([...group.cancelledBy]).toEqual([
      ['spam', 2],
      ['given-up', 1],
    ])
    expect(group.total).toBe(9)
    expect(group.putOff).toBe(1)
  })

  it('M2: the mean counts those not yet fulfilled and those given up, and their number stands beside it', () => {
    const group = new Group()
    group.add('kept', null, false, 60, true)
    group.add('broken', null, false, 300, false)
    group.add('cancelled', 'given-up', false, 90, false)
    expect(group.times.mean).toBe(150)
    expect(group.unfulfilled).toBe(2)
  })

  it('says nothing of nothing', () => {
    const group = new Group()
    expect([group.share, group.times.mean, group.times.percentile(50)]).toEqual([null, null, null])
  })
})

describe('percentiles', () => {
  it.each([
    [50, 35],
    [25, 20],
    [20, 15],
    [30, 20],
    [40, 20],
    [100, 50],
    [5, 15],
  ])('the %i th of 15, 20, 35, 40, 50 taken by nearest rank is one of them', (percent, wanted) => {
    const times = new Times()
    for (const ms of [40, 15, 50, 20, 35]) times.add(ms)
    expect(times.percentile(percent)).toBe(wanted)
  })

  it('stay right when more is added, beyond the first room', () => {
    const times = new Times()
    for (let ms = 100; ms > 0; ms--) times.add(ms)
    expect(times.percentile(90)).toBe(90)
    times.add(0)
    expect([times.percentile(50), times.size]).toEqual([50, 101])
  })
})

describe('the spread along the line', () => {
  it('V2: the verdict decides the side of the due time, not the counted time', () => {
    const spread = new Spread()
    spread.add(true, 1)
    spread.add(false, 1)
    spread.add(false, 0.4)
    spread.add(true, 0)
    spread.add(false, 1.999)
    spread.add(false, 2)
    expect([spread.counts[0], spread.counts[19], spread.counts[20], spread.counts[39], spread.beyond]).toEqual([
      1, 1, 2, 1, 1,
    ])
  })
})

describe('rounded parts', () => {
  it('add up to the rounded whole, none further off than one unit', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000_000), { maxLength: 8 }), fc.constantFrom(1, 1000, 60_000), (parts, unit) => {
        const rounded = roundedParts(parts, unit)
        const whole = Math.round(parts.reduce((sum, part) => sum + part, 0) / unit) * unit
        expect(rounded.reduce((sum, part) => sum + part, 0)).toBe(whole)
        rounded.forEach((part, index) => {
          expect(Math.abs(part - (parts[index] ?? 0))).toBeLessThan(unit)
          expect(part % unit).toBe(0)
        })
      }),
    )
  })
})
