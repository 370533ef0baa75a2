import { offsetAt, type Zone } from '@avow/core'

/**
 * A due time as a reader is told it: date and time on the wall clock of the charter's zone, with the zone's name, in a
 * language. The offset is the charter version's own; the runtime gives only the words.
 */
export function dueWords(zone: Zone, due: number, language: string): string {
  const wall = due + offsetAt(zone, due) * 1000
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }).format(
    wall,
  )
  return `${time} (${zoneWords(zone.name, due, language)})`
}

/** The runtime may know other zones than the charter's version: then the zone is named as the charter names it. */
function zoneWords(name: string, at: number, language: string): string {
  try {
    const parts = new Intl.DateTimeFormat(language, { timeZone: name, timeZoneName: 'long' }).formatToParts(at)
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? name
  } catch {
    return name
  }
}
