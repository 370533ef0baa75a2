/** The reckoning of a commitment as spans that add up: what counted, what was closed, what was paused. */
import { type Calendar, openPeriods } from '../calendar/index.ts'
import type { PauseTimeline } from './pause-timeline.ts'

export interface ReckoningSpan {
  readonly kind: 'counted' | 'closed' | 'paused'
  readonly from: number
  readonly to: number
}

/**
 * Splits `[from, to)` into counted, closed and paused spans in order; they touch and add up to the whole. Pauses are those
 * of `timeline` whose kind is in `mask`; an open one ends at `to`.
 */
export function reckoningSpans(
  calendar: Calendar,
  from: number,
  to: number,
  timeline: PauseTimeline,
  mask: number,
): readonly ReckoningSpan[] {
  const spans: ReckoningSpan[] = []
  const working = (start: number, end: number) => {
    let at = start
    if (start >= end) return
    for (const [opens, closes] of openPeriods(calendar, start, end)) {
      if (opens > at) spans.push({ kind: 'closed', from: at, to: opens })
      spans.push({ kind: 'counted', from: Math.max(at, opens), to: Math.min(end, closes) })
      at = Math.min(end, closes)
    }
    if (at < end) spans.push({ kind: 'closed', from: at, to: end })
  }
  let at = from
  for (let index = 0; index < timeline.count && at < to; index++) {
    if (((timeline.kinds[index] as number) & mask) === 0) continue
    const start = Math.min(to, timeline.starts[index] as number)
    const end = Math.min(to, Number.isNaN(timeline.ends[index]) ? to : (timeline.ends[index] as number))
    if (end <= at) continue
    working(at, start)
    const begin = Math.max(at, start)
    if (end > begin) spans.push({ kind: 'paused', from: begin, to: end })
    at = Math.max(at, end)
  }
  working(at, to)
  return spans
}
