/** The due instant of a target, found by walking: minute by minute in opening time (T1, T5, P5), date by date else (T6, T7, P6). */
import { type OpeningHours, openingHours } from './opening-hours.ts'
import type { Interval, PlainCharter } from './plain-data.ts'
import { addSpan, DAY, dateAt, MINUTE, midnight } from './wall-clock.ts'

/** Where a run is reckoned from, and the target as written. */
export interface Reckoning {
  readonly origin: number
  readonly target: string
}

/** The instants of a list of intervals: joined where they overlap or touch, cut to `[from, to)`, empty ones dropped. */
export function joined(intervals: readonly Interval[], from: number, to: number): Interval[] {
  const cut = intervals
    .map(({ start, end }) => ({ start: Math.max(start, from), end: end > to ? to : end }))
    .filter(({ start, end }) => start < end)
  cut.sort((a, b) => a.start - b.start)
  const out: Interval[] = []
  for (const next of cut) {
    const last = out.at(-1)
    if (last !== undefined && next.start <= last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, next.end) }
    else out.push(next)
  }
  return out
}

/** The earliest due instant of several reckonings (F3), or null where an unended pause began at or before it (P4). */
export function dueOf(
  charter: PlainCharter,
  reckonings: readonly Reckoning[],
  pauses: readonly Interval[],
): number | null {
  // A pause counts from the origin on (P6).
  const since = (origin: number) => joined(pauses, origin, Number.POSITIVE_INFINITY)
  const dues = reckonings.map((each) => dueOfOne(charter, each, since(each.origin))).filter((due) => due !== null)
  return dues.length === 0 ? null : Math.min(...dues)
}

function dueOfOne(charter: PlainCharter, { origin, target }: Reckoning, pauses: readonly Interval[]): number | null {
  const read = /^(\d+) (min|h|working days?|days?|weeks?|months?|years?)(?: of (.+))?$/.exec(target)
  if (read === null) throw new Error(`no target: ${target}`)
  const [, digits = '', unit = '', name] = read
  const count = Number(digits)
  if (name === undefined) return walkDates(charter.zone, origin, count, unit, pauses)
  const calendar = charter.calendars?.[name]
  if (calendar === undefined) throw new Error(`no calendar: ${name}`)
  const hours = openingHours(calendar, charter.zone)
  return unit.startsWith('working')
    ? walkWorkingDays(hours, origin, count, pauses)
    : walkMinutes(hours, origin, unit === 'h' ? 60 * count : count, pauses)
}

function walkMinutes(hours: OpeningHours, origin: number, target: number, pauses: readonly Interval[]): number | null {
  let left = target
  // With nothing left the run is due at once; but after a pause, or with nothing to count at all, only when next open.
  let waitsForOpening = target === 0
  for (let t = origin; t < origin + 4000 * DAY; t += MINUTE) {
    const pause = pauses.find((each) => each.start <= t && t < each.end)
    if (left === 0 && !waitsForOpening) {
      if (pause === undefined) return t
      waitsForOpening = true
    }
    if (pause !== undefined) {
      if (pause.end === Number.POSITIVE_INFINITY) return null
      t = pause.end - MINUTE
      continue
    }
    if (!hours.isOpen(t)) continue
    if (waitsForOpening) return t
    left -= 1
  }
  throw new Error('a calendar that never opens long enough')
}

function walkWorkingDays(
  hours: OpeningHours,
  origin: number,
  target: number,
  pauses: readonly Interval[],
): number | null {
  let left = target
  for (let date = dateAt(hours.zone, origin) + 1; date < origin / DAY + 4000; date++) {
    const pause = wholePause(hours.zone, date, pauses)
    if (pause?.end === Number.POSITIVE_INFINITY) return null
    const ends = hours.periodsOf(date).map((period) => period.end)
    if (ends.length === 0 || pause !== undefined) continue
    left -= 1
    if (left === 0) return outOfPause(Math.max(...ends), pauses)
  }
  throw new Error('a calendar that never opens often enough')
}

function walkDates(
  zone: string,
  origin: number,
  count: number,
  unit: string,
  pauses: readonly Interval[],
): number | null {
  const first = dateAt(zone, origin)
  const months = unit.startsWith('month') ? count : unit.startsWith('year') ? 12 * count : 0
  let last = addSpan(first, months, unit.startsWith('day') ? count : unit.startsWith('week') ? 7 * count : 0)
  for (const pause of pauses) {
    if (pause.start > midnight(zone, last + 1)) break
    if (pause.end === Number.POSITIVE_INFINITY) return null
    for (let date = first; midnight(zone, date) < pause.end; date++)
      if (wholePause(zone, date, [pause]) !== undefined) last += 1
  }
  return outOfPause(midnight(zone, last + 1), pauses)
}

function wholePause(zone: string, date: number, pauses: readonly Interval[]): Interval | undefined {
  return pauses.find((pause) => pause.start <= midnight(zone, date) && midnight(zone, date + 1) <= pause.end)
}

function outOfPause(due: number, pauses: readonly Interval[]): number | null {
  const inside = pauses.find((pause) => pause.start <= due && due < pause.end)
  if (inside === undefined) return due
  return inside.end === Number.POSITIVE_INFINITY ? null : inside.end
}
