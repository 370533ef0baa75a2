import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import { type Draw, drawFrom } from '../../../test/check/random-table.ts'
import { isOpen as isOpenAt } from '../../calendar/index.ts'
import type { CompiledCharter, Duration } from '../../charter/index.ts'
import { commonWindow, compareOpenings } from './compare-calendars.ts'
import { TargetComparer } from './compare-targets.ts'

const long = process.env['AVOW_LONG'] === '1'
const HOUR = 3_600_000

function withOffice(calendar: string, zone = 'Europe/Warsaw'): CompiledCharter {
  return charterOf(
    `calendars:\n  office: { zone: ${zone}, ${calendar} }\n  other: { open: { mon-fri: 09:00-17:00 } }\n`,
  )
}

const opening = (hours: number): Duration => ({ kind: 'opening', ms: hours * HOUR, calendar: 'office' })
const workingDays = (count: number): Duration => ({ kind: 'working-days', count, calendar: 'office' })
const dates = (count: number, unit: 'day' | 'week' | 'month' | 'year'): Duration => ({
  kind: 'dates',
  span: { unit, count },
})

function compare(old: string, fresh: string, one: Duration, other: Duration) {
  return new TargetComparer(withOffice(old), withOffice(fresh), AS_OF).compare(one, other)
}

const WEEK = 'open: { mon-fri: 09:00-17:00 }'

describe('two targets', () => {
  it('T5: on equal openings are compared by their length', () => {
    expect(compare(WEEK, WEEK, opening(1), opening(2))).toEqual({ change: 'looser', openings: 'equal' })
    expect(compare(WEEK, WEEK, opening(2), opening(1)).change).toBe('stricter')
    expect(compare(WEEK, WEEK, opening(2), opening(2)).change).toBe('same')
  })

  it('T5: on openings of which one holds the other are stricter or looser, with an instant that shows it', () => {
    const longer = 'open: { mon-fri: 09:00-18:00 }'
    expect(compare(WEEK, longer, opening(1), opening(1))).toEqual({
      change: 'stricter',
      openings: 'wider',
      at: Date.parse('2026-11-23T16:00Z'),
    })
    expect(compare(longer, WEEK, opening(1), opening(1)).change).toBe('looser')
    expect(compare(WEEK, longer, opening(2), opening(1)).change).toBe('stricter')
    expect(compare(WEEK, longer, opening(1), opening(2)).change).toBe('changed')
    expect(compare(WEEK, 'open: { tue-sat: 09:00-17:00 }', opening(1), opening(1)).openings).toBe('other')
  })

  it('T6: in working days are later where the calendar closes later', () => {
    const longer = 'open: { mon-fri: 09:00-18:00 }'
    expect(compare(WEEK, WEEK, workingDays(2), workingDays(3)).change).toBe('looser')
    expect(compare(WEEK, longer, workingDays(2), workingDays(2))).toMatchObject({
      change: 'looser',
      openings: 'narrower',
    })
    expect(compare(WEEK, 'open: { mon-sat: 09:00-17:00 }', workingDays(2), workingDays(2))).toMatchObject({
      change: 'stricter',
      openings: 'wider',
    })
    expect(compare(WEEK, 'open: { mon-sat: 09:00-18:00 }', workingDays(2), workingDays(2)).change).toBe('changed')
  })

  it('T7: in dates are compared where their order is the same on every date', () => {
    expect(compare(WEEK, WEEK, dates(14, 'day'), dates(2, 'week')).change).toBe('same')
    expect(compare(WEEK, WEEK, dates(1, 'month'), dates(4, 'week')).change).toBe('stricter')
    expect(compare(WEEK, WEEK, dates(1, 'month'), dates(2, 'month')).change).toBe('looser')
    expect(compare(WEEK, WEEK, dates(1, 'month'), dates(30, 'day')).change).toBe('changed')
  })

  it('of different kinds cannot be ordered', () => {
    expect(compare(WEEK, WEEK, dates(1, 'day'), workingDays(1)).change).toBe('changed')
    expect(compare(WEEK, WEEK, opening(8), workingDays(1)).change).toBe('changed')
  })

  it('in working days of calendars in two zones cannot be ordered', () => {
    const comparer = new TargetComparer(withOffice(WEEK), withOffice(WEEK, 'Europe/Athens'), AS_OF)
    expect(comparer.compare(workingDays(1), workingDays(1))).toMatchObject({ change: 'changed', openings: 'other' })
  })

  it('T9: are compared as far as the holidays of both are known', () => {
    const known = `${WEEK}, holidays until: 2026-12-31`
    expect(
      compare(known, `${WEEK}, closed: [2027-01-06], holidays until: 2027-12-31`, opening(1), opening(1)).change,
    ).toBe('same')
    expect(
      compare(known, `${WEEK}, closed: [2026-12-24], holidays until: 2027-12-31`, opening(1), opening(1)).change,
    ).toBe('looser')
    expect(compare(`${WEEK}, closed: [2025-12-24]`, WEEK, opening(1), opening(1)).change).toBe('same')
  })

  it('say no due instant past the horizon', () => {
    const charter = withOffice(WEEK)
    const comparer = new TargetComparer(charter, charter, AS_OF)
    expect(comparer.dueOf('old', opening(1), charter.zone.until + 1)).toBeUndefined()
    expect(comparer.dueOf('new', dates(1, 'day'), AS_OF)).toBe(Date.parse('2026-11-23T23:00Z'))
  })
})

