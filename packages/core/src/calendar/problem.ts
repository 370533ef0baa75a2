/** What can go wrong with calendars; the codes are stable. */
export type CalendarProblem = 'past-horizon' | 'never-open' | 'unknown-zone' | 'bad-hours'

/** Values that a reader of the error may want in a text of his own. */
export type ProblemData = Readonly<Record<string, string | number>>

/** A calendar or a zone that cannot answer, or cannot be built. Nothing here ever answers with a guess. */
export class CalendarError extends Error {
  readonly code: CalendarProblem
  readonly data: ProblemData

  constructor(code: CalendarProblem, message: string, data: ProblemData) {
    super(message)
    this.name = 'CalendarError'
    this.code = code
    this.data = data
  }
}

/** An instant as text, also one that no date can show. */
export function instantText(instant: number): string {
  return Math.abs(instant) <= 8.64e15 ? new Date(instant).toISOString() : String(instant)
}

/** The error for an instant that a zone's or a calendar's horizon does not reach. */
export function pastHorizon(zone: string, instant: number, from: number, until: number): CalendarError {
  return new CalendarError(
    'past-horizon',
    `${instantText(instant)} is outside the time known for ${zone}, ${instantText(from)} to ${instantText(until)}; ` +
      'publish a new version to move it on',
    { zone, instant: instantText(instant), from: instantText(from), until: instantText(until) },
  )
}
