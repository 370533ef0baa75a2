/** Where the time of one commitment went (SPEC M4): its span in pieces that touch, never overlap, and add up to it. */
import { type Calendar, openPeriods } from '../calendar/index.ts'
import type { Handling } from './handling.ts'

/** In the order in which they apply (SPEC M4). */
export const SEGMENT_KINDS = ['paused', 'closed', 'after-reopening', 'unassigned', 'other-team', 'waiting'] as const
export type SegmentKind = (typeof SEGMENT_KINDS)[number]

/** A piece of the span, half open, UTC ms. */
export interface Segment {
  readonly kind: SegmentKind
  readonly from: number
  readonly to: number
}

/** The pauses of a ticket as the judge keeps them. */
export interface Pauses {
  readonly kinds: ArrayLike<number>
  readonly starts: ArrayLike<number>
  /** NaN while open. */
  readonly ends: ArrayLike<number>
  readonly count: number
}

/** What a commitment is split by. */
export interface SpanToSplit {
  readonly from: number
  readonly to: number
  /** The calendar of its target; undefined for a target in dates, for which no hour is closed. */
  readonly calendar: Calendar | undefined
  readonly pauses: Pauses
  /** The kinds of pauses that stop this promise's clock (bits of PAUSE). */
  readonly mask: number
  readonly handling: Handling
}

/**
 * Splits the span of a commitment. Neighbours of one kind are joined. A span that is empty or turned round has no
 * segments. Throws CalendarError where the calendar's horizon does not reach the span.
 */
export function segmentsOf(span: SpanToSplit): readonly Segment[] {
  const segments: Segment[] = []
  let at = span.from
  while (at < span.to) {
    const piece = pieceAt(span, at)
    const last = segments.at(-1)
    if (last?.kind === piece.kind) segments[segments.length - 1] = { ...last, to: piece.to }
    else segments.push(piece)
    at = piece.to
  }
  return segments
}

/** Length of each kind in ms, in the order of SEGMENT_KINDS; the sum is the length of the span. */
export function segmentLengths(segments: readonly Segment[]): readonly number[] {
  const lengths: number[] = SEGMENT_KINDS.map(() => 0)
  for (const { kind, from, to } of segments) {
    const index = SEGMENT_KINDS.indexOf(kind)
    lengths[index] = (lengths[index] ?? 0) + to - from
  }
  return lengths
}

function pieceAt({ from, to, calendar, pauses, mask, handling }: SpanToSplit, at: number): Segment {
  let end = to
  for (let index = 0; index < pauses.count; index++) {
    if (((pauses.kinds[index] as number) & mask) === 0) continue
    const start = pauses.starts[index] as number
    const stop = Number.isNaN(pauses.ends[index]) ? to : (pauses.ends[index] as number)
    if (start <= at && at < stop) return { kind: 'paused', from: at, to: Math.min(to, stop) }
    if (start > at && start < stop) end = Math.min(end, start)
  }
  if (calendar !== undefined) {
    const [opening, closing] = openPeriods(calendar, at, end).next().value ?? [end, end]
    if (opening > at) return { kind: 'closed', from: at, to: Math.min(end, opening) }
    end = Math.min(end, closing)
  }
  // A reopening from before the commitment began, or that began it, is not what it waited for.
  const reopened = handling.reopenings.find((instant) => instant > from)
  if (reopened !== undefined && reopened <= at) return { kind: 'after-reopening', from: at, to: end }
  if (reopened !== undefined) end = Math.min(end, reopened)
  // A history that never assigns does not tell that nobody had the ticket (SPEC M5).
  let held: SegmentKind = handling.hands.length === 0 ? 'waiting' : 'unassigned'
  for (const hand of handling.hands) {
    if (hand.at > at) {
      end = Math.min(end, hand.at)
      break
    }
    held = hand.holder === '' ? 'unassigned' : hand.otherTeam ? 'other-team' : 'waiting'
  }
  return { kind: held, from: at, to: end }
}
