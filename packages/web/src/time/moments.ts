import { DAY } from './lengths.ts'

/** Instants (UTC ms) as they are written in one locale and time zone. */
export interface Moments {
  readonly zone: string
  /** `11:30` */
  clock(ms: number): string
  /** As short as `now` allows: `11:30` today, `Tue 11:30` within six days, `5 Jan`, `5 Jan 2025`. */
  near(ms: number, now: number): string
  /** With date and time: `Mon 5 Jan 2026, 11:30`. */
  full(ms: number): string
  /** With the zone, for titles: `Monday 5 January 2026 at 11:30 CET`. */
  exact(ms: number): string
  /** `5 Jan 2026` */
  date(ms: number): string
  /** From one instant to another, without the year; what both have in common is said once. */
  span(from: number, to: number): string
}

const CACHE = new Map<string, Moments>()

export function momentsOf(locale: string, zone: string): Moments {
  const key = `${locale} ${zone}`
  const known = CACHE.get(key)
  if (known !== undefined) return known
  const made = make(locale, zone)
  CACHE.set(key, made)
  return made
}

function make(locale: string, zone: string): Moments {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
  const clock = format({ hour: '2-digit', minute: '2-digit' })
  const weekday = format({ weekday: 'short', hour: '2-digit', minute: '2-digit' })
  const day = format({ day: 'numeric', month: 'short' })
  const date = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const full = format({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  const ends = format({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  const exact = format({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  const numbers = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return {
    zone,
    clock: (ms) => clock.format(ms),
    near(ms, now) {
      const [then, today] = [numbers.format(ms), numbers.format(now)]
      if (then === today) return clock.format(ms)
      if (Math.abs(ms - now) < 6 * DAY) return weekday.format(ms)
      return then.slice(0, 4) === today.slice(0, 4) ? day.format(ms) : date.format(ms)
    },
    full: (ms) => full.format(ms),
    exact: (ms) => exact.format(ms),
    date: (ms) => date.format(ms),
    span: (from, to) => ends.formatRange(from, to),
  }
}