describe('two targets that cannot be ordered', () => {
  const here = withOffice(WEEK)
  const none = { change: 'changed', openings: 'equal' }

  it('T7: are dates of charters in two zones', () => {
    const there = { ...here, zone: { ...here.zone, name: 'Europe/Athens' } }
    expect(new TargetComparer(here, there, AS_OF).compare(dates(1, 'day'), dates(1, 'day'))).toEqual(none)
    expect(new TargetComparer(here, here, AS_OF).compare(dates(1, 'day'), dates(1, 'day'))).toEqual({
      change: 'same',
      openings: 'equal',
    })
  })

  it('are of two kinds, whichever they are', () => {
    const comparer = new TargetComparer(here, here, AS_OF)
    const kinds = [opening(1), workingDays(1), dates(1, 'day')]
    for (const one of kinds)
      for (const other of kinds) if (one !== other) expect(comparer.compare(one, other)).toEqual(none)
  })

  it('go by a calendar that one of the charters has not', () => {
    const comparer = new TargetComparer(here, here, AS_OF)
    const nowhere: Duration = { kind: 'opening', ms: HOUR, calendar: 'nowhere' }
    expect(comparer.compare(opening(1), nowhere)).toEqual(none)
    expect(comparer.compare(nowhere, opening(1))).toEqual(none)
    expect(comparer.dueOf('old', nowhere, AS_OF)).toBeUndefined()
  })
})

describe('a comparer of targets', () => {
  const longer = withOffice('open: { mon-fri: 09:00-18:00 }')
  const week = withOffice(WEEK)

  it('T5, T6: keeps apart what it knows of openings and of working days', () => {
    const comparer = new TargetComparer(week, longer, AS_OF)
    expect(comparer.compare(opening(1), opening(1)).change).toBe('stricter')
    expect(comparer.compare(workingDays(1), workingDays(1)).change).toBe('looser')
    expect(comparer.compare(opening(1), opening(1)).change).toBe('stricter')
  })

  it('says when a target falls due in either charter', () => {
    const comparer = new TargetComparer(week, longer, AS_OF)
    const start = Date.parse('2026-11-23T15:30:00Z')
    expect(comparer.dueOf('old', opening(1), start)).toBe(Date.parse('2026-11-24T08:30Z'))
    expect(comparer.dueOf('new', opening(1), start)).toBe(Date.parse('2026-11-23T16:30Z'))
    expect(comparer.dueOf('old', workingDays(1), start)).toBe(Date.parse('2026-11-24T16:00Z'))
    expect(comparer.dueOf('new', workingDays(1), start)).toBe(Date.parse('2026-11-24T17:00Z'))
  })

  it('passes on what is wrong with a target', () => {
    expect(() => new TargetComparer(week, week, AS_OF).dueOf('old', workingDays(0), AS_OF)).toThrow(RangeError)
  })

  it('D6: tells how openings relate, with the first instant at which only one of them is open', () => {
    const openings = (old: CompiledCharter, fresh: CompiledCharter, asOf = AS_OF) =>
      new TargetComparer(old, fresh, asOf).openings('office', 'office')
    const closing = Date.parse('2026-11-23T16:00Z')
    expect(Object.keys(openings(week, week) ?? {})).toEqual(['relation'])
    expect(openings(week, longer)).toEqual({ relation: 'wider', at: closing })
    expect(openings(longer, week)).toEqual({ relation: 'narrower', at: closing })
    expect(openings(week, withOffice('open: { mon-fri: 08:00-16:00 }'))).toEqual({
      relation: 'other',
      at: Date.parse('2026-11-23T07:00Z'),
    })
    // The new one opens earlier on Monday, before it stays closed on Tuesday when the old one opens.
    expect(openings(week, withOffice('open: { mon: 08:00-17:00, wed-fri: 09:00-17:00 }'))).toEqual({
      relation: 'other',
      at: Date.parse('2026-11-23T07:00Z'),
    })
    // Asked within the hour, that is the instant of asking.
    expect(openings(week, longer, closing + 60_000)).toEqual({ relation: 'wider', at: closing + 60_000 })
    expect(new TargetComparer(week, longer, AS_OF).openings('office', 'other')).toEqual({ relation: 'equal' })
    expect(new TargetComparer(week, longer, AS_OF).openings('office', 'nowhere')).toBeUndefined()
    expect(new TargetComparer(week, longer, AS_OF).openings('nowhere', 'office')).toBeUndefined()
  })

  it('T5: shows by an instant that due times differ, where the openings do', () => {
    const early = withOffice('open: { mon-fri: 07:00-15:00 }')
    expect(new TargetComparer(week, early, AS_OF).compare(opening(1), opening(1))).toEqual({
      change: 'changed',
      openings: 'other',
      at: Date.parse('2026-11-23T06:00Z'),
    })
    // Where the holidays of one end with the Sunday of asking, no opening is left in which they differ.
    const sunday = withOffice('open: { mon-fri: 09:00-18:00 }, holidays until: 2026-11-22')
    expect(new TargetComparer(week, sunday, AS_OF).compare(opening(1), opening(1))).toEqual({
      change: 'same',
      openings: 'equal',
    })
  })
})

