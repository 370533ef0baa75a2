import { type Day, dueDates, endOfDay, localDay, startOfDay, weekdayOfDay, type Zone } from '../calendar/index.ts'
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

/** How many days before the law's limit a letter is written, where the charter does not say it. */
export const LETTER_DAYS = 3

/**
 * When the letter is due that tells a customer of the law's limit: the beginning of the date so many days before the
 * limit's last one, working days where the law counts these; but never before half of the law's time. UTC ms, all of them.
 * Hours have their half.
 */
export function letterInstant(
  { unit }: LawTime,
  { start, limit, before }: { readonly start: number; readonly limit: number; readonly before: number },
  zone: Zone,
  holidays: ReadonlySet<Day>,
): number {
  const half = start + Math.floor((limit - start) / 2)
  if (unit === 'hour' || unit === 'minute') return half
  const last = localDay(zone, limit - 1)
  const day = unit === 'working-day' ? workingDayBefore(last, before, holidays) : last - before
  return Math.max(half, startOfDay(zone, day))
}

function workingDayBefore(last: Day, count: number, holidays: ReadonlySet<Day>): Day {
  let day = last
  for (let left = count; left > 0; ) {
    day--
    if (isWorkingDay(day, holidays)) left--
  }
  return day
}

function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
  return weekdayOfDay(day) < SATURDAY && !holidays.has(day)
}

function workingDayAfter(start: Day, count: number, holidays: ReadonlySet<Day>): Day {
  let day = start
  for (let left = count; left > 0; ) {
    day++
    if (isWorkingDay(day, holidays)) left--
  }
  return day
}
