import { type Day, formatDate } from './local-date.ts'
import { CalendarError } from './problem.ts'

/** Four an hour: more is a slip or an attack, and each takes room for every date of the horizon. */
const MOST_PERIODS = 96

/**
 * Opening hours of one date, half open [start, end), in minutes of the local day. The end may be 1440 (midnight); an end that is not
 * after the start belongs to the next date, so 22:00 to 06:00 is a night.
 */
export interface Period {
  readonly start: number
  readonly end: number
}

/** A calendar as its charter writes it. */
export interface CalendarRules {
  readonly zone: string
  /** the periods of seven weekdays, Monday first */
  readonly week: readonly (readonly Period[])[]
  /** holidays without hours */
  readonly closed: readonly Day[]
  /** hours of single dates; they stand above `closed` and `week` */
  readonly on: ReadonlyMap<Day, readonly Period[]>
  /** whether a night that begins before a holiday goes on into it; if not, it ends at midnight */
  readonly continues: boolean
  /** the last date for which the holidays are known */
  readonly holidaysUntil?: Day
}

/** Does the period run into the next date? */
export function isOvernight(period: Period): boolean {
  return period.end <= period.start
}

/** Throws `bad-hours` where the rules hold what no calendar can open by; says which period or date. */
export function checkRules(rules: CalendarRules): void {
  if (rules.week.length !== 7) throw badHours('a week has seven days', 'week')
  for (const [weekday, periods] of rules.week.entries()) checkPeriods(periods, `week[${weekday}]`)
  for (const day of rules.closed) checkDay(day, 'closed')
  for (const [day, periods] of rules.on) {
    checkDay(day, 'on')
    checkPeriods(periods, `on ${formatDate(day)}`)
  }
}

function checkDay(day: Day, where: string): void {
  if (!Number.isSafeInteger(day)) throw badHours(`${day} is not a date`, where)
}

function checkPeriods(periods: readonly Period[], where: string): void {
  if (periods.length > MOST_PERIODS)
    throw badHours(`${periods.length} periods on one date; ${MOST_PERIODS} is the most`, where)
  for (const { start, end } of periods) {
    const written = `${clockText(start)}-${clockText(end)}`
    if (!(Number.isInteger(start) && start >= 0 && start < 1440))
      throw badHours(`${written} does not start between 00:00 and 23:59`, where)
    if (!(Number.isInteger(end) && end >= 0 && end <= 1440))
      throw badHours(`${written} does not end between 00:00 and 24:00`, where)
    if (start === end) throw badHours(`${written} is empty; write 00:00-24:00 for a whole day, or leave it out`, where)
  }
}

function clockText(minutes: number): string {
  if (!Number.isFinite(minutes)) return String(minutes)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function badHours(message: string, where: string): CalendarError {
  return new CalendarError('bad-hours', `${where}: ${message}`, { where })
}
