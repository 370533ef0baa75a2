import { addMonths, type Day } from './local-date.ts'
import { endOfDay, localDay, type Zone } from './zone.ts'

/** A duration in dates: `14 days`, `6 weeks`, `1 month`. */
export interface DateSpan {
  readonly unit: 'day' | 'week' | 'month' | 'year'
  readonly count: number
}

/** The date a span later. Months and years keep the day or take the last of the month. RangeError for a count that is not whole. */
export function addSpan(day: Day, span: DateSpan): Day {
  const { unit, count } = span
  if (!Number.isSafeInteger(count)) throw new RangeError(`dates are counted in whole numbers; got ${count} (${unit})`)
  if (unit === 'day') return day + count
  if (unit === 'week') return day + 7 * count
  return addMonths(day, unit === 'month' ? count : 12 * count)
}

/**
 * The due instant (ms) of a duration in dates from `start` (ms): the end of the date that lies the span, and one date for each whole
 * local date spent paused, after the start's local date. Throws `past-horizon`.
 */
export function dueDates(zone: Zone, start: number, span: DateSpan, pausedDays = 0): number {
  return endOfDay(zone, addSpan(localDay(zone, start), span) + pausedDays)
}
