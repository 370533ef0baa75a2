/** Times and lengths in plain English, for whys and reports on a terminal. Screens format in the reader's language. */
import { dateOfDay, localParts, weekdayOfDay, type Zone } from '../calendar/index.ts'

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const two = (value: number) => String(value).padStart(2, '0')

/** `Wed 23 Dec 2026 16:30` in the zone's local time; seconds only where there are some. UTC where the zone is not known for so long. */
export function sayInstant(zone: Zone, instant: number): string {
  if (!(instant >= zone.from && instant <= zone.until)) return `${new Date(instant).toISOString()} (UTC)`
  const { day, minutes, seconds, ms } = localParts(zone, instant)
  const { year, month, day: date } = dateOfDay(day)
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  const fine = seconds + ms > 0 ? `:${two(seconds)}${ms > 0 ? `.${String(ms).padStart(3, '0')}` : ''}` : ''
  return `${WEEKDAYS[weekdayOfDay(day)]} ${date} ${MONTHS[month - 1]} ${year} ${clock}${fine}`
}

/** `3 h 10 min`, `45 s`, `0 min`; days are never used, since a day may be of opening hours. */
export function sayLength(ms: number): string {
  const whole = Math.abs(ms)
  const hours = Math.floor(whole / 3_600_000)
  const minutes = Math.floor((whole % 3_600_000) / 60_000)
  const seconds = (whole % 60_000) / 1000
  const parts = [
    hours > 0 ? `${hours} h` : '',
    minutes > 0 ? `${minutes} min` : '',
    seconds > 0 ? `${seconds} s` : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : '0 min'
}
