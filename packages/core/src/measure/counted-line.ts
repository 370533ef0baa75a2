/** What the measures read of a judged commitment: part of a line of the backtest. */
import type { CompiledPromise } from '../charter/index.ts'
import { countedTime, type Judge, type Run } from '../decide/index.ts'
import type { CountedState } from './group.ts'

export interface CountedLine {
  /** Index into the tickets of the columns. */
  readonly ticketIndex: number
  /** Id of the promise. */
  readonly promise: string
  /** From 1 (SPEC K10). */
  readonly run: number
  readonly key: string
  readonly start: number
  readonly due: number | null
  readonly state: CountedState
  /** When it was settled. */
  readonly at: number | null
  readonly fulfilled: number | null
  readonly reason: string | null
  /** From 1. */
  readonly row: number
  /** As it stands after judging this ticket. */
  readonly judge: Judge
}

/** The run of the judge that a line was written from. */
export function runOf({ judge, start, key }: CountedLine, promise: number): Run | undefined {
  for (let index = 0; index < judge.runCount; index++) {
    const run = judge.runs[index] as Run
    if (run.promise === promise && run.start === start && run.key === key && run.target !== undefined) return run
  }
  return undefined
}

/**
 * Time counted from the start of a commitment to `until`, ms: opening time of its calendar less pauses; for a target in
 * dates, which has no calendar, all time less pauses (SPEC M2).
 */
export function timeTaken(line: CountedLine, promise: CompiledPromise, until: number): number {
  const target = promise.targets[line.row - 1]
  const { timeline } = line.judge
  if (target !== undefined && target.kind !== 'dates') return countedTime(target.calendar, line.start, until, timeline, promise.pauses)
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
