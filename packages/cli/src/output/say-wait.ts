import { sayLength } from '@avow/core'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long one waits by the clock on the wall: `40 min`, `3 h 10 min`, `6 days 4 h`. Lengths that were counted are never said in days. */
export function sayWait(ms: number): string {
  if (ms < 2 * DAY) return sayLength(ms < MINUTE ? ms : Math.floor(ms / MINUTE) * MINUTE)
  const hours = Math.floor((ms % DAY) / HOUR)
  return `${Math.floor(ms / DAY)} days${hours > 0 ? ` ${hours} h` : ''}`
}
