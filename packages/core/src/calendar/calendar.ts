import type { CalendarRules } from './hours.ts'
import type { Day } from './local-date.ts'
import { CalendarError, instantText, pastHorizon } from './problem.ts'
import type { RunningIndex } from './running-index.ts'
import type { Zone } from './zone.ts'

/**
 * A calendar ready for reckoning: joined periods, half open, as UTC ms. It answers for instants from `from` to `until` and throws
 * `past-horizon` for all others, and for answers that would lie there.
 */
export interface Calendar {
  readonly rules: CalendarRules
  readonly zone: Zone
  readonly from: number
  readonly until: number
  /** `from`, then start and end of each period in turn: after an odd number of edges passed it is open, else closed */
  readonly edges: Float64Array
  /** open ms before each period; the last entry is the sum of all */
  readonly before: Float64Array
  readonly byEdge: RunningIndex
  readonly byBefore: RunningIndex
  /** the first local date it knows the hours of, and the date after the last */
  readonly firstDay: Day
  readonly lastDay: Day
  /** the local dates on which a period begins, rising, and the end of each one's last period */
  readonly openDays: Int32Array
  readonly closings: Float64Array
  /** how many open days stand before firstDay, firstDay + 1, … lastDay */
  readonly openDaysBefore: Int32Array
}

/**
 * The due instant (ms) of `ms` of opening time from `start`: the earliest instant, not before the start, by which the calendar was
 * open that long; for 0 the start if open then, else the next opening. Source: semantics, "Durations and calendars".
 * Throws `past-horizon`, `never-open`, and RangeError for a duration that is not a whole number ≥ 0.
 */
export function due(calendar: Calendar, start: number, ms: number): number {
  if (!(ms > 0 && ms <= Number.MAX_SAFE_INTEGER && Math.floor(ms) === ms)) return dueAtOnce(calendar, start, ms)
  const target = openMsBefore(calendar, start) + ms
  const { before, byBefore, edges } = calendar
  if (target > (before[before.length - 1] as number)) throw noOpening(calendar)
  const bucket = (target * byBefore.scale) | 0
  // The first period with the target before it: the due instant lies in the one ahead of it, at its end at the latest.
  let low = byBefore.hints[bucket] as number
  let high = byBefore.hints[bucket + 1] as number
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((before[middle] as number) >= target) high = middle
    else low = middle + 1
  }
  return (edges[2 * low - 1] as number) + (target - (before[low - 1] as number))
}

/** Opening time in ms from `from` to `to`, both instants in ms; negative when `to` is the earlier. Throws `past-horizon`. */
export function elapsed(calendar: Calendar, from: number, to: number): number {
  return openMsBefore(calendar, to) - openMsBefore(calendar, from)
}

/** Is the calendar open at an instant (ms)? At a closing instant it is not, at an opening one it is. Throws `past-horizon`. */
export function isOpen(calendar: Calendar, instant: number): boolean {
  // What begins at the very end of the horizon is no longer known.
  if (instant === calendar.until) throw pastHorizon(calendar.zone.name, instant, calendar.from, calendar.until)
  return (edgesPassed(calendar, instant) & 1) === 1
}

/** F(t): the ms the calendar was open from its beginning to an instant (ms). Throws `past-horizon`. */
export function openMsBefore(calendar: Calendar, instant: number): number {
  const passed = edgesPassed(calendar, instant)
  // Multiplied by 0 while closed: a branch here is guessed wrong too often.
  const into = (instant - (calendar.edges[passed] as number)) * (passed & 1)
  return (calendar.before[passed >>> 1] as number) + into
}

/**
 * The instant itself if the calendar is open then, else the next opening (ms). Throws `past-horizon`, or `never-open`
 * without any hours.
 */
export function nextOpening(calendar: Calendar, instant: number): number {
  const passed = edgesPassed(calendar, instant)
  const next = (passed & 1) === 1 ? instant : calendar.edges[passed + 1]
  if (next === undefined) throw noOpening(calendar)
  return next
}

/** How a calendar stands at an instant. */
export interface HoursAt {
  readonly isOpen: boolean
  /** When that ends (ms); undefined where it does not as far as the calendar's openings are known. */
  readonly until: number | undefined
}

/** Is the calendar open at an instant (ms), and until when is it so? Throws `past-horizon`. */
export function hoursAt(calendar: Calendar, instant: number): HoursAt {
  const isOpenNow = isOpen(calendar, instant)
  const until = calendar.edges[edgesPassed(calendar, instant) + 1]
  return { isOpen: isOpenNow, until: until === calendar.until ? undefined : until }
}

/** What to say when no opening is left: that there are no hours at all, or that they are not known for long enough. */
export function noOpening(calendar: Calendar): CalendarError {
  const zone = calendar.zone.name
  const { week, on } = calendar.rules
  if ([...week, ...on.values()].every((periods) => periods.length === 0)) {
    return new CalendarError('never-open', 'the calendar has no opening hours at all, so nothing can fall due on it', {
      zone,
    })
  }
  const until = instantText(calendar.until)
  const message = `the due time lies beyond ${until}, up to which the calendar’s openings are known; publish a new version to move it on`
  return new CalendarError('past-horizon', message, { zone, from: instantText(calendar.from), until })
}

/** How many starts and ends of periods stand at an instant (ms) or before it. Throws `past-horizon`. */
export function edgesPassed(calendar: Calendar, instant: number): number {
  const { from, edges, byEdge } = calendar
  if (!(instant >= from && instant <= calendar.until)) {
    throw pastHorizon(calendar.zone.name, instant, from, calendar.until)
  }
  const bucket = ((instant - from) * byEdge.scale) | 0
  let low = byEdge.hints[bucket] as number
  let high = byEdge.hints[bucket + 1] as number
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((edges[middle + 1] as number) > instant) high = middle
    else low = middle + 1
  }
  return low
}

function dueAtOnce(calendar: Calendar, start: number, ms: number): number {
  if (ms === 0) return nextOpening(calendar, start)
  throw new RangeError(`opening time is a whole number of milliseconds, 0 or more; got ${ms}`)
}
