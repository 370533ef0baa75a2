/** A calendar that is compiled as far as the questions reach, and farther when one reaches beyond. */
import { type Calendar, CalendarError, type CalendarRules, compileCalendar, compileZone, openZone } from '@avow/core'
import { zoneData } from '../input/load-charter.ts'

const YEAR = 365.25 * 86_400_000
/** Beyond these years nobody reckons; an instant there is a typing error. */
const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

/** A calendar knows the hours of whole dates only, so its ends lie up to two dates inside its zone's. */
const MARGIN = 3 * 86_400_000

export class WideningCalendar {
  private readonly rules: CalendarRules
  private calendar: Calendar | undefined

  constructor(rules: CalendarRules) {
    this.rules = rules
  }

  /**
   * The answer of `reckon`, for instants between `from` and `until` (UTC ms) and whatever lies behind them. Throws
   * CalendarError: `never-open`, `unknown-zone`, `bad-hours`, and `past-horizon` outside the years 1900 to 2199.
   */
  ask<T>(from: number, until: number, reckon: (calendar: Calendar) => T): T {
    let calendar = this.covering(Math.max(EARLIEST, from), Math.min(LATEST, until))
    for (let years = 4; ; years *= 4) {
      try {
        return reckon(calendar)
      } catch (error) {
        const isFarther = error instanceof CalendarError && error.code === 'past-horizon' && calendar.until < LATEST
        if (!isFarther || from < EARLIEST || until > LATEST) throw error
        calendar = this.widened(calendar.from, calendar.until + years * YEAR)
      }
    }
  }

  private covering(from: number, until: number): Calendar {
    const known = this.calendar
    if (known !== undefined && from >= known.from && until <= known.until) return known
    return this.widened(Math.min(from - YEAR, known?.from ?? from), Math.max(until + 2 * YEAR, known?.until ?? until))
  }

  private widened(from: number, until: number): Calendar {
    const first = Math.max(EARLIEST, Math.floor(from)) - MARGIN
    const last = Math.min(LATEST, Math.ceil(until)) + MARGIN
    this.calendar = compileCalendar(this.rules, openZone(compileZone(this.rules.zone, first, last, zoneData())))
    return this.calendar
  }
}
