import type { CalendarRules, Period } from './hours.ts'
import { checkRules } from './hours.ts'
import { type Day, parseDate } from './local-date.ts'
import { CalendarError } from './problem.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const FIELDS = ['tz', 'week', 'holidays', 'on', 'continues']

/**
 * Reads a calendars file, parsed from JSON: `{"office":{"tz":"Europe/Warsaw","week":{"mon":[["09:00","17:00"]]},"holidays":["2026-12-25"],
 * "on":{"2026-12-24":[["08:00","12:00"]]},"continues":false}}`. Only `tz` and `week` are needed; weekdays left out are closed. Throws
 * `bad-hours` (`unknown-zone` for a missing zone) naming the calendar and the place; whether the zone exists is for `compileZone`.
 */
export function readCalendarsFile(json: unknown): Map<string, CalendarRules> {
  const calendars = new Map<string, CalendarRules>()
  for (const [name, value] of entriesOf(json, 'the calendars file')) calendars.set(name, readCalendar(value, name))
  return calendars
}

function readCalendar(json: unknown, name: string): CalendarRules {
  const fields = new Map(entriesOf(json, name))
  for (const field of fields.keys())
    if (!FIELDS.includes(field)) throw bad(name, `there is no field “${field}”; there are ${FIELDS.join(', ')}`)
  const zone = fields.get('tz')
  if (typeof zone !== 'string' || zone === '') {
    throw new CalendarError('unknown-zone', `${name}: tz: write a time zone such as "Europe/Warsaw"`, {
      where: `${name}.tz`,
    })
  }
  const rules = {
    zone,
    week: readWeek(fields.get('week'), `${name}.week`),
    closed: listOf(fields.get('holidays') ?? [], `${name}.holidays`).map((date) => readDate(date, `${name}.holidays`)),
    on: readOwnHours(fields.get('on') ?? {}, `${name}.on`),
    continues: readContinues(fields.get('continues'), `${name}.continues`),
  }
  checkPlaced(rules, name)
  return rules
}

function readWeek(json: unknown, where: string): Period[][] {
  const days = new Map(entriesOf(json, where))
  for (const day of days.keys())
    if (!WEEKDAYS.includes(day)) throw bad(where, `there is no weekday “${day}”; there are ${WEEKDAYS.join(', ')}`)
  return WEEKDAYS.map((day) => readPeriods(days.get(day) ?? [], `${where}.${day}`))
}

function readOwnHours(json: unknown, where: string): Map<Day, Period[]> {
  return new Map(
    entriesOf(json, where).map(([date, periods]) => [readDate(date, where), readPeriods(periods, `${where}.${date}`)]),
  )
}

function readContinues(json: unknown, where: string): boolean {
  if (json !== undefined && typeof json !== 'boolean') throw bad(where, 'write true or false')
  return json ?? false
}

function readPeriods(json: unknown, where: string): Period[] {
  return listOf(json, where).map((pair) => {
    const [start, end, ...rest] = listOf(pair, where)
    if (rest.length > 0) throw bad(where, 'a period has a start and an end, such as ["09:00","17:00"]')
    return { start: readTime(start, where), end: readTime(end, where) }
  })
}

function readTime(json: unknown, where: string): number {
  const match = typeof json === 'string' ? /^(\d\d):(\d\d)$/.exec(json) : null
  const minutes = match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2])
  if (!(minutes <= 1440) || Number(match?.[2]) > 59)
    throw bad(where, `${shown(json)} is not a time from "00:00" to "24:00"`)
  return minutes
}

function readDate(json: unknown, where: string): Day {
  const day = typeof json === 'string' ? parseDate(json) : undefined
  if (day === undefined) throw bad(where, `${shown(json)} is not a date such as "2026-12-24"`)
  return day
}

function checkPlaced(rules: CalendarRules, name: string): void {
  try {
    checkRules(rules)
  } catch (error) {
    throw error instanceof CalendarError ? bad(name, error.message) : error
  }
}

function entriesOf(json: unknown, where: string): [string, unknown][] {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw bad(where, `expected an object, found ${shown(json)}`)
  return Object.entries(json)
}

function listOf(json: unknown, where: string): unknown[] {
  if (!Array.isArray(json)) throw bad(where, `expected a list, found ${shown(json)}`)
  return json
}

function shown(json: unknown): string {
  const text = JSON.stringify(json) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function bad(where: string, message: string): CalendarError {
  return new CalendarError('bad-hours', `${where}: ${message}`, { where })
}
