import type { Html } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import type { WallClock } from '../wall-clock.ts'
import type { PublishedVersion } from './read-charter.ts'

/** From when and until when a version is in force; `now`: UTC ms. */
export function inForceWords({ from, until }: PublishedVersion, tongue: Tongue, clock: WallClock, now: number): Html {
  if (from > now) return tongue.say('charter.not-yet', { date: tongue.date(from, clock) })
  return until > now
    ? tongue.say('charter.in-force', { date: tongue.date(from, clock) })
    : tongue.say('charter.was-in-force', { from: tongue.date(from, clock), to: tongue.date(until, clock) })
}
