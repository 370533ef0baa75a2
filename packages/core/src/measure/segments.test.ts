import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openingCalendars } from '../../test/calendar/arbitrary-calendars.ts'
import { at, calendar, FROM } from '../../test/calendar/calendar-fixtures.ts'
import { type Calendar, isOpen } from '../calendar/index.ts'
import type { Handling } from './handling.ts'
import { type Pauses, SEGMENT_KINDS, type SpanToSplit, segmentLengths, segmentsOf } from './segments.ts'

const HOUR = 3_600_000
const NOBODY: Handling = { hands: [], reopenings: [] }
const NONE: Pauses = { kinds: [], starts: [], ends: [], count: 0 }

function pauses(...spans: readonly (readonly [kind: number, from: number, to: number])[]): Pauses {
  return {
    kinds: spans.map(([kind]) => kind),
    starts: spans.map(([, from]) => from),
    ends: spans.map(([, , to]) => to),
    count: spans.length,
  }
}

function split(span: Partial<SpanToSplit> & { from: number; to: number }): string[] {
  const segments = segmentsOf({ calendar: undefined, pauses: NONE, mask: 3, handling: NOBODY, ...span })
  return segments.map(({ kind, from, to }) => `${kind} ${(to - from) / HOUR} h`)
}

// Wednesday 10 June 2026 in Warsaw; open 9 to 17, which is 7:00 to 15:00 UTC.
const NINE = at('2026-06-10T07:00Z')
const office = calendar()

describe('segments of a span', () => {
  it('M4: a night is closed, the hours of work wait for whoever has the ticket', () => {
    const handling = { hands: [{ at: NINE + HOUR, holder: 'anna', otherTeam: false }], reopenings: [] }
    expect(split({ from: NINE, to: NINE + 26 * HOUR, calendar: office, handling })).toEqual([
      'unassigned 1 h',
      'waiting 7 h',
      'closed 16 h',
      'waiting 2 h',
    ])
  })

  it('M4: a pause stands above everything, also above closed hours', () => {
    const stopped = pauses([1, NINE + 7 * HOUR, NINE + 25 * HOUR])
    expect(split({ from: NINE, to: NINE + 26 * HOUR, calendar: office, pauses: stopped })).toEqual([
      'waiting 7 h',
      'paused 18 h',
      'waiting 1 h',
    ])
  })

  it('M4: a pause that does not stop this promise is none, and an open one lasts to the end', () => {
    const stopped = pauses([2, NINE, NINE + HOUR], [1, NINE + 2 * HOUR, Number.NaN])
    expect(split({ from: NINE, to: NINE + 4 * HOUR, pauses: stopped, mask: 1 })).toEqual(['waiting 2 h', 'paused 2 h'])
  })

  it('M4: after a reopening it no longer matters who has the ticket', () => {
    const hands = [
      { at: NINE, holder: 'anna', otherTeam: false },
      { at: NINE + 2 * HOUR, holder: 'anna', otherTeam: true },
    ]
    expect(split({ from: NINE, to: NINE + 5 * HOUR, handling: { hands, reopenings: [NINE + 3 * HOUR] } })).toEqual([
      'waiting 2 h',
      'other-team 1 h',
      'after-reopening 2 h',
    ])
  })

  it('M4: the reopening that began the commitment is not what it waited for', () => {
    expect(split({ from: NINE, to: NINE + HOUR, handling: { hands: [], reopenings: [NINE] } })).toEqual(['waiting 1 h'])
  })

  it('M5: before the first assignment it is unassigned; where nobody was ever assigned it waits', () => {
    const later = { hands: [{ at: NINE + 5 * HOUR, holder: 'anna', otherTeam: false }], reopenings: [] }
    expect(split({ from: NINE, to: NINE + HOUR, handling: later })).toEqual(['unassigned 1 h'])
    expect(split({ from: NINE, to: NINE + HOUR })).toEqual(['waiting 1 h'])
  })

  it('has no segment where there is no span', () => {
    expect(split({ from: NINE, to: NINE })).toEqual([])
    expect(split({ from: NINE, to: NINE - 1 })).toEqual([])
  })
})

/** The rule of M4 for one instant, said in the plainest way. */
function kindAt(instant: number, { from, calendar: hours, pauses: stopped, mask, handling }: SpanToSplit): string {
  for (let index = 0; index < stopped.count; index++) {
    const end = stopped.ends[index] ?? 0
    const covers = (stopped.starts[index] ?? 0) <= instant && (Number.isNaN(end) || instant < end)
    if (covers && ((stopped.kinds[index] ?? 0) & mask) !== 0) return 'paused'
  }
  if (hours !== undefined && !isOpen(hours, instant)) return 'closed'
  if (handling.reopenings.some((reopened) => from < reopened && reopened <= instant)) return 'after-reopening'
  if (handling.hands.length === 0) return 'waiting'
  const hand = handling.hands.filter((each) => each.at <= instant).at(-1)
  if (hand === undefined || hand.holder === '') return 'unassigned'
  return hand.otherTeam ? 'other-team' : 'waiting'
}

const instants = fc.integer({ min: 0, max: 400 }).map((hours) => FROM + 200 * 24 * HOUR + hours * (HOUR / 4) * 3)
const rising = <T extends { at: number }>(list: readonly T[]) => [...list].sort((a, b) => a.at - b.at)

const spans: fc.Arbitrary<SpanToSplit> = fc
  .record({
    ends: fc.tuple(instants, instants),
    hours: fc.option(
      openingCalendars.map((written): Calendar => calendar(written)),
      { nil: undefined },
    ),
    stops: fc.array(fc.tuple(fc.constantFrom(1, 2, 4, 8), instants, fc.option(instants, { nil: Number.NaN })), {
      maxLength: 5,
    }),
    mask: fc.integer({ min: 0, max: 15 }),
    hands: fc.array(fc.record({ at: instants, holder: fc.constantFrom('', 'anna', 'bo'), otherTeam: fc.boolean() }), {
      maxLength: 5,
    }),
    reopenings: fc.array(instants, { maxLength: 3 }),
  })
  .map(({ ends, hours, stops, mask, hands, reopenings }) => ({
    from: Math.min(...ends),
    to: Math.max(...ends),
    calendar: hours,
    pauses: pauses(...stops.filter(([, start, end]) => !(end <= start)).sort((a, b) => a[1] - b[1])),
    mask,
    handling: { hands: rising(hands), reopenings: [...reopenings].sort((a, b) => a - b) },
  }))

describe('properties of segments', () => {
  it('M4: they touch, never overlap, and add up to the span exactly', () => {
    fc.assert(
      fc.property(spans, (span) => {
        const segments = segmentsOf(span)
        let end = span.from
        for (const { from, to } of segments) {
          expect(from).toBe(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBe(span.to)
        expect(segmentLengths(segments).reduce((sum, length) => sum + length, 0)).toBe(span.to - span.from)
      }),
    )
  })

  it('M4: each instant is in the first kind that applies', () => {
    fc.assert(
      fc.property(spans, fc.nat(1000), (span, place) => {
        const instant = span.from + Math.floor(((span.to - span.from) * place) / 1001)
        fc.pre(instant < span.to)
        const found = segmentsOf(span).find(({ from, to }) => from <= instant && instant < to)
        expect(found?.kind).toBe(kindAt(instant, span))
        expect(SEGMENT_KINDS).toContain(found?.kind)
      }),
    )
  })
})
