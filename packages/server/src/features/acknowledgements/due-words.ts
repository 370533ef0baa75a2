import { offsetAt, type Zone } from '@avow/core'

/**
 * A due time as a reader is told it: date and time on the wall clock of the charter's zone, with the zone's name, in a
 * language. The offset is the charter version's own; the runtime gives only the words.
 */
export function dueWords(zone: Zone, due: number, language: string): string {
  const wall = due + offsetAt(zone, due) * 1000
  return `${clockOf(language).format(wall)} (${zoneWords(zone.name, due, language)})`
}

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
