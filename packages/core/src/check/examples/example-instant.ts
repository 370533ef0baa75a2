import { instantOf, parseDate, type Zone } from '../../calendar/index.ts'
import { parseInstant } from '../../ticket/index.ts'

const LOCAL = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?$/

/**
 * The instant (UTC ms) that an example writes: `2026-12-23T16:30` in the charter's zone, or with `Z` or an offset.
 * Undefined for other texts. Throws CalendarError `past-horizon`.
 */
export function exampleInstant(text: string, zone: Zone): number | undefined {
  const found = LOCAL.exec(text)
  if (found === null) return parseInstant(text)
  const day = parseDate(found[1] ?? '')
  const minute = Number(found[2]) * 60 + Number(found[3])
  if (day === undefined || minute >= 1440 || Number(found[3]) > 59 || Number(found[4] ?? 0) > 59) return undefined
  return instantOf(zone, day, minute) + Number(found[4] ?? 0) * 1000 + Number((found[5] ?? '').padEnd(3, '0'))
}
