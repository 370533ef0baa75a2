import { sayLength } from '@avow/core'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How long one waits by the clock on the wall: `2 min 53 s`, `3 h 10 min`, `6 days 4 h`. To the second under an hour, to
 * the minute above. Lengths that were counted are never said in days.
 */
export function sayWait(ms: number): string {
  if (ms < SECOND) return sayLength(ms)
  const unit = Math.round(ms / SECOND) * SECOND < HOUR ? SECOND : MINUTE
  const whole = Math.round(ms / unit) * unit
  if (whole < 2 * DAY) return sayLength(whole)
  const hours = Math.floor((whole % DAY) / HOUR)
  return `${Math.floor(whole / DAY)} days${hours > 0 ? ` ${hours} h` : ''}`
}
