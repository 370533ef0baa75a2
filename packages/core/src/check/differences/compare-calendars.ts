/** How the openings of two calendars relate, exactly, over the time for which both know their holidays. */
import { type Calendar, endOfDay, lastClosing, localDay } from '../../calendar/index.ts'

/**
 * `wider`: the second is open whenever the first is, and longer. For working days: it opens on every date that the first
 * opens on, and closes no later on any of them. `other`: each has something that the other lacks.
 */
export type Relation = 'equal' | 'wider' | 'narrower' | 'other'

/** From when on, and up to when, two calendars can be compared; UTC ms. */
export interface Window {
  readonly from: number
  readonly until: number
}

/** From `asOf` to where the first holidays run out, or the horizon. Holidays that ran out before count as known no longer. */
export function commonWindow(old: Calendar, fresh: Calendar, asOf: number): Window {
  const ends = [old, fresh].map((calendar) => {
    const { holidaysUntil } = calendar.rules
    if (holidaysUntil === undefined || holidaysUntil >= calendar.lastDay) return calendar.until
    const end = endOfDay(calendar.zone, holidaysUntil)
    return end > asOf ? end : calendar.until
  })
  const from = Math.max(asOf, old.from, fresh.from)
  return { from, until: Math.max(from, Math.min(...ends)) }
}

/** The relation of opening times. */
export function compareOpenings(old: Calendar, fresh: Calendar, window: Window): Relation {
  return relation(isWithin(old, fresh, window), isWithin(fresh, old, window))
}

/** The relation of working days and their closings. */
export function compareWorkingDays(old: Calendar, fresh: Calendar, { from, until }: Window): Relation {
  if (old.zone.name !== fresh.zone.name) return 'other'
  let [sooner, later] = [true, true]
  for (let day = localDay(old.zone, from); day < localDay(old.zone, until); day++) {
    const [before, after] = [lastClosing(old, day), lastClosing(fresh, day)]
    if (before === after) continue
    if (after === undefined || (before !== undefined && after > before)) sooner = false
    else later = false
  }
  return relation(sooner, later)
}

function relation(oldWithinNew: boolean, newWithinOld: boolean): Relation {
  if (oldWithinNew) return newWithinOld ? 'equal' : 'wider'
  return newWithinOld ? 'narrower' : 'other'
}

/** Is the second calendar open whenever the first is? Both have joined periods, so each lies in one of the other's or in none. */
function isWithin(inner: Calendar, outer: Calendar, window: Window): boolean {
  const holders = periodsOf(outer, window)
  let at = 0
  for (const { start, end } of periodsOf(inner, window)) {
    while (at < holders.length && (holders[at]?.end ?? 0) < end) at++
    const holder = holders[at]
    if (holder === undefined || holder.start > start) return false
  }
  return true
}

/** The opening and closing instants inside the window, and its ends: where due times take their turns. */
export function turningPoints(calendar: Calendar, window: Window): number[] {
  return periodsOf(calendar, window).flatMap(({ start, end }) => [start, end])
}

function periodsOf({ edges }: Calendar, { from, until }: Window): { start: number; end: number }[] {
  const periods: { start: number; end: number }[] = []
  // Behind the first entry, starts and ends stand in turn.
  for (let index = 1; index + 1 < edges.length; index += 2) {
    const start = Math.max(edges[index] as number, from)
    const end = Math.min(edges[index + 1] as number, until)
    if (start < end) periods.push({ start, end })
  }
  return periods
}