describe('the order of two targets', () => {
  const weeks = [
    'mon-fri: 09:00-17:00',
    'mon-sat: 09:00-17:00',
    'mon-fri: 09:00-18:00',
    'mon-fri: 08:00-12:00, sat: 10:00-14:00',
    'mon-sun: 00:00-24:00',
    'mon-thu: 22:00-06:00',
  ]
  const drawn = new Map<string, CompiledCharter>()
  const drawCharter = (draw: Draw): CompiledCharter => {
    const text = `open: { ${weeks[draw(weeks.length)]} }, closed: [${draw(2) === 0 ? '2026-12-24, 2026-12-25' : ''}]`
    const known = drawn.get(text) ?? withOffice(text)
    drawn.set(text, known)
    return known
  }

  it('T5 and T6: holds for every start, and somewhere makes a difference', () => {
    let ordered = 0
    fc.assert(
      fc.property(fc.integer(), fc.boolean(), (seed, inDays) => {
        const draw = drawFrom(seed)
        const [old, fresh] = [drawCharter(draw), drawCharter(draw)]
        const target = () => (inDays ? workingDays(1 + draw(3)) : opening(1 + draw(12)))
        const [one, other] = [target(), target()]
        const comparer = new TargetComparer(old, fresh, AS_OF)
        const { change, at } = comparer.compare(one, other)
        if (change === 'changed') return
        ordered++
        const starts = [
          ...Array.from({ length: 200 }, () => AS_OF + draw(60 * 24 * 60) * 60_000),
          ...(at === undefined ? [] : [at]),
        ]
        const orders = starts.map((start) =>
          Math.sign((comparer.dueOf('new', other, start) ?? 0) - (comparer.dueOf('old', one, start) ?? 0)),
        )
        if (change === 'same') expect(new Set(orders)).toEqual(new Set([0]))
        else {
          const sign = change === 'stricter' ? -1 : 1
          expect(orders).toContain(sign)
          expect(orders).not.toContain(-sign)
        }
      }),
      { numRuns: long ? 5000 : 200 },
    )
    expect(ordered).toBeGreaterThan(long ? 1000 : 40)
  })

  it('T1: finds one opening time inside another exactly where no instant speaks against it', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = drawFrom(seed)
        const [old, fresh] = [drawCharter(draw), drawCharter(draw)]
        const [one, other] = [old.calendars.get('office'), fresh.calendars.get('office')]
        if (one === undefined || other === undefined) throw new Error('no office')
        const span = { ...commonWindow(one, other, AS_OF), until: AS_OF + 60 * 24 * HOUR }
        const relation = compareOpenings(one, other, span)
        let [within, holding] = [true, true]
        // Every opening and closing of these calendars falls on a full hour of Warsaw.
        for (let instant = span.from; instant < span.until; instant += HOUR) {
          const [before, after] = [isOpenAt(one, instant), isOpenAt(other, instant)]
          if (before && !after) within = false
          if (after && !before) holding = false
        }
        expect(relation).toBe(within ? (holding ? 'equal' : 'wider') : holding ? 'narrower' : 'other')
      }),
      { numRuns: long ? 500 : 40 },
    )
  })
})
