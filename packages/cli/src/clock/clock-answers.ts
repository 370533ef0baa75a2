/** Answers one question of `avow clock` after the other. */
import { CalendarError, type CalendarRules, due, elapsed, nearest, parseInstant } from '@avow/core'
import { WideningCalendar } from './widening-calendar.ts'

interface Problem {
  readonly code: string
  readonly message: string
}

export class ClockAnswers {
  /** Whether a question could not be answered. */
  failed = false
  private readonly calendars: ReadonlyMap<string, WideningCalendar>

  constructor(rules: ReadonlyMap<string, CalendarRules>) {
    this.calendars = new Map([...rules].map(([name, one]) => [name, new WideningCalendar(one)]))
  }

  /** The answer to one line, as a line. */
  answer(line: string): string {
    try {
      return JSON.stringify(this.reckon(questionOf(line)))
    } catch (error) {
      const problem = problemOf(error)
      if (problem === undefined) throw error
      this.failed = true
      return JSON.stringify({ error: problem })
    }
  }

  private reckon(question: Readonly<Record<string, unknown>>): unknown {
    const { calendar: name, start, add_s: add, due: _due, end, open_s: _open, ...rest } = question
    const calendar = this.calendarNamed(name)
    const from = instantOf('start', start)
    if (add === undefined && end === undefined) throw new Refused('nothing-asked', 'a line has add_s, or end, or both')
    const answer: Record<string, unknown> = { calendar: name, start }
    if (add !== undefined) {
      const ms = typeof add === 'number' ? Math.round(add * 1000) : Number.NaN
      if (!(ms >= 0 && Number.isSafeInteger(ms)))
        throw new Refused('bad-number', `add_s is a number of seconds, 0 or more; got ${JSON.stringify(add)}`)
      answer['add_s'] = add
      answer['due'] = shortInstant(calendar.ask(from, from, (open) => due(open, from, ms)))
    }
    if (end !== undefined) {
      const to = instantOf('end', end)
      answer['end'] = end
      answer['open_s'] = calendar.ask(Math.min(from, to), Math.max(from, to), (open) => elapsed(open, from, to)) / 1000
    }
    return { ...answer, ...rest }
  }

  private calendarNamed(name: unknown): WideningCalendar {
    const calendar = typeof name === 'string' ? this.calendars.get(name) : undefined
    if (calendar !== undefined) return calendar
    const guess = typeof name === 'string' ? nearest(name, this.calendars.keys(), { left: 1000 }) : undefined
    const help =
      guess === undefined
        ? `there are: ${[...this.calendars.keys()].slice(0, 20).join(', ')}`
        : `did you mean “${guess}”?`
    throw new Refused(
      'unknown-calendar',
      `there is no calendar ${typeof name === 'string' ? `“${name}”` : JSON.stringify(name ?? null)}; ${help}`,
    )
  }
}

class Refused extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Refused || error instanceof CalendarError) return { code: error.code, message: error.message }
  return undefined
}

function questionOf(line: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new Refused('not-json', 'the line is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refused('not-json', 'a line is a JSON object with calendar, start, and add_s or end')
  return Object.fromEntries(Object.entries(value))
}

function instantOf(field: string, value: unknown): number {
  const instant = typeof value === 'string' ? parseInstant(value) : undefined
  if (instant !== undefined) return instant
  throw new Refused(
    'bad-instant',
    `${field} is an instant such as 2026-12-23T15:30:00Z; got ${JSON.stringify(value ?? null)}`,
  )
}

/** RFC 3339 in UTC, with a fraction only where there is one. */
function shortInstant(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
