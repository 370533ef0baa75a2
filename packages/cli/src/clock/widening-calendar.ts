/** A calendar that is compiled as far as the questions reach, and farther when one reaches beyond. */
import { type Calendar, CalendarError, type CalendarRules, compileCalendar, compileZone, openZone } from '@avow/core'
import { zoneData } from '../input/load-charter.ts'

const YEAR = 365.25 * 86_400_000
/** Beyond these years nobody reckons; an instant there is a typing error. */
const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

export class WideningCalendar {
  private readonly rules: CalendarRules
  private calendar: Calendar | undefined
  private from = Number.POSITIVE_INFINITY
  private until = Number.NEGATIVE_INFINITY

  constructor(rules: CalendarRules) {
    this.rules = rules
  }

  /**
   * The answer of `reckon`, for instants between `from` and `until` (UTC ms) and whatever lies behind them. Throws
   * CalendarError: `never-open`, `unknown-zone`, `bad-hours`, and `past-horizon` outside the years 1900 to 2199.
   */
  ask<T>(from: number, until: number, reckon: (calendar: Calendar) => T): T {
    for (let years = 4; ; years *= 4) {
      try {
        return reckon(this.covering(from, until))
      } catch (error) {
        const more = error instanceof CalendarError && error.code === 'past-horizon' && this.until < LATEST
        if (!more || from < EARLIEST || until > LATEST) throw error
        this.widen(from, Math.max(this.until, until) + years * YEAR)
      }
    }
  }

  private covering(from: number, until: number): Calendar {
    if (this.calendar === undefined || from < this.from || until > this.until) this.widen(from - YEAR, until + 2 * YEAR)
    if (this.calendar === undefined) throw new TypeError('the calendar was not compiled')
    return this.calendar
  }

  private widen(from: number, until: number): void {
    this.from = Math.max(EARLIEST, Math.min(this.from, Math.floor(from)))
    this.until = Math.min(LATEST, Math.max(this.until, Math.ceil(until)))
    this.calendar = compileCalendar(this.rules, openZone(compileZone(this.rules.zone, this.from, this.until, zoneData())))
  }
}
