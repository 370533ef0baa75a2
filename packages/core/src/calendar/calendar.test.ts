import { describe, expect, it } from 'vitest'
import { at, calendar, problemOf } from '../../test/calendar/calendar-fixtures.ts'
import { due, elapsed, hoursAt, isOpen, nextOpening, openMsBefore } from './calendar.ts'

const HOUR = 3_600_000
const office = calendar({ closed: ['2026-12-25'] })
// 2026-06-10 is a Wednesday; Warsaw is two hours ahead of UTC.
const OPENS = at('2026-06-10T07:00Z')
const CLOSES = at('2026-06-10T15:00Z')

function iso(instant: number): string {
  return new Date(instant).toISOString().replace(':00.000Z', 'Z')
}

describe('due', () => {
  it.each([
    ['inside one day', '2026-06-10T08:30Z', 2, '2026-06-10T10:30Z'],
    ['over a night', '2026-06-10T14:00Z', 2, '2026-06-11T08:00Z'],
    ['over a weekend', '2026-06-12T14:00Z', 2, '2026-06-15T08:00Z'],
    ['from before opening', '2026-06-10T03:00Z', 1, '2026-06-10T08:00Z'],
    ['from a closing instant', '2026-06-10T15:00Z', 1, '2026-06-11T08:00Z'],
    ['over a holiday', '2026-12-24T15:00Z', 2, '2026-12-28T09:00Z'],
    ['at the closing, not the next opening', '2026-06-10T07:00Z', 8, '2026-06-10T15:00Z'],
    [
      'at the closing of a later day: Saturday noon and 8 h is Monday 17:00',
      '2026-06-13T10:00Z',
      8,
      '2026-06-15T15:00Z',
    ],
    ['for nothing while open', '2026-06-10T08:30Z', 0, '2026-06-10T08:30Z'],
    ['for nothing at the opening', '2026-06-10T07:00Z', 0, '2026-06-10T07:00Z'],
    ['for nothing at the closing', '2026-06-10T15:00Z', 0, '2026-06-11T07:00Z'],
    ['for nothing while closed', '2026-06-13T15:00Z', 0, '2026-06-15T07:00Z'],
  ])('%s', (_what, start, hours, wanted) => {
    expect(iso(due(office, at(start), hours * HOUR))).toBe(wanted)
  })

  it('reckons to the millisecond', () => {
    expect(due(office, CLOSES - 1, 1)).toBe(CLOSES)
    expect(due(office, CLOSES - 1, 2)).toBe(OPENS + 24 * HOUR + 1)
    expect(due(office, CLOSES, 1)).toBe(OPENS + 24 * HOUR + 1)
    expect(due(office, CLOSES - 1, 0)).toBe(CLOSES - 1)
  })

  it('sees a closing that another period touches as open', () => {
    const touching = calendar({ workdays: ['09:00-12:00', '12:00-17:00'] })
    expect(due(touching, at('2026-06-10T10:00Z'), 0)).toBe(at('2026-06-10T10:00Z'))
    expect(due(touching, at('2026-06-10T09:00Z'), HOUR)).toBe(at('2026-06-10T10:00Z'))
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 60])('refuses %d ms', (ms) => {
    expect(() => due(office, OPENS, ms)).toThrow(RangeError)
  })
})

describe('elapsed', () => {
  it('counts opening time only', () => {
    expect(elapsed(office, at('2026-06-10T14:00Z'), at('2026-06-11T08:00Z'))).toBe(2 * HOUR)
    expect(elapsed(office, at('2026-06-13T00:00Z'), at('2026-06-14T00:00Z'))).toBe(0)
    expect(elapsed(office, CLOSES - 1, CLOSES + HOUR)).toBe(1)
  })

  it('is negative backwards', () => {
    expect(elapsed(office, at('2026-06-11T08:00Z'), at('2026-06-10T14:00Z'))).toBe(-2 * HOUR)
  })
})

