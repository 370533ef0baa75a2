/** Calendars that never open, and whose holidays run out or have no end that is said. */
import { type Calendar, CalendarError, formatDate, localDay, nextOpening } from '../calendar/index.ts'
import type { CalendarDefinition, CharterDocument, Finding } from '../charter/index.ts'
import { found } from './found.ts'
import { counted } from './scale-words.ts'

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
    const text = `The calendar “${name}” never opens from ${formatDate(localDay(calendar.zone, asOf))} on, so nothing promised on it ever falls due. Write its hours under “open”.`
    return [found('calendar-never-opens', place, text)]
  }
}

function findHolidaysRunOut({ name, place, rules }: CalendarDefinition, { zone }: Calendar, asOf: number): Finding[] {
  const { holidaysUntil } = rules
  if (holidaysUntil === undefined || asOf < zone.from || asOf > zone.until) return []
  const left = holidaysUntil - localDay(zone, asOf)
  if (left > WARN_DAYS) return []
  const when =
    left < 0
      ? `ran out on ${formatDate(holidaysUntil)}`
      : left === 0
        ? 'run out today'
        : `run out on ${formatDate(holidaysUntil)}, in ${counted(left, 'day')}`
  const text = `The holidays of “${name}” ${when}: due times after that date are marked unsure. Add the next holidays and move “holidays until”.`
  return [found('holidays-run-out', place, text)]
}

function findHolidaysWithoutEnd({ name, place, rules }: CalendarDefinition): Finding[] {
  const last = rules.closed.at(-1)
  if (last === undefined || rules.holidaysUntil !== undefined) return []
  const text = `“${name}” has closed dates but no “holidays until”: after the last, ${formatDate(last)}, every date counts as ordinary. Write until when its closed dates are known.`
  return [found('holidays-without-end', place, text)]
}
