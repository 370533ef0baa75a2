import { endOfDay, instantOf, parseDate, startOfDay, type Zone } from '../calendar/index.ts'
import { parseInstant } from '../ticket/index.ts'

const LOCAL = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?$/

/**
 * The instant (UTC ms) that an example writes: `2026-12-23T16:30` in the charter's zone, or with `Z` or an offset. A date
 * alone is its first instant, or where `end` is asked its end, as a target in dates falls due. Undefined for other texts.
 */
export function exampleInstant(text: string, zone: Zone, end = false): number | undefined {
  const found = LOCAL.exec(text)
  if (found === null) return parseInstant(text)
  const day = parseDate(found[1] ?? '')
  if (day === undefined) return undefined
  if (found[2] === undefined) return end ? endOfDay(zone, day) : startOfDay(zone, day)
  const minute = Number(found[2]) * 60 + Number(found[3])
  if (minute > 1440 || Number(found[3]) > 59 || Number(found[4] ?? 0) > 59) return undefined
  return instantOf(zone, day, minute) + Number(found[4] ?? 0) * 1000 + Number((found[5] ?? '').padEnd(3, '0'))
}
