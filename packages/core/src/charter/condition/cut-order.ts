import { addMonths, dayNumber } from '../../calendar/index.ts'
import type { Cut } from '../document.ts'

/** Mean length of a month in days; that of n months differs from n times it by less than 4 days on every date. */
const MEAN_MONTH = 30.436875
const MOST_DIFFERENCE = 4

/**
 * The order of two cuts of one column: −1 where the first is never after the second on any date and before it on some, 0
 * where they are the same on every date, undefined where their order depends on the date, as that of 30 days and 1 month
 * (SPEC C4). Cuts of different kinds have no order.
 */
export function compareCuts(a: Cut, b: Cut): -1 | 0 | 1 | undefined {
  if (a.kind === 'number' || b.kind === 'number') {
    if (a.kind !== b.kind) return undefined
    const [first, second] = [a.kind === 'number' ? a.value : 0, b.kind === 'number' ? b.value : 0]
    return first === second ? 0 : first < second ? -1 : 1
  }
  const [shortest, longest] = daysBetween(a.months, b.months)
  const [least, most] = [shortest + b.days - a.days, longest + b.days - a.days]
  if (least === 0 && most === 0) return 0
  if (least >= 0) return -1
  return most <= 0 ? 1 : undefined
}

/** A number that sorts cuts of one column: their mean length. */
export function meanLength(cut: Cut): number {
  return cut.kind === 'number' ? cut.value : cut.months * MEAN_MONTH + cut.days
}

/** Cuts whose mean lengths differ by more than this have one order on every date. */
export const NEAR = 2 * MOST_DIFFERENCE

const known = new Map<string, readonly [number, number]>()

/** The fewest and the most days that lie between a date plus `from` months and the same date plus `to` months. */
function daysBetween(from: number, to: number): readonly [number, number] {
  if (from === to) return [0, 0]
  if (from > to) {
    const [shortest, longest] = daysBetween(to, from)
    return [-longest, -shortest]
  }
  const key = `${from} ${to}`
  const before = known.get(key)
  if (before) return before
  const found = countDays(from, to)
  if (known.size < 1000) known.set(key, found)
  return found
}

/** Tries every month of the 400 years after which the calendar repeats, and the days that a shorter month may lack. */
function countDays(from: number, to: number): readonly [number, number] {
  let shortest = Number.POSITIVE_INFINITY
  let longest = Number.NEGATIVE_INFINITY
  for (let month = 0; month < 4800; month++) {
    const first = addMonths(dayNumber(2000, 1, 1), month)
    const length = addMonths(first, 1) - first
    for (const day of [1, 28, 29, 30, 31]) {
      if (day > length) break
      const date = first + day - 1
      const days = addMonths(date, to) - addMonths(date, from)
      if (days < shortest) shortest = days
      if (days > longest) longest = days
    }
  }
  return [shortest, longest]
}
