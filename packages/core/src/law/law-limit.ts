import { type Day, dueDates, endOfDay, localDay, weekdayOfDay, type Zone } from '../calendar/index.ts'
import type { LawTime } from './law-row.ts'

const HOUR = 3_600_000
const SATURDAY = 5

/**
 * The last instant (UTC ms) by which something that started then is in time by the law. Days, weeks and months end with
 * their last date in the zone; working days are Monday to Friday without these holidays. Minutes are waited while a line is
 * open, so they have no instant: RangeError. Throws `past-horizon`.
 */
export function lawLimit({ count, unit }: LawTime, start: number, zone: Zone, holidays: ReadonlySet<Day>): number {
  switch (unit) {
    case 'minute':
      throw new RangeError('minutes of a call are compared by their length')
    case 'hour':
      return start + count * HOUR
    case 'working-day':
      return endOfDay(zone, workingDayAfter(localDay(zone, start), count, holidays))
    default:
      return dueDates(zone, start, { unit, count })
  }
}

function workingDayAfter(start: Day, count: number, holidays: ReadonlySet<Day>): Day {
  let day = start
  for (let left = count; left > 0; ) {
    day++
    if (weekdayOfDay(day) < SATURDAY && !holidays.has(day)) left--
  }
  return day
}
