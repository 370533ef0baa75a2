import { CalendarError, pastHorizon } from './problem.ts'
import type { ZoneTable } from './zone.ts'

// Not the usual week: in 2000 Boa Vista, Noronha and Recife changed their clocks and changed them back within 6 days and 23 hours.
const STEP = 3 * 86_400
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
  const read = offsetReader(name)
  const changes: [number, number][] = []
  let at = Math.floor(from / 1000)
  let offset = read(at)
  changes.push([from, offset])
  const last = Math.floor(until / 1000)
  while (at < last) {
    const next = Math.min(at + STEP, last)
    if (read(next) === offset) {
      at = next
      continue
    }
    at = firstChange(read, at, next, offset)
    offset = read(at)
    changes.push([at * 1000, offset])
  }
  return { name, data, from, until, changes }
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
function offsetReader(name: string): (second: number) => number {
  const format = formatOf(name)
  return (second) => {
    const [month, day, year, hour, minute, seconds] = (format.format(second * 1000).match(/\d+/g) ?? []).map(Number)
    if (year === undefined || month === undefined) throw unknownZone(name)
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
