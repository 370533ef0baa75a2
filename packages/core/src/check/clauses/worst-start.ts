/** The start from which one row of durations ends farthest behind another: exact, for every start. */
import {
  CalendarError,
  due,
  dueDates,
  dueWorkingDays,
  endOfDay,
  localDay,
  openMsBefore,
  startOfDay,
  type Zone,
} from '../../calendar/index.ts'
import type { Duration } from '../../charter/index.ts'
import { turningPoints, type Window } from '../differences/compare-calendars.ts'
import type { ComparedCharter } from '../differences/compare-targets.ts'

export interface WorstStart {
  /** UTC ms. */
  readonly start: number
  /** When each of the two rows has ended, UTC ms. */
  readonly late: number
  readonly early: number
}

/** How far ahead starts are looked at. */
const MS_AHEAD = 366 * 86_400_000
const MINUTE = 60_000

/**
 * Of all starts on whole minutes from `asOf` (UTC ms) on, for a year or as long as the holidays of the calendars are known,
 * the first from which `late` ends longest after `early`; where it only does from starts between them, of those. Undefined
 * where it never does. Each row is durations one after the other.
 *
 * Where a row ends is, by its start, a line that is flat or rises with it, but for where a calendar opens or closes or a
 * date begins. The difference of two of them is greatest beside such a place, so those alone are looked at.
 */
export function worstStart(
  late: readonly Duration[],
  early: readonly Duration[],
  charter: ComparedCharter,
  asOf: number,
): WorstStart | undefined {
  if (neverLater(late, early)) return undefined
  const window = knownWindow([...late, ...early], charter, asOf)
  const starts = [window.from, ...[late, early].flatMap((row) => bends(row, charter, window))]
  const onMinutes = starts.flatMap((start) => [Math.floor(start / MINUTE) * MINUTE, Math.ceil(start / MINUTE) * MINUTE])
  return worstOf(onMinutes, late, early, charter, window) ?? worstOf(starts, late, early, charter, window)
}

function worstOf(
  starts: readonly number[],
  late: readonly Duration[],
  early: readonly Duration[],
  charter: ComparedCharter,
  { from, until }: Window,
): WorstStart | undefined {
  let worst: WorstStart | undefined
  for (const start of [...new Set(starts)].toSorted((a, b) => a - b)) {
    if (start < from) continue
    const [lateEnd, earlyEnd] = [endOf(late, start, charter), endOf(early, start, charter)]
    // Past the holidays that are known, hours may still be meant otherwise.
    if (lateEnd === undefined || earlyEnd === undefined || lateEnd > until || lateEnd <= earlyEnd) continue
    if (worst === undefined || lateEnd - earlyEnd > worst.late - worst.early)
      worst = { start, late: lateEnd, early: earlyEnd }
  }
  return worst
}

/** When durations that follow one another have ended (UTC ms); undefined past a calendar's horizon. */
export function endOf(
  row: readonly Duration[],
  start: number,
  { zone, calendars }: ComparedCharter,
): number | undefined {
  let at = start
  try {
    for (const duration of row) {
      if (duration.kind === 'dates') {
        at = dueDates(zone, at, duration.span)
        continue
      }
      const calendar = calendars.get(duration.calendar)
      if (calendar === undefined) return undefined
      at = duration.kind === 'opening' ? due(calendar, at, duration.ms) : dueWorkingDays(calendar, at, duration.count)
    }
    return at
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error
    return undefined
  }
}

/** Opening time of one calendar adds up, from every start. */
function neverLater(late: readonly Duration[], early: readonly Duration[]): boolean {
  const calendars = new Set([...late, ...early].map((one) => (one.kind === 'opening' ? one.calendar : undefined)))
  if (calendars.size !== 1 || calendars.has(undefined)) return false
  const sum = (row: readonly Duration[]) => row.reduce((ms, one) => ms + (one.kind === 'opening' ? one.ms : 0), 0)
  return sum(late) <= sum(early)
}

function knownWindow(durations: readonly Duration[], { zone, calendars }: ComparedCharter, asOf: number): Window {
  let [from, until] = [Math.max(asOf, zone.from), Math.min(asOf + MS_AHEAD, zone.until)]
  for (const duration of durations) {
    const calendar = duration.kind === 'dates' ? undefined : calendars.get(duration.calendar)
    if (calendar === undefined) continue
    const { holidaysUntil } = calendar.rules
    from = Math.max(from, calendar.from)
    until = Math.min(until, calendar.until)
    if (holidaysUntil === undefined || holidaysUntil >= calendar.lastDay) continue
    const end = endOfDay(calendar.zone, holidaysUntil)
    if (end > asOf) until = Math.min(until, end)
  }
  return { from, until: Math.max(from, until) }
}

/** The starts beside which the end of a row may change its course. */
function bends(row: readonly Duration[], charter: ComparedCharter, window: Window): number[] {
  return row.flatMap((duration, index) => {
    const turns = turnsOf(duration, charter, window)
    // Opening time bends both where it begins at a turn of its calendar and where it ends at one.
    const begins = [...turns, ...startsOf(duration, turns, charter, window)]
    const starts = row.slice(0, index).reduceRight((ends, before) => startsOf(before, ends, charter, window), begins)
    return starts.flatMap((start) => [start - 1, start, start + 1])
  })
}

/** Where the calendar opens or closes, or where dates begin. */
function turnsOf(duration: Duration, { zone, calendars }: ComparedCharter, window: Window): number[] {
  if (duration.kind === 'dates') return midnights(zone, window)
  const calendar = calendars.get(duration.calendar)
  if (calendar === undefined) return []
  return duration.kind === 'opening' ? turningPoints(calendar, window) : midnights(calendar.zone, window)
}

function midnights(zone: Zone, { from, until }: Window): number[] {
  const [first, last] = [localDay(zone, from), localDay(zone, until)]
  return Array.from({ length: last - first }, (_, index) => startOfDay(zone, first + 1 + index))
}

/**
 * The starts from which a duration ends at each of these instants: the first that has as much opening time before it as is
 * wanted. What is counted in dates ends alike for all starts of a date, and where dates begin is a turn of its own.
 */
function startsOf(
  duration: Duration,
  ends: readonly number[],
  { calendars }: ComparedCharter,
  { from }: Window,
): number[] {
  if (duration.kind !== 'opening') return []
  const calendar = calendars.get(duration.calendar)
  if (calendar === undefined) return []
  const before = openMsBefore(calendar, from) + duration.ms
  return ends.flatMap((end) => {
    const left = openMsBefore(calendar, end) - before
    return left <= 0 ? [] : [due(calendar, from, left)]
  })
}
