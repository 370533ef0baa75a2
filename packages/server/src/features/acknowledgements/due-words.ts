import type { Day } from '@avow/core'
import type { WallClock } from '../../site/wall-clock.ts'

/**
 * A due time as a reader is told it: date and time on a wall clock, with the name of its zone, in a language. Where that is
 * the charter's zone, the offset is the version's own; the runtime gives only the words.
 */
export function dueWords(clock: WallClock, due: number, language: string): string {
  return `${clockOf(language).format(clock.local(due))} (${zoneWords(clock.zone, due, language)})`
}

/** A date as a reader is told it, in a language: `31 March 2027`. */
export function dayWords(day: Day, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day * MS_OF_DAY)
}

const MS_OF_DAY = 86_400_000

/** Making one takes longer than all the rest of an acknowledgement. */
const clocks = new Map<string, Intl.DateTimeFormat>()
const zones = new Map<string, Intl.DateTimeFormat | undefined>()
const MOST_KEPT = 200

function clockOf(language: string): Intl.DateTimeFormat {
  return kept(
    clocks,
    language,
    () => new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }),
  )
}

function zoneWords(name: string, at: number, language: string): string {
  const format = kept(zones, `${language} ${name}`, () => zoneFormat(name, language))
  return format?.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? name
}

/** Undefined for a zone that the runtime does not know, though the charter's version does. */
function zoneFormat(timeZone: string, language: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'long' })
  } catch {
    return undefined
  }
}

function kept<T>(made: Map<string, T>, name: string, make: () => T): T {
  const known = made.get(name)
  if (known !== undefined) return known
  if (made.size >= MOST_KEPT) made.clear()
  const fresh = make()
  made.set(name, fresh)
  return fresh
}
