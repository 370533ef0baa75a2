/** Due instants with pauses: SPEC T5–T7 and P4–P7. All instants UTC ms. */
import {
  type Calendar,
  type Day,
  due,
  dueDates,
  dueWorkingDays,
  elapsed,
  endOfDay,
  localDay,
  startOfDay,
  type Zone,
} from '../calendar/index.ts'
import type { Target } from '../charter/index.ts'
import type { PauseTimeline } from './pause-timeline.ts'

/** The answer of `dueWithPauses`; one object, overwritten by each call, since the judge asks millions of times. */
export interface Reckoning {
  due: number
  /** An open pause stops the clock: `due` is then reckoned as though it ended at `asOf`. */
  stopped: boolean
  /** Opening time left when the last pause began, ms; NaN for dates and working days. */
  left: number
}

const NO_DAYS: ReadonlySet<Day> = new Set()

/**
 * The due instant of `target` reckoned from `origin`, with the pauses of `timeline` whose kind is in `mask`. An open pause
 * is taken to end at `asOf`. Writes its answer into `out` and returns the due instant. Throws CalendarError.
 */
export function dueWithPauses(
  target: Target,
  origin: number,
  timeline: PauseTimeline,
  mask: number,
  asOf: number,
  out: Reckoning,
): number {
  out.stopped = false
  out.left = Number.NaN
  if (target.kind === 'opening') out.due = dueOpening(target.calendar, origin, target.ms, timeline, mask, asOf, out)
  else out.due = dueByDates(target, origin, timeline, mask, asOf, out)
  return out.due
}

function dueOpening(
  calendar: Calendar,
  origin: number,
  ms: number,
  timeline: PauseTimeline,
  mask: number,
  asOf: number,
  out: Reckoning,
): number {
  let from = origin
  let left = ms
  let instant = due(calendar, from, left)
  const { kinds, starts, ends } = timeline
  for (let index = 0; index < timeline.count; index++) {
    if (((kinds[index] as number) & mask) === 0) continue
    const open = Number.isNaN(ends[index])
    const end = open ? asOf : (ends[index] as number)
    const start = Math.max(from, starts[index] as number)
    if (end < start || (end === start && !open)) continue
    if (start > instant) break
    left -= elapsed(calendar, from, start)
    out.stopped = open
    out.left = left
    // A pause that has only just begun has stopped nothing yet (P6).
    if (end === start) break
    from = end
    instant = due(calendar, from, left)
  }
  return instant
}

type DatedTarget = Exclude<Target, { readonly kind: 'opening' }>

function dueByDates(
  target: DatedTarget,
  origin: number,
  timeline: PauseTimeline,
  mask: number,
  asOf: number,
  out: Reckoning,
): number {
  const zone = target.kind === 'dates' ? target.zone : target.calendar.zone
  let paused: Set<Day> | undefined
  let instant = unpaused(target, origin, NO_DAYS)
  const { kinds, starts, ends, count } = timeline
  let index = 0
  while (index < count) {
    if (((kinds[index] as number) & mask) === 0) {
      index++
      continue
    }
    // Pauses that touch are one (P6).
    let open = Number.isNaN(ends[index])
    const start = Math.max(origin, starts[index] as number)
    let end = open ? asOf : (ends[index] as number)
    for (index++; index < count; index++) {
      if (((kinds[index] as number) & mask) === 0) continue
      if ((starts[index] as number) > end) break
      open = Number.isNaN(ends[index])
      end = Math.max(end, open ? asOf : (ends[index] as number))
    }
    if (end < start || (end === start && !open)) continue
    if (start > instant) break
    paused ??= new Set()
    addWholeDates(zone, start, end, paused)
    instant = unpaused(target, origin, paused)
    if (instant >= start && instant < end) instant = end
    out.stopped = open
  }
  return instant
}

function unpaused(target: DatedTarget, origin: number, paused: ReadonlySet<Day>): number {
  if (target.kind === 'dates') return dueDates(target.zone, origin, target.span, paused.size)
  return dueWorkingDays(target.calendar, origin, target.count, paused.size === 0 ? NO_DAYS : paused)
}

/** Adds the local dates that lie wholly in `[start, end]`. */
function addWholeDates(zone: Zone, start: number, end: number, into: Set<Day>): void {
  let day = localDay(zone, start)
  if (startOfDay(zone, day) < start) day++
  while (endOfDay(zone, day) <= end) into.add(day++)
}

/** Opening time counted by a run from `from` to `to`, less pauses: it explains and never judges (SPEC V2). */
export function countedTime(
  calendar: Calendar,
  from: number,
  to: number,
  timeline: PauseTimeline,
  mask: number,
): number {
  let counted = 0
  let at = from
  for (let index = 0; index < timeline.count && at < to; index++) {
    if (((timeline.kinds[index] as number) & mask) === 0) continue
    const start = timeline.starts[index] as number
    const end = Number.isNaN(timeline.ends[index]) ? to : (timeline.ends[index] as number)
    if (start >= to) break
    if (start > at) counted += elapsed(calendar, at, start)
    if (end > at) at = end
  }
  return at < to ? counted + elapsed(calendar, at, to) : counted
}
