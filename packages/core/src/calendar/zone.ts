import type { Day } from './local-date.ts'
import { CalendarError, pastHorizon } from './problem.ts'

const MS_OF_DAY = 86_400_000
const MS_OF_MINUTE = 60_000

/**
 * A zone as a charter version carries it: plain JSON. `changes` begins with [from, the offset in force there] and goes on with
 * every change up to `until`: [UTC instant in ms, seconds to add to UTC for local time].
 */
export interface ZoneTable {
  readonly name: string
  /** the name of the zone data the table was made from, such as 2026c */
  readonly data: string
  readonly from: number
  readonly until: number
  readonly changes: readonly (readonly [number, number])[]
}

/** A zone table prepared for asking. Everything about local time is answered from it alone. */
export interface Zone {
  readonly name: string
  readonly data: string
  readonly from: number
  readonly until: number
  /** UTC ms at which each offset comes into force */
  readonly instants: Float64Array
  /** the offsets, in ms */
  readonly offsets: Float64Array
  /** local time (ms as if it were UTC) from which a wall clock is read with this offset */
  readonly walls: Float64Array
}

/** The local reading of an instant. */
export interface LocalParts {
  readonly day: Day
  /** whole minutes since the date's 00:00 on the wall clock */
  readonly minutes: number
  readonly seconds: number
  readonly ms: number
}

/**
 * Prepares a table. Throws `unknown-zone` when it is not one: numbers that are not whole, changes out of order or nearer to each
 * other than the clock moves.
 */
export function openZone(table: ZoneTable): Zone {
  const { name, data, from, until, changes } = table
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(until) || from >= until) throw malformed(name, 'its ends')
  if (changes[0]?.[0] !== from) throw malformed(name, 'its first entry')
  const instants = new Float64Array(changes.length)
  const offsets = new Float64Array(changes.length)
  const walls = new Float64Array(changes.length)
  let previous = Number.NEGATIVE_INFINITY
  let before = 0
  let wall = Number.NEGATIVE_INFINITY
  changes.forEach(([instant, seconds], at) => {
    if (!Number.isSafeInteger(instant) || instant <= previous || instant > until) throw malformed(name, `entry ${at}`)
    if (!Number.isInteger(seconds) || Math.abs(seconds) > 86_400) throw malformed(name, `the offset of entry ${at}`)
    const offset = seconds * 1000
    // A skipped local time is read with the offset before (so it moves later by the skip), one that exists twice too (the earlier).
    const nextWall = at === 0 ? wall : instant + Math.max(before, offset)
    if (at > 0 && nextWall <= wall) throw malformed(name, `entry ${at}, too near the one before`)
    instants[at] = instant
    offsets[at] = offset
    walls[at] = nextWall
    previous = instant
    before = offset
    wall = nextWall
  })
  return { name, data, from, until, instants, offsets, walls }
}

/** The seconds to add to UTC at an instant (ms). Throws `past-horizon` outside the table. */
export function offsetAt(zone: Zone, instant: number): number {
  return offsetMs(zone, instant) / 1000
}

/** The local date at an instant (ms). Throws `past-horizon` outside the table. */
export function localDay(zone: Zone, instant: number): Day {
  return Math.floor((instant + offsetMs(zone, instant)) / MS_OF_DAY)
}

/** Local date and time of day at an instant (ms). Throws `past-horizon` outside the table. */
export function localParts(zone: Zone, instant: number): LocalParts {
  const local = instant + offsetMs(zone, instant)
  const day = Math.floor(local / MS_OF_DAY)
  const inDay = local - day * MS_OF_DAY
  const minutes = Math.floor(inDay / MS_OF_MINUTE)
  const inMinute = inDay - minutes * MS_OF_MINUTE
  const seconds = Math.floor(inMinute / 1000)
  return { day, minutes, seconds, ms: inMinute - seconds * 1000 }
}

/**
 * The instant (ms) at which a wall clock shows a minute (0 to 1440) of a local date. A time that a clock change skips moves later
 * by the length of the skip, one that exists twice is the earlier (Temporal's `compatible`). Throws `past-horizon` outside the table.
 */
export function instantOf(zone: Zone, day: Day, minuteOfDay: number): number {
  const local = day * MS_OF_DAY + minuteOfDay * MS_OF_MINUTE
  const instant = local - (zone.offsets[lastUpTo(zone.walls, local)] as number)
  if (!(instant >= zone.from && instant <= zone.until)) throw pastHorizon(zone.name, instant, zone.from, zone.until)
  return instant
}

/** The first instant of a local date: its midnight, or what follows a skipped midnight. */
export function startOfDay(zone: Zone, day: Day): number {
  return instantOf(zone, day, 0)
}

/** The end of a local date, which is the start of the next: due times on dates stand here. */
export function endOfDay(zone: Zone, day: Day): number {
  return instantOf(zone, day + 1, 0)
}

function offsetMs(zone: Zone, instant: number): number {
  if (!(instant >= zone.from && instant <= zone.until)) throw pastHorizon(zone.name, instant, zone.from, zone.until)
  return zone.offsets[lastUpTo(zone.instants, instant)] as number
}

/** Index of the last value that is not after `x`; 0 where all are. */
function lastUpTo(values: Float64Array, x: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((values[middle] as number) <= x) low = middle
    else high = middle - 1
  }
  return low
}

function malformed(zone: string, what: string): CalendarError {
  return new CalendarError('unknown-zone', `the table of time zone “${zone}” cannot be used: ${what}`, {
    zone,
    reason: what,
  })
}
