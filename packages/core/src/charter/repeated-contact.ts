/** Tickets that are events of the charter since their customer comes again and again (SPEC E15). */
import { addSpan, localDay, type Zone } from '../calendar/index.ts'
import type { CompiledCharter } from './compiled.ts'
import type { RepeatedContact } from './parts.ts'
import { durationText } from './view/duration-text.ts'

/** The most of a customer's tickets that are ever counted. */
export const MOST_REPEATED = 100

/** No span of a repeated contact is longer, ms: what lies further back is counted by none. */
export const LONGEST_REPEATED = 368 * 86_400_000

/**
 * Names of the events that a ticket is which a customer opens at `at`, in the order of the charter. `before`: when the
 * customer's other tickets were created that count, in any order (all UTC ms); those of a later date do not.
 */
export function eventsRepeated(
  { document, zone }: Pick<CompiledCharter, 'document' | 'zone'>,
  at: number,
  before: readonly number[],
): readonly string[] {
  const known = before.filter((instant) => instant >= zone.from && instant <= zone.until)
  return [...document.events.values()].flatMap(({ name, repeated }) =>
    repeated !== undefined && isRepeated(repeated, zone, at, known) ? [name] : [],
  )
}

function isRepeated({ tickets, within }: RepeatedContact, zone: Zone, at: number, others: readonly number[]): boolean {
  const today = localDay(zone, at)
  const counting = others.map((instant) => localDay(zone, instant)).filter((day) => day <= today)
  return 1 + counting.filter((day) => addSpan(day, within) > today).length >= tickets
}

/** How many tickets of one customer in which time, as `3 within 14 days`. */
export function repeatedText({ tickets, within }: RepeatedContact): string {
  return `${tickets} within ${durationText({ kind: 'dates', span: within })}`
}