describe('open or not', () => {
  it('is half open', () => {
    expect([OPENS - 1, OPENS, CLOSES - 1, CLOSES].map((instant) => isOpen(office, instant))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('says until when it is so', () => {
    expect([OPENS - 1, OPENS, CLOSES - 1, CLOSES].map((instant) => hoursAt(office, instant))).toEqual([
      { isOpen: false, until: OPENS },
      { isOpen: true, until: CLOSES },
      { isOpen: true, until: CLOSES },
      { isOpen: false, until: OPENS + 24 * HOUR },
    ])
    const christmas = hoursAt(office, at('2026-12-24T16:00Z'))
    expect(christmas).toEqual({ isOpen: false, until: at('2026-12-28T08:00Z') })
  })

  it('ends at no time where nothing ends it', () => {
    const always = calendar({ workdays: ['00:00-24:00'], saturday: ['00:00-24:00'], sunday: ['00:00-24:00'] })
    expect(hoursAt(always, OPENS)).toEqual({ isOpen: true, until: undefined })
    expect(hoursAt(calendar({ workdays: [] }), OPENS)).toEqual({ isOpen: false, until: undefined })
  })

  it('says when it opens next', () => {
    expect(nextOpening(office, OPENS - 1)).toBe(OPENS)
    expect(nextOpening(office, OPENS + 1)).toBe(OPENS + 1)
    expect(nextOpening(office, CLOSES)).toBe(OPENS + 24 * HOUR)
  })
})

describe('at the ends of what it knows, a calendar', () => {
  const always = calendar({ workdays: ['00:00-24:00'], saturday: ['00:00-24:00'], sunday: ['00:00-24:00'] })

  it('answers up to its last instant', () => {
    expect(due(always, always.from, always.until - always.from)).toBe(always.until)
    expect(elapsed(always, always.from, always.until)).toBe(always.until - always.from)
    expect(openMsBefore(always, always.from)).toBe(0)
    expect(isOpen(always, always.from)).toBe(true)
  })

  it('fails with a code past them, and never answers with a guess', () => {
    const { from, until } = always
    for (const instant of [
      from - 1,
      until + 1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      1e300,
    ]) {
      for (const ask of [
        () => due(always, instant, 0),
        () => due(always, instant, HOUR),
        () => elapsed(always, instant, until),
        () => elapsed(always, from, instant),
        () => isOpen(always, instant),
        () => nextOpening(always, instant),
      ]) {
        expect(problemOf(ask)).toBe('past-horizon')
      }
    }
    expect(problemOf(() => due(always, until - HOUR, HOUR + 1))).toBe('past-horizon')
    expect(problemOf(() => due(always, until, 0))).toBe('past-horizon')
    expect(problemOf(() => due(always, from, Number.MAX_SAFE_INTEGER))).toBe('past-horizon')
    expect(problemOf(() => isOpen(always, until))).toBe('past-horizon')
  })

  it('says that it never opens only when it has no hours at all', () => {
    const never = calendar({ workdays: [], on: { '2026-12-24': [] } })
    expect(problemOf(() => due(never, OPENS, 0))).toBe('never-open')
    expect(problemOf(() => due(never, OPENS, HOUR))).toBe('never-open')
    expect(problemOf(() => nextOpening(never, OPENS))).toBe('never-open')
    expect(elapsed(never, OPENS, CLOSES)).toBe(0)
    expect(isOpen(never, OPENS)).toBe(false)

    const once = calendar({ workdays: [], on: { '2026-06-10': ['09:00-10:00'] } })
    expect(due(once, OPENS, HOUR)).toBe(OPENS + HOUR)
    expect(problemOf(() => due(once, OPENS, HOUR + 1))).toBe('past-horizon')
    expect(problemOf(() => due(once, OPENS + HOUR, 0))).toBe('past-horizon')
    expect(problemOf(() => due(calendar({ workdays: [], on: { '2099-01-01': ['09:00-10:00'] } }), OPENS, 1))).toBe(
      'past-horizon',
    )
  })
})
