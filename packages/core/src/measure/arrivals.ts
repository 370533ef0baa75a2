/** How many tickets came in when a commitment began, against what is usual then (SPEC M8). */
import { type Day, instantOf, localParts, startOfDay, type Zone } from '../calendar/index.ts'

/** An hour or a date, [from, to) in UTC ms. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** An hour or a date, and the same of the same weekday in the weeks before it, the last one first. */
export interface Windows extends Window {
  readonly before: readonly Window[]
}

/** How many tickets came in in a window, and in those of the weeks before that are known. */
export interface Arrived {
  readonly came: number
  readonly before: readonly number[]
}

/** Of the hour and of the date in which a commitment began. */
export interface Arrivals {
  readonly hour: Arrived
  readonly date: Arrived
}

const WEEKS = 8
const FEWEST_WEEKS = 2
const FEWEST_FOR_A_SURGE = 10

/** The hour of the wall clock and the date in which an instant lies, each with those of the eight weeks before. */
export function arrivalWindows(zone: Zone, instant: number): { readonly hour: Windows; readonly date: Windows } {
  const { day, minutes } = localParts(zone, instant)
  const hour = 60 * Math.floor(minutes / 60)
  const hourOf = (of: Day): Window => ({ from: instantOf(zone, of, hour), to: instantOf(zone, of, hour + 60) })
  const dateOf = (of: Day): Window => ({ from: startOfDay(zone, of), to: startOfDay(zone, of + 1) })
  const weeksBefore = Array.from({ length: WEEKS }, (_, index) => day - 7 * (index + 1))
  return {
    hour: { ...hourOf(day), before: weeksBefore.map(hourOf) },
    date: { ...dateOf(day), before: weeksBefore.map(dateOf) },
  }
}

/** Was there a surge: at least ten tickets and at least twice the usual, in the hour or on the date? */
export function isSurge({ hour, date }: Arrivals): boolean {
  return [hour, date].some(({ came, before }) => {
    const usual = usualOf(before)
    return usual !== null && came >= FEWEST_FOR_A_SURGE && came >= 2 * usual
  })
}

/** The middle one of the weeks before (the mean of the two middle ones); null where fewer than two are known. */
function usualOf(before: readonly number[]): number | null {
  if (before.length < FEWEST_WEEKS) return null
  const sorted = [...before].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
