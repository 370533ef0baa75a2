import { CalendarError, pastHorizon } from './problem.ts'
import type { ZoneTable } from './zone.ts'

const EARLIEST = Date.UTC(1000, 0, 1)
const LATEST = Date.UTC(9999, 11, 31)

/**
 * Reads a zone's offset changes between two instants (ms) out of the runtime's zone data, to the second. `data` names that data
 * (such as 2026c) and is only carried along. This file is the one place that asks `Intl`: drafts are compiled here, published versions
 * carry the table. Throws `unknown-zone` for a name that `Intl` refuses.
 */
export function compileZone(name: string, from: number, until: number, data: string): ZoneTable {
  if (!(Number.isSafeInteger(from) && from >= EARLIEST)) throw pastHorizon(name, from, EARLIEST, LATEST)
  if (!(Number.isSafeInteger(until) && until > from && until <= LATEST)) throw pastHorizon(name, until, from, LATEST)
  const zone = changesOf(name)
  const [first, last] = [Math.floor(from / 1000), Math.floor(until / 1000)]
  const changes: [number, number][] = [[from, zone.offsetAt(first)]]
  for (let year = yearOf(from); year <= yearOf(until); year++)
    for (const [second, offset] of zone.inYear(year))
      if (second > first && second <= last) changes.push([second * 1000, offset])
  return { name, data, from, until, changes }
}

const yearOf = (instant: number): number => new Date(instant).getUTCFullYear()

/** The offsets of a zone in seconds, and when they change: in seconds since 1970, year by year (of UTC). */
interface OffsetChanges {
  offsetAt(second: number): number
  inYear(year: number): readonly (readonly [second: number, offset: number])[]
}

/**
 * What the runtime has told of its zones, by the name it gives them: that does not change while it runs, and to ask costs
 * 15 ms for the 25 years of a draft, which is compiled again with each word that is typed. The years of known zones are few.
 */
const known = new Map<string, OffsetChanges>()

function changesOf(name: string): OffsetChanges {
  const format = formatOf(name)
  const key = format.resolvedOptions().timeZone
  const before = known.get(key)
  if (before !== undefined) return before
  const offsetAt = offsetReader(format)
  const years = new Map<number, readonly (readonly [number, number])[]>()
  const zone: OffsetChanges = {
    offsetAt,
    inYear(year) {
      const changes = years.get(year) ?? changesBetween(offsetAt, startOfYear(year), startOfYear(year + 1))
      years.set(year, changes)
      return changes
    },
  }
  known.set(key, zone)
  return zone
}

/** In seconds since 1970, and the second before it: a change at its very beginning belongs to the year that begins. */
const startOfYear = (year: number): number => Date.UTC(year, 0, 1) / 1000 - 1

// Not the usual week: in 2000 Boa Vista, Noronha and Recife changed their clocks and changed them back within 6 days and 23 hours.
const STEP = 3 * 86_400

/** The changes in (from, until], in seconds since 1970, each with the offset from then on. */
function changesBetween(read: (second: number) => number, from: number, until: number): [number, number][] {
  const changes: [number, number][] = []
  let at = from
  let offset = read(at)
  while (at < until) {
    const next = Math.min(at + STEP, until)
    if (read(next) === offset) {
      at = next
      continue
    }
    at = firstChange(read, at, next, offset)
    offset = read(at)
    changes.push([at, offset])
  }
  return changes
}

/** The first second in (same, other] at which the offset is no longer the given one, as far as bisection sees. */
function firstChange(read: (second: number) => number, same: number, other: number, offset: number): number {
  let low = same
  let high = other
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2)
    if (read(middle) === offset) low = middle
    else high = middle
  }
  return high
}

/** Reads the offset in seconds at a second since 1970; zones of the past have offsets with seconds. */
function offsetReader(format: Intl.DateTimeFormat): (second: number) => number {
  return (second) => {
    const [month, day, year, hour, minute, seconds] = (format.format(second * 1000).match(/\d+/g) ?? []).map(Number)
    if (year === undefined || month === undefined) throw new TypeError(`no date in “${format.format(second * 1000)}”`)
    return Date.UTC(year, month - 1, day, hour, minute, seconds) / 1000 - second
  }
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    throw unknownZone(name)
  }
}

/**
 * Whether the runtime knows a time zone by this name, written as its data write it: `europe/warsaw` is none. Names that the
 * data keep for older ones (`Asia/Kolkata`) are known too.
 */
export function isZone(name: string): boolean {
  let known: string
  try {
    known = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return false
  }
  if (known === name) return true
  // An alias is answered with another name, which does not tell how the alias itself is written.
  return known.toLowerCase() !== name.toLowerCase() && name.split('/').every((part) => /^[A-Z]/.test(part))
}

/** Names of time zones that the runtime knows, for suggestions; older names for the same zones are not among them. */
export function zoneNames(): readonly string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]
}

function unknownZone(zone: string): CalendarError {
  return new CalendarError('unknown-zone', `there is no time zone “${zone}”; names look like Europe/Warsaw`, { zone })
}
