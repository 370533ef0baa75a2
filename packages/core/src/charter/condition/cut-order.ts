import { addMonths, dayNumber } from '../../calendar/index.ts'
import type { Cut } from '../parts.ts'

const MEAN_MONTH = 30.436875
/** A date some months on differs from the mean by less than this, so cuts farther apart have one order. */
const NEAR = 5

/**
 * The order of two cuts of one column: −1 where the first is never after the second and on some dates before it, 0 where
 * they are the same on every date, undefined where it depends on the date, as with 30 days and 1 month (SPEC C4). Cuts of
 * different kinds have no order.
 */
export function compareCuts(a: Cut, b: Cut): -1 | 0 | 1 | undefined {
  if (a.kind === 'number' || b.kind === 'number') {
    if (a.kind !== 'number' || b.kind !== 'number') return undefined
    return a.value === b.value ? 0 : a.value < b.value ? -1 : 1
  }
  const difference = meanLength(b) - meanLength(a)
  if (Math.abs(difference) > NEAR) return difference > 0 ? -1 : 1
  const [shortest, longest] = daysBetween(a.months, b.months)
  const [least, most] = [shortest + b.days - a.days, longest + b.days - a.days]
  if (least === 0 && most === 0) return 0
  if (least >= 0) return -1
  return most <= 0 ? 1 : undefined
}

/** A number that sorts the cuts of a column; ages are ordered on every date (SPEC C4), so mean lengths in days do. */
export function meanLength(cut: Cut): number {
  return cut.kind === 'number' ? cut.value : cut.months * MEAN_MONTH + cut.days
}

/** The cuts of a column that could be in another order than their mean lengths. */
export function isNear(a: Cut, b: Cut): boolean {
  return Math.abs(meanLength(a) - meanLength(b)) <= NEAR
}

// The calendar repeats after 400 years of 4,800 months.
const MONTHS = 4800

/** What was counted before; a charter has few of these, and the table is bounded. */
const counted = new Map<string, readonly [number, number]>()

/** The fewest and the most days that lie between a date plus `from` months and the same date plus `to` months. */
function daysBetween(from: number, to: number): readonly [number, number] {
  if (from === to) return [0, 0]
  if (!(Math.max(from, to) <= MONTHS)) throw new RangeError(`ages of more than ${MONTHS} months cannot be compared`)
  const key = `${from} ${to}`
  const known = counted.get(key)
  if (known) return known
  const found = countDays(from, to, monthStarts())
  if (counted.size < MONTHS) counted.set(key, found)
  return found
}

function countDays(from: number, to: number, starts: Int32Array): readonly [number, number] {
  let shortest = Number.POSITIVE_INFINITY
  let longest = Number.NEGATIVE_INFINITY
  const length = (month: number): number => (starts[month + 1] as number) - (starts[month] as number)
  for (let month = 0; month < MONTHS; month++) {
    const span = (starts[month + to] as number) - (starts[month + from] as number)
    const [here, lengthFrom, lengthTo] = [length(month), length(month + from), length(month + to)]
    // Up to the 28th no month lacks the day; after it, the last of a shorter month takes its place (SPEC C3).
    for (let day = 28; day <= here; day++) {
      const days = span + Math.min(day, lengthTo) - Math.min(day, lengthFrom)
      if (days < shortest) shortest = days
      if (days > longest) longest = days
    }
  }
  return [shortest, longest]
}

let starts: Int32Array | undefined

/** First days of the months from January 2000 on, counted from there, over two repetitions of the calendar. */
function monthStarts(): Int32Array {
  const origin = dayNumber(2000, 1, 1)
  starts ??= Int32Array.from({ length: 2 * MONTHS + 2 }, (_, month) => addMonths(origin, month) - origin)
  return starts
}
