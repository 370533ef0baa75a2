/** The time that a commitment of a backtest took, as the measures count it (SPEC M2). */
import type { BacktestLine } from '../backtest/index.ts'
import type { CompiledPromise } from '../charter/index.ts'
import { countedTime } from '../decide/index.ts'

/**
 * Time counted from the start of a commitment to `until`, ms: opening time of its calendar less pauses; for a target in
 * dates, which has no calendar, all time less pauses.
 */
export function timeTaken(line: BacktestLine, promise: CompiledPromise, until: number): number {
  const { target } = line.judged
  const { settledAt } = line.judged
  // Pauses after the settling are no part of it (SPEC P7).
  const timeline = Number.isNaN(settledAt) ? line.judge.timeline : line.judge.timeline.upTo(settledAt)
  if (target !== undefined && target.kind !== 'dates')
    return countedTime(target.calendar, line.start, until, timeline, promise.pauses)
  let taken = 0
  let at = line.start
  for (let index = 0; index < timeline.count && at < until; index++) {
    if (((timeline.kinds[index] as number) & promise.pauses) === 0) continue
    const start = Math.min(until, timeline.starts[index] as number)
    const end = Number.isNaN(timeline.ends[index]) ? until : (timeline.ends[index] as number)
    if (start > at) taken += start - at
    if (end > at) at = end
  }
  return at < until ? taken + until - at : taken
}
