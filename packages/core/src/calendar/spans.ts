import { type CalendarRules, isOvernight, type Period } from './hours.ts'
import { type Day, weekdayOfDay } from './local-date.ts'
import { instantOf, localDay, startOfDay, type Zone } from './zone.ts'

/** One period of one date as instants (ms), before touching periods are joined. */
export interface Span {
  readonly start: number
  readonly end: number
  /** the local date on which it begins; a clock change over midnight can move it to the next */
  readonly day: Day
}

/**
 * The periods that the rules give to each date from `first` up to, not including, `last`, in the order of their starts. Periods that
 * a clock change leaves empty are left out.
 */
export function spansOf(rules: CalendarRules, zone: Zone, first: Day, last: Day): Span[] {
  const closed = new Set(rules.closed)
  const spans: Span[] = []
  for (let day = first; day < last; day++) {
    for (const period of rules.on.get(day) ?? (closed.has(day) ? [] : (rules.week[weekdayOfDay(day)] ?? []))) {
      const start = instantOf(zone, day, period.start)
      const end = endOf(period, day, rules, closed, zone)
      if (end > start) spans.push({ start, end, day: localDay(zone, start) })
    }
  }
  // A period inside a skipped hour moves behind one that begins after it.
  return spans.sort((a, b) => a.start - b.start)
}

function endOf(period: Period, day: Day, rules: CalendarRules, closed: ReadonlySet<Day>, zone: Zone): number {
  if (!isOvernight(period)) return instantOf(zone, day, period.end)
  const next = day + 1
  const intoHoliday = closed.has(next) || rules.on.has(next)
  return intoHoliday && !rules.continues ? startOfDay(zone, next) : instantOf(zone, next, period.end)
}
