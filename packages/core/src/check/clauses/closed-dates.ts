/** The dates on which a calendar is closed, and the longest run of them. */
import { type Calendar, type Day, lastClosing, openMsBefore, startOfDay } from '../../calendar/index.ts'

export interface ClosedRun {
  readonly first: Day
  readonly last: Day
  /** Whole closed dates in a row. */
  readonly dates: number
  /** The last instant before it at which the calendar was open (a closing, UTC ms). */
  readonly closing: number
}

export interface OpenDates {
  /** Mean opening time of a date on which the calendar opens, ms; 0 where it never does. */
  readonly openMsPerDate: number
  readonly longestClosed: ClosedRun | undefined
}

/** Looks at the dates from `from` up to, not including, `until`; a run that begins among them is followed to its end. */
export function openDates(calendar: Calendar, from: Day, until: Day): OpenDates {
  const { zone, firstDay, lastDay } = calendar
  let open = 0
  let openCount = 0
  let longest: { first: Day; dates: number } | undefined
  let run = 0
  const first = Math.max(from, firstDay)
  for (let day = first; day < lastDay && (day < until || run > 0); day++) {
    const ms = openMsBefore(calendar, startOfDay(zone, day + 1)) - openMsBefore(calendar, startOfDay(zone, day))
    if (ms > 0) {
      run = 0
      open += ms
      openCount++
      continue
    }
    run++
    if (run > (longest?.dates ?? 0)) longest = { first: day - run + 1, dates: run }
  }
  return {
    openMsPerDate: openCount === 0 ? 0 : open / openCount,
    longestClosed: longest && {
      first: longest.first,
      last: longest.first + longest.dates - 1,
      dates: longest.dates,
      closing: lastClosingBefore(calendar, longest.first),
    },
  }
}

/** The last closing of the dates before one that is wholly closed; that date's midnight where there is none. */
function lastClosingBefore(calendar: Calendar, closed: Day): number {
  for (let day = closed - 1; day >= calendar.firstDay; day--) {
    const closing = lastClosing(calendar, day)
    if (closing !== undefined) return closing
  }
  return startOfDay(calendar.zone, closed)
}
