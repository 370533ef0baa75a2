import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, charterOf, historyOf } from '../../test/small-charter.ts'
import { ColumnsBuilder } from '../ticket/index.ts'
import { CAUSES, type Cause, type Explained, explain, type SpanToExplain } from './causes.ts'
import { Retelling } from './retelling.ts'
import { SEGMENT_KINDS, type Segment } from './segments.ts'

const HOUR = 3_600_000

function explained(clock: string, target: string, lines: string, { now = '2026-12-30 09:00', surge = false } = {}) {
  const charter = charterOf(`promises: [{ id: P1, audience: public, clock: ${clock}, table: [{ target: ${target} }] }]`)
  const builder = new ColumnsBuilder([...charter.document.events.keys()])
  for (const event of historyOf(lines)) builder.add(event)
  const retelling = new Retelling(charter, builder.finish(), at(now), { assigns: true })
  const told = retelling.tell(0, 0, 1)
  if (told === undefined) throw new Error('there is no such commitment')
  return shown(told.explain(surge))
}

function shown({ cause, shares }: Explained): string {
  return `${cause}: ${[...shares].map(([of, ms]) => `${of} ${ms / HOUR} h`).join(', ')}`
}

// 21 December 2026 is a Monday; the office is open from 9 to 17.
const MONDAY = '2026-12-21 09:00 ticket.created'
const assigned = (time: string, to: string, team = '') =>
  `2026-12-21 ${time} ticket.assigned ${JSON.stringify({ to, ...(team === '' ? {} : { team }) })}`

describe('planted causes', () => {
  it('M6: slow, where somebody had it all the time', () => {
    const lines = [MONDAY, assigned('09:30', 'anna'), '2026-12-21 13:00 message.sent'].join('\n')
    expect(explained('first-response', '2 h of office', lines)).toBe('slow: unassigned 0.5 h, slow 3.5 h')
  })

  it('M6: unassigned, where nobody had it for the longest', () => {
    const lines = [MONDAY, assigned('12:00', 'anna'), '2026-12-21 13:00 message.sent'].join('\n')
    expect(explained('first-response', '2 h of office', lines)).toBe('unassigned: unassigned 3 h, slow 1 h')
  })

  it('M6: other-team, where it went to another team than the first and stayed there', () => {
    const lines = [
      MONDAY,
      assigned('09:30', 'anna', 'orders'),
      assigned('10:00', 'bo', 'repairs'),
      '2026-12-21 13:00 message.sent',
    ].join('\n')
    expect(explained('first-response', '2 h of office', lines)).toBe(
      'other-team: other-team 3 h, unassigned 0.5 h, slow 0.5 h',
    )
  })

  it('M6: reopened, where most of the time came after it was taken for solved', () => {
    const lines = [
      MONDAY,
      assigned('09:00', 'anna'),
      '2026-12-21 10:00 message.sent',
      '2026-12-21 10:00 status.changed {"to":"solved"}',
      '2026-12-21 11:00 message.received',
      '2026-12-21 16:00 message.sent',
      '2026-12-21 16:00 status.changed {"to":"solved"}',
    ].join('\n')
    expect(explained('resolution', '4 h of office', lines)).toBe('reopened: reopened 5 h, slow 1 h')
  })

  it('M7: bounced, where three had it and none of them for half of the time', () => {
    const hands = [assigned('09:00', 'anna'), assigned('10:00', 'bo'), assigned('11:00', 'cy')]
    const until = (time: string) => [MONDAY, ...hands, `2026-12-21 ${time} message.sent`].join('\n')
    expect(explained('first-response', '2 h of office', until('12:30'))).toBe('bounced: bounced 3.5 h')
    // Cy had half of it.
    expect(explained('first-response', '2 h of office', until('13:00'))).toBe('slow: slow 4 h')
    // Two only.
    const back = [MONDAY, ...hands.slice(0, 2), assigned('11:00', 'anna'), '2026-12-21 12:30 message.sent'].join('\n')
    expect(explained('first-response', '2 h of office', back)).toBe('slow: slow 3.5 h')
  })

  it('M8: surge takes what lay unassigned or waited, and not what another team had', () => {
    const lines = [
      MONDAY,
      assigned('10:00', 'anna', 'orders'),
      assigned('12:00', 'bo', 'repairs'),
      '2026-12-21 13:00 message.sent',
    ].join('\n')
    expect(explained('first-response', '2 h of office', lines, { surge: true })).toBe(
      'surge: surge 3 h, other-team 1 h',
    )
  })

  it('M9: out of hours, where it came in while closed and nobody touched it on the first day', () => {
    // Saturday; on Monday Anna notes something at 12:00.
    const saturday = '2026-12-19 14:00 ticket.created'
    const noted = '2026-12-21 12:00 note.added {"by":"agent:anna"}'
    expect(
      explained('first-response', '2 h of office', [saturday, noted, '2026-12-21 13:00 message.sent'].join('\n')),
    ).toBe('out-of-hours: unassigned 1 h, out-of-hours 3 h')
    // Longer than the first day it is nobody's: unassigned.
    expect(explained('first-response', '2 h of office', saturday)).toBe('unassigned: unassigned 48 h, out-of-hours 8 h')
  })

  it('M9: where the calendar of the promise never closes, the other calendars of the charter say when it is closed', () => {
    const lines = [
      '2026-12-21 01:00 ticket.created',
      assigned('09:15', 'anna').replace('{', '{"by":"agent:anna",'),
      '2026-12-21 10:00 message.sent',
    ].join('\n')
    expect(explained('first-response', '4 h of always', lines)).toBe('out-of-hours: out-of-hours 8.25 h, slow 0.75 h')
    const byDay = [MONDAY, '2026-12-21 15:00 message.sent'].join('\n')
    expect(explained('first-response', '4 h of always', byDay)).toBe('unassigned: unassigned 6 h')
  })

  it('M6: without any counted time it is slow', () => {
    expect(shown(explain({ segments: [], hands: [], nobodyUntil: null, surge: true }))).toBe('slow: ')
  })

  it('M6: of equal shares the first of the list leads', () => {
    const segments: Segment[] = [
      { kind: 'waiting', from: 0, to: 10 },
      { kind: 'unassigned', from: 10, to: 20 },
    ]
    expect(explain({ segments, hands: [], nobodyUntil: null, surge: false }).cause).toBe('unassigned')
  })
})

