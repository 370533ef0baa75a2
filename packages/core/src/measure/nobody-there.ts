/** Until when nobody was there for what came in outside opening hours (SPEC M9). */
import { type Calendar, isOpen, openPeriods } from '../calendar/index.ts'

export interface CameIn {
  /** When the commitment began, UTC ms. */
  readonly at: number
  /** The calendar of its target; undefined for a target in dates. */
  readonly calendar: Calendar | undefined
  /** All calendars of the charter. */
  readonly calendars: Iterable<Calendar>
  /** The first act of a person on the ticket since; null for none. */
  readonly firstAct: number | null
}

/**
 * The first act of a person, or the end of the first opening, whichever comes first; null where it came in during opening
 * hours. They are those of the promise's calendar or, where that never closes, of the charter's calendars that do. Throws
 * CalendarError where a calendar's horizon does not reach.
 */
export function nobodyUntil({ at, calendar, calendars, firstAct }: CameIn): number | null {
  const hours = (calendar !== undefined && closes(calendar) ? [calendar] : [...calendars].filter(closes)).filter(
    ({ from, until }) => from <= at && at < until,
  )
  if (hours.length === 0 || hours.some((each) => isOpen(each, at))) return null
  const end = endOfFirst(
    hours.flatMap((each) => {
      const { value } = openPeriods(each, at).next()
      return value === undefined ? [] : [value]
    }),
  )
  return Math.min(end, firstAct ?? end)
}

function closes({ edges, from, until }: Calendar): boolean {
  return !(edges[1] === from && edges[2] === until)
}

function endOfFirst(openings: readonly (readonly [start: number, end: number])[]): number {
  const [first] = [...openings].sort(([a], [b]) => a - b)
  return first?.[1] ?? Number.POSITIVE_INFINITY
}
