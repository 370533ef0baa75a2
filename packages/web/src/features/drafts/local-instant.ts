import { compileZone, instantOf, openZone, parseDate } from '@avow/core'

const YEAR = 366 * 86_400_000

/** `2026-12-01T08:00` in a zone, as RFC 3339 in UTC with milliseconds; undefined for what is no time. SPEC: skipped times move later. */
export function localInstant(time: string, zone: string): string | undefined {
  const [, date, hours, minutes] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(time) ?? []
  const day = parseDate(date ?? '')
  if (day === undefined) return undefined
  const around = Date.parse(`${date}T00:00:00Z`)
  const opened = openZone(compileZone(zone, around - YEAR, around + YEAR, 'browser'))
  return new Date(instantOf(opened, day, Number(hours) * 60 + Number(minutes))).toISOString()
}
