import { offsetAt, type Zone } from '@avow/core'

/** What the clock on a wall shows somewhere. */
export interface WallClock {
  /** Name of the zone, always printed with its times. */
  readonly zone: string
  /** The local time of an instant (UTC ms), as ms as though it were UTC. */
  local(instant: number): number
}

/** A charter’s zone, by the offsets that its version carries; beyond them by the zone data of the runtime. */
export function charterClock(zone: Zone): WallClock {
  const beyond = namedClock(zone.name)
  return {
    zone: zone.name,
    local: (instant) =>
      instant >= zone.from && instant <= zone.until ? instant + offsetAt(zone, instant) * 1000 : beyond.local(instant),
  }
}

/** A zone by its name, by the zone data of the runtime: for showing, never for judging. Unknown names are UTC. */
export function namedClock(name: string): WallClock {
  const format = formatFor(name)
  if (format === undefined) return { zone: 'UTC', local: (instant) => instant }
  return {
    zone: name,
    local(instant) {
      const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
      const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
      const [year, month, day] = [part('year'), part('month'), part('day')]
      return Date.UTC(year, month - 1, day, part('hour'), part('minute'), part('second')) + (instant % 1000)
    },
  }
}

/** Making one takes longer than telling a hundred times by it; the names that make one are few. */
const MOST_KEPT = 700
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, ...digits, ...time })
    if (formats.size >= MOST_KEPT) formats.clear()
    formats.set(timeZone, format)
    return format
  } catch {
    return undefined
  }
}
