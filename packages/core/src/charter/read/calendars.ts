import type { CalendarRules } from '../../calendar/index.ts'
import type { CalendarDefinition, Place } from '../parts.ts'
import type { SourceNode } from '../source/node.ts'
import { closedDates, date, ownHours } from './calendar-dates.ts'
import { declarations } from './declarations.ts'
import { field, fields, required } from './fields.ts'
import type { Reading } from './reading.ts'
import { texts } from './texts.ts'
import { week } from './week.ts'
import { flag, isGoodName, oneOrMore, text } from './words.ts'
import { zoneName } from './zone.ts'

const calendarFields = fields('a calendar', {
  open: required('Opening hours by weekday, or “always”.', week),
  closed: field('Dates without hours; “2026-12-24 .. 2026-12-26” closes all three.', closedDates),
  on: field('Hours of single dates; they win over “closed” and over the week.', ownHours),
  'holidays until': field('The last date for which the holidays are known; later due times are marked unsure.', date),
  'holidays from': field(
    'Where the dates come from, e.g. a law or a list and when it was read; nothing is judged by it.',
    oneOrMore('texts', text('a text')),
  ),
  'night continues': field(
    'Whether a night that begins before a holiday goes on into it; else it ends at midnight.',
    flag,
  ),
  zone: field('The time zone, where it is not the charter’s.', zoneName),
  says: field('What people call the calendar.', texts()),
})

/** Opening hours, holidays and time zone, by name. */
export const calendars = declarations<CalendarDefinition>({
  kind: 'calendar',
  of: (reading) => reading.calendars,
  isAllowed: (name, place, reading) => isGoodName(name, 'a calendar', place, reading),
  read: readCalendar,
  schema: calendarFields.schema,
})

function readCalendar(name: string, node: SourceNode, place: Place, reading: Reading): CalendarDefinition | undefined {
  const values = calendarFields.read(node, reading)?.values
  if (values?.open === undefined) return undefined
  const {
    open,
    closed,
    on,
    zone,
    says,
    'holidays until': holidaysUntil,
    'holidays from': sources,
    'night continues': continues,
  } = values
  const rules: CalendarRules = {
    zone: zone ?? reading.zone,
    week: open,
    closed: closed ?? [],
    on: on ?? new Map(),
    continues: continues ?? false,
    ...(holidaysUntil === undefined ? {} : { holidaysUntil }),
  }
  return { name, rules, sources: sources ?? [], ...(says ? { says } : {}), place }
}
