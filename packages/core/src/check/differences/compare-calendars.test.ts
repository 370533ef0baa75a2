import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import type { Calendar } from '../../calendar/index.ts'
import { formatDate } from '../../calendar/index.ts'
import { commonWindow, compareOpenings, compareWorkingDays, type Relation, turningPoints } from './compare-calendars.ts'

const WEEK = 'open: { mon-fri: 09:00-17:00 }'
/** By name, what is open when; all of them together are compiled once. */
const RULES = {
  week: WEEK,
  same: 'open: { mon-fri: [09:00-12:00, 12:00-17:00] }',
  longer: 'open: { mon-fri: 09:00-18:00 }',
  earlier: 'open: { mon-fri: 08:00-17:00 }',
  moved: 'open: { mon-fri: 10:00-18:00 }',
  saturday: 'open: { mon-sat: 09:00-17:00 }',
  tuesday: 'open: { tue-fri: 09:00-17:00 }',
  lunch: 'open: { mon-fri: [09:00-12:00, 13:00-17:00] }',
  noon: 'open: { mon-fri: 12:00-13:00 }',
  never: 'open: {}',
  athens: `zone: Europe/Athens, ${WEEK}`,
  known: `${WEEK}, holidays until: 2026-12-31`,
  longKnown: `${WEEK}, holidays until: 2027-12-31`,
  over: `${WEEK}, holidays until: 2026-11-21`,
  todayKnown: `${WEEK}, holidays until: 2026-11-22`,
  farKnown: `${WEEK}, holidays until: 2099-12-31`,
} as const
type Name = keyof typeof RULES

const { calendars } = charterOf(
  `calendars:\n${Object.entries(RULES)
    .map(([name, rules]) => `  ${name}: { ${rules} }\n`)
    .join('')}`,
)

function calendar(name: string): Calendar {
  const known = calendars.get(name)
  if (known === undefined) throw new Error(`no calendar ${name}`)
  return known
}

const at = (text: string) => Date.parse(`${text}Z`)
/** Monday the 23rd to Sunday the 29th of November in Warsaw. */
const THIS_WEEK = { from: at('2026-11-22T23:00'), until: at('2026-11-29T23:00') }

describe('the time for which two calendars can be compared', () => {
  const horizon = calendar('week').until

  it.each<[Name, Name, number]>([
    ['week', 'longer', horizon],
    ['week', 'known', at('2026-12-31T23:00')],
    ['known', 'week', at('2026-12-31T23:00')],
    ['known', 'longKnown', at('2026-12-31T23:00')],
    ['longKnown', 'known', at('2026-12-31T23:00')],
    // Holidays that ran out before count as known no longer.
    ['over', 'week', horizon],
    ['over', 'known', at('2026-12-31T23:00')],
    ['todayKnown', 'week', at('2026-11-22T23:00')],
    // Nothing is known behind the horizon.
    ['farKnown', 'week', horizon],
  ])('T9: of %s and %s is from the day of asking as far as the holidays of both are known', (old, fresh, until) => {
    expect(commonWindow(calendar(old), calendar(fresh), AS_OF)).toEqual({ from: AS_OF, until })
  })

  it('T9: holidays that end at the instant of asking have run out', () => {
    const end = at('2026-11-22T23:00')
    expect(commonWindow(calendar('todayKnown'), calendar('week'), end - 1)).toEqual({ from: end - 1, until: end })
    expect(commonWindow(calendar('todayKnown'), calendar('week'), end)).toEqual({ from: end, until: horizon })
  })

  it('does not begin before either calendar, nor end before it begins', () => {
    const [week, athens] = [calendar('week'), calendar('athens')]
    expect(commonWindow(week, athens, 0).from).toBe(Math.max(week.from, athens.from))
    expect(commonWindow(athens, week, 0).from).toBe(Math.max(week.from, athens.from))
    expect(commonWindow(week, week, horizon + 5)).toEqual({ from: horizon + 5, until: horizon + 5 })
  })

  it('T9: ends with the horizon where the holidays are known up to its last date, or longer', () => {
    const { zone, rules, lastDay, ...rest } = calendar('week')
    const until = (holidaysUntil: number) => {
      const known = { ...rest, zone, lastDay, rules: { ...rules, holidaysUntil } }
      return commonWindow(known, known, AS_OF).until
    }
    expect(until(lastDay + 1)).toBe(horizon)
    expect(until(lastDay)).toBe(horizon)
    expect(until(lastDay - 1)).toBe(horizon)
    expect(until(lastDay - 2)).toBeLessThan(horizon)
    expect(formatDate(lastDay)).toMatch(/^20\d\d-\d\d-\d\d$/)
  })
})

