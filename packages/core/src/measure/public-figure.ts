/**
 * The figure of a promise as a public page shows it: the last 30 days up to now, or a closed period. Taken from the lines of a backtest or
 * from the commitments that a server keeps (figure-of-rows.ts); of the same tickets both give the same.
 */
import type { BacktestLine } from '../backtest/index.ts'
import { type Day, localDay, startOfDay, type Zone } from '../calendar/index.ts'
import type { CompiledPromise } from '../charter/index.ts'
import type { CommitmentState } from '../decide/index.ts'
import type { PauseTimeline } from '../decide/pause-timeline.ts'
import { STATE } from '../ticket/index.ts'
import { isOfCrisis } from './crisis-cases.ts'
import { Group } from './group.ts'
import { Spread } from './spread.ts'

/** Under this number of commitments no share is shown (SPEC M3). */
export const FEWEST_FOR_A_SHARE = 30
const DAYS = 30
const MS_OF_DAY = 86_400_000
/** A solved ticket that stays solved so long is final. */
const SETTLES_AFTER = 7 * MS_OF_DAY

/** What a figure looks at in a commitment. Instants in UTC ms. */
export interface FigureLine {
  readonly state: CommitmentState
  readonly due: number | null
  /** When it was settled. */
  readonly at: number | null
  readonly fulfilled: number | null
  readonly reason: string | null
  readonly putOff: boolean
  /** The crisis that amends its promise; null where none does. */
  readonly amendedBy: string | null
  /** Since when the clock has stood still; null unless it is paused. */
  readonly pausedSince: number | null
  /** Its ticket is closed. */
  readonly isClosed: boolean
}

/** The first of the last 30 dates of a zone up to `now` (UTC ms), over which current figures go (SPEC M3, M13). */
export function firstOfLastDates(zone: Zone, now: number): Day {
  return localDay(zone, now) - DAYS + 1
}

export class PublicFigure {
  /** The window, both ends in it: the last 30 dates up to now, or a period that has closed. */
  readonly from: number
  readonly to: number
  /** Until when what is not done yet has waited. */
  readonly now: number
  /** Commitments that fell due in the window. */
  readonly group = new Group()
  /** Those among them that are cases of a crisis (SPEC A5). */
  readonly inCrisis = new Group()
  readonly spread = new Spread()
  /** Paused now, for more than 30 days: in no period, and shown beside the share. */
  pausedLong = 0
  /** Resolutions among them that a reopening may still take back: solved less than 7 days ago and not closed. */
  provisional = 0
  readonly promise: CompiledPromise

  /** `now` in UTC ms; dates are those of `zone`, the charter's. `period`: of it, [from, to), and not of the last 30 dates. */
  constructor(
    promise: CompiledPromise,
    zone: Zone,
    now: number,
    period?: { readonly from: number; readonly to: number },
  ) {
    this.promise = promise
    this.now = now
    this.from = period?.from ?? startOfDay(zone, firstOfLastDates(zone, now))
    this.to = period === undefined ? now : period.to - 1
  }

  /** Kept ÷ (kept + broken), or null where there are too few to say. */
  get share(): number | null {
    return this.group.judged < FEWEST_FOR_A_SHARE ? null : this.group.share
  }

  /** The same without what was a case of a crisis; null too where none was. */
  get shareWithoutCrisis(): number | null {
    const judged = this.group.judged - this.inCrisis.judged
    if (this.inCrisis.judged === 0 || judged < FEWEST_FOR_A_SHARE) return null
    return (this.group.kept - this.inCrisis.kept) / judged
  }

  /** Takes a line of a backtest; `time` and `part` as in Group and Spread. */
  add(line: BacktestLine, time: number | null, part: number | null): void {
    const { judge, state, start } = line
    const { due, at, fulfilled, reason, putOff, amendedBy } = line
    const paused = state === 'paused' ? pausedSince(judge.timeline, this.promise.pauses, start) : null
    const isClosed = judge.state === STATE.closed
    this.take({ state, due, at, fulfilled, reason, putOff, amendedBy, pausedSince: paused, isClosed }, time, part)
  }

  /** Takes a commitment. Answers whether it is one of the figure’s period. */
  take(line: FigureLine, time: number | null, part: number | null): boolean {
    if (line.state === 'paused') {
      if (this.now - (line.pausedSince ?? this.now) > DAYS * MS_OF_DAY) this.pausedLong++
      return false
    }
    const instant = line.due ?? line.at
    if (instant === null || instant < this.from || instant > this.to) return false
    for (const group of isOfCrisis(this.promise, line) ? [this.group, this.inCrisis] : [this.group])
      group.add(line.state, line.reason, line.putOff, time, line.fulfilled !== null)
    if (part !== null) this.spread.add(line.state === 'kept', part)
    if (this.isProvisional(line)) this.provisional++
    return true
  }

  private isProvisional({ state, isClosed, fulfilled }: FigureLine): boolean {
    if (this.promise.clock.kind !== 'resolution' || state !== 'kept' || fulfilled === null) return false
    return !isClosed && this.now - fulfilled < SETTLES_AFTER
  }
}

/** Since when the clock has stood still: the start of the open pause, with those that touch it. */
export function pausedSince(timeline: PauseTimeline, mask: number, start: number): number {
  let since = Number.POSITIVE_INFINITY
  for (let index = timeline.count - 1; index >= 0; index--) {
    if (((timeline.kinds[index] as number) & mask) === 0) continue
    const end = timeline.ends[index] as number
    if (Number.isNaN(end) || end >= since) since = Math.min(since, timeline.starts[index] as number)
  }
  return Math.max(since, start)
}