const pieces = fc.array(fc.record({ kind: fc.constantFrom(...SEGMENT_KINDS), ms: fc.integer({ min: 1, max: 50 }) }))
const mixtures: fc.Arbitrary<SpanToExplain> = fc
  .record({
    pieces,
    hands: fc.array(fc.record({ after: fc.nat(60), holder: fc.constantFrom('', 'anna', 'bo', 'cy', 'di') })),
    nobodyUntil: fc.option(fc.nat(100)),
    surge: fc.boolean(),
  })
  .map(({ pieces: list, hands, nobodyUntil, surge }) => {
    let end = 0
    const segments = list.map(({ kind, ms }) => {
      end += ms
      return { kind, from: end - ms, to: end }
    })
    let last = 0
    return {
      segments,
      hands: hands.map(({ after, holder }) => {
        last += after
        return { at: last, holder, otherTeam: false }
      }),
      nobodyUntil,
      surge,
    }
  })

/** The cause of one instant of counted time before M7 and M8, said in the plainest way. */
function plainCause({ segments, nobodyUntil }: SpanToExplain, instant: number): Cause | undefined {
  const kind = segments.find(({ from, to }) => from <= instant && instant < to)?.kind
  if (kind === undefined || kind === 'paused' || kind === 'closed') return undefined
  if (kind === 'after-reopening') return 'reopened'
  if (nobodyUntil !== null && instant < nobodyUntil) return 'out-of-hours'
  return kind === 'waiting' ? 'slow' : kind
}

describe('random mixtures', () => {
  it('M6: the shares add up to the counted time, and the largest leads', () => {
    fc.assert(
      fc.property(mixtures, (span) => {
        const { cause, shares } = explain(span)
        const counted = span.segments
          .filter(({ kind }) => kind !== 'paused' && kind !== 'closed')
          .reduce((sum, { from, to }) => sum + to - from, 0)
        expect([...shares.values()].reduce((sum, ms) => sum + ms, 0)).toBe(counted)
        for (const ms of shares.values()) expect(ms).toBeGreaterThan(0)
        const most = Math.max(0, ...shares.values())
        expect(cause).toBe(CAUSES.find((each) => shares.get(each) === most) ?? 'slow')
      }),
    )
  })

  it('M7, M8: what is neither bounced nor surge is as each instant says', () => {
    fc.assert(
      fc.property(mixtures, (span) => {
        const { shares } = explain(span)
        const plain = new Map<Cause, number>()
        for (let instant = 0; instant < (span.segments.at(-1)?.to ?? 0); instant++) {
          const cause = plainCause(span, instant)
          if (cause !== undefined) plain.set(cause, (plain.get(cause) ?? 0) + 1)
        }
        const of = (...causes: readonly Cause[]) => causes.reduce((sum, cause) => sum + (plain.get(cause) ?? 0), 0)
        expect(shares.get('reopened') ?? 0).toBe(of('reopened'))
        expect(shares.get('out-of-hours') ?? 0).toBe(of('out-of-hours'))
        const isBounced = shares.has('bounced')
        if (isBounced) expect(shares.get('bounced')).toBe(of('other-team', 'slow'))
        else expect(shares.get('other-team') ?? 0).toBe(of('other-team'))
        const crowded = span.surge ? of('unassigned') + (isBounced ? 0 : of('slow')) : 0
        expect(shares.get('surge') ?? 0).toBe(crowded)
      }),
    )
  })
})