describe('the openings of two calendars', () => {
  it.each<[Name, Name, Relation]>([
    ['week', 'same', 'equal'],
    ['week', 'longer', 'wider'],
    ['week', 'earlier', 'wider'],
    ['week', 'saturday', 'wider'],
    ['week', 'tuesday', 'narrower'],
    ['week', 'lunch', 'narrower'],
    ['lunch', 'noon', 'other'],
    ['noon', 'week', 'wider'],
    ['week', 'moved', 'other'],
    ['tuesday', 'saturday', 'wider'],
    ['never', 'week', 'wider'],
    ['week', 'never', 'narrower'],
    ['never', 'never', 'equal'],
  ])('T5: of %s and %s are %s', (old, fresh, relation) => {
    expect(compareOpenings(calendar(old), calendar(fresh), THIS_WEEK)).toBe(relation)
    const turned = { equal: 'equal', wider: 'narrower', narrower: 'wider', other: 'other' } as const
    expect(compareOpenings(calendar(fresh), calendar(old), THIS_WEEK)).toBe(turned[relation])
  })

  it('T9: are compared inside the time that is asked about alone', () => {
    const morning = { from: at('2026-11-23T09:00'), until: at('2026-11-23T10:00') }
    expect(compareOpenings(calendar('week'), calendar('moved'), morning)).toBe('equal')
    expect(compareOpenings(calendar('week'), calendar('lunch'), morning)).toBe('equal')
    expect(compareOpenings(calendar('week'), calendar('tuesday'), morning)).toBe('narrower')
  })
})

describe('the working days of two calendars', () => {
  it.each<[Name, Name, Relation]>([
    ['week', 'same', 'equal'],
    // The n-th working day ends later.
    ['week', 'longer', 'narrower'],
    ['week', 'earlier', 'equal'],
    ['week', 'lunch', 'equal'],
    ['week', 'noon', 'wider'],
    ['week', 'saturday', 'wider'],
    ['week', 'tuesday', 'narrower'],
    ['longer', 'saturday', 'wider'],
    ['longer', 'tuesday', 'other'],
    ['week', 'never', 'narrower'],
    ['week', 'athens', 'other'],
  ])('T6: of %s and %s are %s', (old, fresh, relation) => {
    expect(compareWorkingDays(calendar(old), calendar(fresh), THIS_WEEK)).toBe(relation)
    const turned = { equal: 'equal', wider: 'narrower', narrower: 'wider', other: 'other' } as const
    expect(compareWorkingDays(calendar(fresh), calendar(old), THIS_WEEK)).toBe(turned[relation])
  })

  it('T9: are compared for the dates from the first one on, up to the last, which is not whole', () => {
    const saturday = at('2026-11-28T08:00')
    const week = { from: at('2026-11-23T12:00'), until: saturday }
    expect(compareWorkingDays(calendar('week'), calendar('saturday'), week)).toBe('equal')
    expect(compareWorkingDays(calendar('week'), calendar('saturday'), { ...week, until: at('2026-11-28T23:00') })).toBe(
      'wider',
    )
    expect(compareWorkingDays(calendar('week'), calendar('tuesday'), week)).toBe('narrower')
    expect(compareWorkingDays(calendar('week'), calendar('tuesday'), { from: saturday, until: saturday })).toBe('equal')
  })
})

describe('the turning points of a calendar', () => {
  it('are its openings and closings, and where the time that is asked about cuts one', () => {
    const between = (from: string, until: string) =>
      turningPoints(calendar('lunch'), { from: at(from), until: at(until) }).map((instant) =>
        new Date(instant).toISOString().slice(0, 16),
      )
    expect(between('2026-11-23T09:30', '2026-11-24T08:30')).toEqual([
      '2026-11-23T09:30',
      '2026-11-23T11:00',
      '2026-11-23T12:00',
      '2026-11-23T16:00',
      '2026-11-24T08:00',
      '2026-11-24T08:30',
    ])
    // Where it closes as the time begins, or opens as it ends, there is nothing.
    expect(between('2026-11-23T11:00', '2026-11-23T12:00')).toEqual([])
    expect(between('2026-11-28T00:00', '2026-11-29T00:00')).toEqual([])
  })

  it('go as far as the calendar knows', () => {
    const week = calendar('week')
    const all = turningPoints(week, { from: week.from, until: week.until })
    expect(all).toEqual([...week.edges.slice(1)])
  })
})
