/** Two wordings of an event that happens since a customer comes again (SPEC E15), compared. */
import { addSpan, parseDate } from '../../calendar/index.ts'
import type { RepeatedContact } from '../../charter/index.ts'
import { counted } from '../words/scale-words.ts'
import { compareSpans } from './dates-order.ts'
import type { DifferencePart } from './difference.ts'
import { saysSides } from './difference-forms.ts'
import { plainPart } from './plain-part.ts'

/** A customer's ticket that is the event by one wording alone: which one it is, and how many days after the first. */
export interface RepeatedWitness {
  readonly tickets: number
  readonly days: number
}

/** What changed about how many tickets in which time make the event, with a case that shows it where one takes in the other. */
export function repeatedParts(old: RepeatedContact | undefined, fresh: RepeatedContact | undefined): DifferencePart[] {
  const [was, is] = [wordsOf(old), wordsOf(fresh)]
  const sides = [listOf(old), listOf(fresh)] as const
  const more = old === undefined || fresh === undefined ? undefined : witnessOf(old, fresh)
  const less = old === undefined || fresh === undefined ? undefined : witnessOf(fresh, old)
  if (more !== undefined && less === undefined)
    return shown(plainPart('repeated', was, is, saysSides('repeated.sooner', { ...more }, ...sides)), 'now', more)
  if (less !== undefined && more === undefined)
    return shown(plainPart('repeated', was, is, saysSides('repeated.later', { ...less }, ...sides)), 'no longer', less)
  return plainPart('repeated', was, is, saysSides('repeated.other', {}, ...sides))
}

/** A day from which every span of months is as long as it can be. */
const FROM = parseDate('2026-01-01') ?? 0

/** A ticket that is the event by `fresh` and not by `old`; undefined where none is, or where the spans have no one order. */
export function witnessOf(old: RepeatedContact, fresh: RepeatedContact): RepeatedWitness | undefined {
  // All on one date.
  if (fresh.tickets < old.tickets) return { tickets: fresh.tickets, days: 0 }
  if (compareSpans(fresh.within, old.within) !== 1) return undefined
  return { tickets: fresh.tickets, days: addSpan(FROM, old.within) - FROM }
}

function shown(
  parts: DifferencePart[],
  how: 'now' | 'no longer',
  { tickets, days }: RepeatedWitness,
): DifferencePart[] {
  const when = days === 0 ? 'on the date of the first' : `${days} days after the first`
  return parts.map((part) => ({
    ...part,
    text: `${part.text}; ticket ${tickets} of a customer, ${when}, is one ${how}`,
  }))
}

function wordsOf(repeated: RepeatedContact | undefined): string {
  return repeated === undefined
    ? ''
    : `${repeated.tickets} tickets within ${counted(repeated.within.count, repeated.within.unit)}`
}

function listOf(repeated: RepeatedContact | undefined): readonly string[] | null {
  return repeated === undefined
    ? null
    : [String(repeated.tickets), counted(repeated.within.count, repeated.within.unit)]
}
