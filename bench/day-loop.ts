import type { CalendarRules, Day, Period } from '@avow/core'
import { Temporal } from 'temporal-polyfill'

const MS_OF_DAY = 86_400_000
const MS_OF_MINUTE = 60_000

/**
 * What one would write without an index, done well: walk the dates from the start, skip the closed ones, take local time from
 * temporal-polyfill. A date's offset is asked for once and kept; only dates on which the clock changes go to the polyfill again.
 */
export class DayLoop {
  readonly #rules: CalendarRules
  readonly #closed: ReadonlySet<Day>
  readonly #offsets = new Map<Day, number>()

  constructor(rules: CalendarRules) {
    this.#rules = rules
    this.#closed = new Set(rules.closed)
  }

  due(start: number, ms: number): number {
    let left = ms
    for (let day = this.#dayOf(start) - 1; ; day++) {
      for (const period of this.#periodsOf(day)) {
        const opens = Math.max(start, this.#instant(day, period.start))
        const closes = this.#closing(day, period)
        if (closes <= opens) continue
        if (closes - opens >= left) return opens + left
        left -= closes - opens
      }
    }
  }

  elapsed(from: number, to: number): number {
    let open = 0
    const last = this.#dayOf(to)
    for (let day = this.#dayOf(from) - 1; day <= last; day++) {
      for (const period of this.#periodsOf(day)) {
        const opens = Math.max(from, this.#instant(day, period.start))
        const closes = Math.min(to, this.#closing(day, period))
        if (closes > opens) open += closes - opens
      }
    }
    return open
  }

  #periodsOf(day: Day): readonly Period[] {
    if (this.#closed.has(day)) return []
    return this.#rules.week[(((day + 3) % 7) + 7) % 7] ?? []
  }

  #closing(day: Day, period: Period): number {
    if (period.end > period.start) return this.#instant(day, period.end)
    return this.#instant(day + 1, this.#closed.has(day + 1) && !this.#rules.continues ? 0 : period.end)
  }

  /** A wall clock's instant: by the date's one offset, or by the polyfill where it has two. */
  #instant(day: Day, minute: number): number {
    const offset = this.#offsetOf(day)
    const local = day * MS_OF_DAY + minute * MS_OF_MINUTE
    return Number.isNaN(offset) ? zoned(local, this.#rules.zone) : local - offset
  }

  #dayOf(instant: number): Day {
    const near = this.#offsetOf(Math.floor(instant / MS_OF_DAY))
    const offset = Number.isNaN(near)
      ? Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.#rules.zone).offsetNanoseconds / 1e6
      : near
    return Math.floor((instant + offset) / MS_OF_DAY)
  }

  /** The offset in ms of a date whose neighbours have the same; else NaN. */
  #offsetOf(day: Day): number {
    const known = this.#offsets.get(day)
    if (known !== undefined) return known
    const before = (day - 1) * MS_OF_DAY - zoned((day - 1) * MS_OF_DAY, this.#rules.zone)
    const after = (day + 2) * MS_OF_DAY - zoned((day + 2) * MS_OF_DAY, this.#rules.zone)
    const offset = before === after ? before : Number.NaN
    this.#offsets.set(day, offset)
    return offset
  }
}

/** The instant at which the zone's wall clock shows what `local` would be in UTC. */
function zoned(local: number, zone: string): number {
  const wall = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime()
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}
