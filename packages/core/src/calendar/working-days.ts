import { type Calendar, noOpening } from './calendar.ts'
import type { Day } from './local-date.ts'
import { pastHorizon } from './problem.ts'
import { localDay } from './zone.ts'

const MS_OF_DAY = 86_400_000

/** Does a period that is not empty begin on this local date of the calendar's zone? Throws `past-horizon`. */
export function opensOn(calendar: Calendar, day: Day): boolean {
  return openDaysBefore(calendar, day + 1) > openDaysBefore(calendar, day)
}

/**
 * The end (ms) of the last period that begins on a local date, after midnight for a night; undefined where none does. A day round
 * the clock closes at its midnight. Throws `past-horizon`.
 */
export function lastClosing(calendar: Calendar, day: Day): number | undefined {
  return opensOn(calendar, day) ? calendar.closings[openDaysBefore(calendar, day)] : undefined
}

/**
 * The due instant (ms) of `count` working days from `start` (ms): the last closing on the count-th date after the start's local date
 * on which the calendar opens. Dates in `pausedDays` are not counted. Throws `past-horizon`, `never-open`, and RangeError for a
 * count that is not a whole number ≥ 1.
 */
export function dueWorkingDays(
  calendar: Calendar,
  start: number,
  count: number,
  pausedDays?: ReadonlySet<Day>,
): number {
  if (!(Number.isSafeInteger(count) && count >= 1))
    throw new RangeError(`working days are a whole number, 1 or more; got ${count}`)
  const next = openDaysBefore(calendar, localDay(calendar.zone, start) + 1)
  const closing = calendar.closings[countedFrom(calendar, next, count, pausedDays)]
  if (closing === undefined) throw noOpening(calendar)
  return closing
}

/** Index of the count-th open day from `next` on that is not paused. */
function countedFrom(
  calendar: Calendar,
  next: number,
  count: number,
  pausedDays: ReadonlySet<Day> | undefined,
): number {
  if (pausedDays === undefined || pausedDays.size === 0) return next + count - 1
  let left = count
  for (let at = next; at < calendar.openDays.length; at++) {
    if (!pausedDays.has(calendar.openDays[at] as number)) left--
    if (left === 0) return at
  }
  return calendar.openDays.length
}

/** How many open days stand before a date. */
function openDaysBefore(calendar: Calendar, day: Day): number {
  const before = calendar.openDaysBefore[day - calendar.firstDay]
  if (before === undefined) throw pastHorizon(calendar.zone.name, day * MS_OF_DAY, calendar.from, calendar.until)
  return before
}
