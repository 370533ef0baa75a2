/** The time that a commitment took, as the measures count it (SPEC M2). */
import type { BacktestLine } from '../backtest/index.ts'
import type { CompiledPromise, Target } from '../charter/index.ts'
import { countedTime } from '../decide/index.ts'
import type { PauseTimeline } from '../decide/pause-timeline.ts'

/**
 * Time counted from the start of a commitment to `until`, ms: opening time of its calendar less pauses; for a target in
 * dates, which has no calendar, all time less pauses.
 */
export function timeTaken(line: BacktestLine, promise: CompiledPromise, until: number): number {
  const { target } = line.judged
  const { settledAt } = line.judged
  // Pauses after the settling are no part of it (SPEC P7).
  const timeline = Number.isNaN(settledAt) ? line.judge.timeline : line.judge.timeline.upTo(settledAt)
  return timeOf(target, line.start, until, timeline, promise.pauses)
}

/** The same of a target, with the pauses of `timeline` whose kind is in `mask`. */
export function timeOf(
  target: Target | undefined,
  from: number,
  until: number,
  timeline: PauseTimeline,
  mask: number,
): number {
  if (target !== undefined && target.kind !== 'dates') return countedTime(target.calendar, from, until, timeline, mask)
  let taken = 0
  let at = from
  for (let index = 0; index < timeline.count && at < until; index++) {
    if (((timeline.kinds[index] as number) & mask) === 0) continue
    const start = Math.min(until, timeline.starts[index] as number)
    const end = Number.isNaN(timeline.ends[index]) ? until : (timeline.ends[index] as number)
    if (start > at) taken += start - at
    if (end > at) at = end
  }
  return at < until ? taken + until - at : taken
}

/** What part of the time promised was taken. A target of no time is kept at once or not at all. */
export function partOf(time: number, promised: number): number {
  return promised > 0 ? time / promised : time > 0 ? Number.POSITIVE_INFINITY : 0
}
