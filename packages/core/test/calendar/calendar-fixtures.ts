import type { Calendar } from '../../src/calendar/calendar.ts'
import { compileCalendar } from '../../src/calendar/compile-calendar.ts'
import { compileZone } from '../../src/calendar/compile-zone.ts'
import type { CalendarRules, Period } from '../../src/calendar/hours.ts'
import { parseDate } from '../../src/calendar/local-date.ts'
import { CalendarError } from '../../src/calendar/problem.ts'
import { openZone, type Zone } from '../../src/calendar/zone.ts'

/** Calendars made by hand for the tests of this folder. */

export const ZONES = [
  'Europe/Warsaw',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'America/Nuuk',
  'UTC',
]
export const FROM = Date.UTC(2024, 0, 1)
export const UNTIL = Date.UTC(2028, 0, 1)

const opened = new Map<string, Zone>()

/** The zone over 2024 to 2027. */
export function zoneOf(name: string): Zone {
  const known = opened.get(name)
  if (known !== undefined) return known
  const zone = openZone(compileZone(name, FROM, UNTIL, 'test'))
  opened.set(name, zone)
  return zone
}

/** `09:00-17:00` as a period. */
export function period(text: string): Period {
  const [start = Number.NaN, startMinute = Number.NaN, end = Number.NaN, endMinute = Number.NaN] = text
    .split(/[:-]/)
    .map(Number)
  return { start: start * 60 + startMinute, end: end * 60 + endMinute }
}

/** The day of `2026-12-24`. */
export function day(date: string): number {
  const found = parseDate(date)
  if (found === undefined) throw new Error(`${date} is no date`)
  return found
}

/** UTC ms of `2026-12-24T09:00Z`. */
export function at(instant: string): number {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new Error(`${instant} is no instant`)
  return ms
}

export interface Written {
  readonly zone?: string
  /** hours of Monday to Friday */
  readonly workdays?: readonly string[]
  readonly saturday?: readonly string[]
  readonly sunday?: readonly string[]
  readonly closed?: readonly string[]
  readonly on?: Readonly<Record<string, readonly string[]>>
  readonly continues?: boolean
}

/** Rules in short; 9 to 17 on workdays in Warsaw unless said otherwise. */
export function rules(written: Written = {}): CalendarRules {
  const {
    zone = 'Europe/Warsaw',
    workdays = ['09:00-17:00'],
    saturday = [],
    sunday = [],
    closed = [],
    on = {},
    continues = false,
  } = written
  return {
    zone,
    week: [workdays, workdays, workdays, workdays, workdays, saturday, sunday].map((texts) => texts.map(period)),
    closed: closed.map(day),
    on: new Map(Object.entries(on).map(([date, texts]) => [day(date), texts.map(period)])),
    continues,
  }
}

export function calendar(written: Written = {}): Calendar {
  const made = rules(written)
  return compileCalendar(made, zoneOf(made.zone))
}

/** The code that a call fails with; undefined when it does not. */
export function problemOf(call: () => unknown): unknown {
  try {
    call()
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

/** What a call fails with: its message, and the values that a reader of it may put into words of his own. */
export function failure(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    if (error instanceof CalendarError) return [error.name, error.code, error.message, error.data]
    return error instanceof RangeError ? error.message : error
  }
}
