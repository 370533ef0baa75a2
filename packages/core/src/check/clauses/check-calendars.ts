/** Calendars that never open, and whose holidays run out or have no end that is said. */
import { type Calendar, CalendarError, formatDate, localDay, nextOpening } from '../../calendar/index.ts'
import type { CalendarDefinition, CharterDocument, Finding } from '../../charter/index.ts'
import { found } from '../words/found.ts'

/** Days before the end of the known holidays from which on they are asked for. */
const WARN_DAYS = 60

/** The findings about calendars by themselves, as of an instant (UTC ms). */
export function checkCalendars(
  document: CharterDocument,
  calendars: ReadonlyMap<string, Calendar>,
  asOf: number,
): Finding[] {
  return [...document.calendars.values()].flatMap((definition) => {
    const calendar = calendars.get(definition.name)
    if (calendar === undefined) return []
    return [
      ...findNeverOpen(definition, calendar, asOf),
      ...findHolidaysRunOut(definition, calendar, asOf),
      ...findHolidaysWithoutEnd(definition),
    ]
  })
}

function findNeverOpen({ name, place }: CalendarDefinition, calendar: Calendar, asOf: number): Finding[] {
  try {
    nextOpening(calendar, asOf)
    return []
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error
    if (error.code === 'past-horizon' && !(asOf >= calendar.from && asOf <= calendar.until)) return []
    const date = formatDate(localDay(calendar.zone, asOf))
    return [found('calendar-never-opens', place, { calendar: name, date })]
  }
}

function findHolidaysRunOut({ name, place, rules }: CalendarDefinition, { zone }: Calendar, asOf: number): Finding[] {
  const { holidaysUntil } = rules
  if (holidaysUntil === undefined || asOf < zone.from || asOf > zone.until) return []
  const days = holidaysUntil - localDay(zone, asOf)
  if (days > WARN_DAYS) return []
  const date = formatDate(holidaysUntil)
  if (days < 0) return [found('holidays-run-out.past', place, { calendar: name, date })]
  if (days === 0) return [found('holidays-run-out.today', place, { calendar: name })]
  return [found('holidays-run-out.soon', place, { calendar: name, date, days })]
}

function findHolidaysWithoutEnd({ name, place, rules }: CalendarDefinition): Finding[] {
  const last = rules.closed.at(-1)
  if (last === undefined || rules.holidaysUntil !== undefined) return []
  return [found('holidays-without-end', place, { calendar: name, date: formatDate(last) })]
}
