/** Weeks, months, quarters and years in local dates of the charter's zone; a period is [from, to) in dates. */
import { addMonths, type Day, dateOfDay, dayNumber, weekdayOfDay } from '../calendar/index.ts'
import type { MeasurePeriod } from '../charter/index.ts'

export interface DatePeriod {
  readonly from: Day
  readonly to: Day
}

/** The Monday of a date's ISO week. */
export function weekStart(day: Day): Day {
  return day - weekdayOfDay(day)
}

/** The number of a date's ISO 8601 week and the year that it belongs to. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = weekStart(day) + 3
  const { year } = dateOfDay(thursday)
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 }
}

/** The period of a kind that a date lies in. */
export function periodOf(kind: MeasurePeriod, day: Day): DatePeriod {
  if (kind === 'week') return { from: weekStart(day), to: weekStart(day) + 7 }
  const { year, month } = dateOfDay(day)
  const months = kind === 'month' ? 1 : kind === 'quarter' ? 3 : 12
  const from = dayNumber(year, month - ((month - 1) % months), 1)
  return { from, to: addMonths(from, months) }
}
