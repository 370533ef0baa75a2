import { type Calendar, edgesPassed } from './calendar.ts'
import { pastHorizon } from './problem.ts'

/**
 * The periods [start, end) in ms in which the calendar is open at some time from `from` to `until` (ms; all it knows when
 * left out), in order, touching ones joined, not cut to the span. Throws `past-horizon`.
 */
export function* openPeriods(
  calendar: Calendar,
  from: number = calendar.from,
  until: number = calendar.until,
): Generator<readonly [start: number, end: number]> {
  if (!(until <= calendar.until)) throw pastHorizon(calendar.zone.name, until, calendar.from, calendar.until)
  const { edges } = calendar
  // Starts have odd places: the one last passed while open, the one ahead while closed.
  for (let edge = edgesPassed(calendar, from) | 1; edge < edges.length; edge += 2) {
    const start = edges[edge] as number
    if (start >= until) return
    yield [start, edges[edge + 1] as number]
  }
}
