/** What the days were like: sales, a strike, Monday mornings. */
import { type Day, dateOfDay, dayNumber, localDay, localParts, opensOn, weekdayOfDay } from '@avow/core'
import type { Reason } from './demo-data.ts'
import type { DeskHours } from './desk-hours.ts'

/** Days of the story. */
export const DAYS = 90
const BY_WEEKDAY = [1.3, 1.12, 1.05, 1, 0.95, 0.5, 0.42]
/** Share of a day’s questions by hour of the local day. */
const BY_HOUR = [1.6, 1, 0.6, 0.4, 0.4, 1, 2.4, 5.5, 9, 11, 11, 10, 9, 8, 8.5, 8, 8, 7, 6, 6, 6.5, 6, 4, 2.6]
const MONDAY = 0

export interface Season {
  /** How many questions an hour of a local date brings, next to others. */
  readonly weight: (day: Day, hour: number) => number
  /** How swamped the desk is: 1 on an ordinary day. */
  readonly rush: (instant: number) => number
  readonly isStrike: (instant: number) => boolean
  readonly reasons: (instant: number) => readonly (readonly [Reason, number])[]
}

export function seasonUntil(today: Day, { office, zone }: DeskHours): Season {
  const strike = strikeWeek(today)
  const isStrike = (day: Day) => day > strike && day <= strike + 8
  const rushOf = (day: Day, hour: number): number => {
    const sale = isSale(day) ? 3 : 1
    const monday = weekdayOfDay(day) === MONDAY && hour < 12 ? 1.9 : 1
    return Math.max(sale, isStrike(day) ? 2.2 : 1, monday)
  }
  const at = <T>(ask: (day: Day, hour: number) => T) => {
    return (instant: number) => ask(localDay(zone, instant), Math.floor(localParts(zone, instant).minutes / 60))
  }
  return {
    weight(day, hour) {
      const isHoliday = weekdayOfDay(day) < 5 && !opensOn(office, day)
      const ofDay = (BY_WEEKDAY[weekdayOfDay(day)] ?? 1) * (isHoliday ? 0.45 : 1)
      const ofSeason = (isSale(day) ? 2.1 : 1) * (isStrike(day) ? 1.5 : 1)
      const monday = weekdayOfDay(day) === MONDAY && hour >= 7 && hour < 12 ? 1.6 : 1
      return ofDay * ofSeason * monday * (BY_HOUR[hour] ?? 0)
    },
    rush: at(rushOf),
    isStrike: at((day) => isStrike(day)),
    reasons: at((day) => [
      ['question', 33],
      ['late', isStrike(day) ? 62 : 18],
      ['damaged', 17],
      ['change-of-mind', isSale(day) ? 8 : 12],
      ['wrong-item', isSale(day) ? 13 : 8],
      ['other', 12],
    ]),
  }
}

/** From the Monday before Black Friday (the day after the fourth Thursday of November) to the Monday after it. */
function isSale(day: Day): boolean {
  const { year } = dateOfDay(day)
  const first = dayNumber(year, 11, 1)
  const friday = first + ((3 - weekdayOfDay(first) + 7) % 7) + 22
  return day >= friday - 4 && day <= friday + 3
}

/** The carrier’s strike begins on a Monday some seven weeks ago, and not in the week of the sale. */
function strikeWeek(today: Day): Day {
  const earliest = today - 52
  const monday = earliest - weekdayOfDay(earliest)
  return isSale(monday) || isSale(monday + 4) ? monday + 21 : monday
}
