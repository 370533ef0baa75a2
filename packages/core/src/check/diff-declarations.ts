/** Facts, calendars and what a charter says once, compared in words. */
import { type CalendarRules, type Day, formatDate, type Period } from '../calendar/index.ts'
import type { CalendarDefinition, CharterDocument, FactDefinition, FactType } from '../charter/index.ts'
import { wordingParts } from './diff-texts.ts'
import type { DifferencePart } from './difference.ts'
import { listParts, plainPart } from './plain-part.ts'

/** What changed about one fact. */
export function factParts(old: FactDefinition, fresh: FactDefinition): DifferencePart[] {
  const [before, after] = [old.type, fresh.type]
  const values =
    before.kind === 'choice' && after.kind === 'choice'
      ? [
          ...listParts('values', before.values, after.values),
          ...plainPart('order', orderWords(before, after), orderWords(after, before)),
        ]
      : plainPart('type', typeWords(before), typeWords(after))
  const named = new Set([...(old.valuesSay?.keys() ?? []), ...(fresh.valuesSay?.keys() ?? [])])
  return [
    ...values,
    ...wordingParts([
      ['says', old.says, fresh.says],
      ...[...named].map((value) => [value, old.valuesSay?.get(value), fresh.valuesSay?.get(value)] as const),
    ]),
  ]
}

/** A fact's type: `choice`, `money EUR`, `age now`. */
export function typeWords(type: FactType): string {
  if (type.kind === 'money') return `money ${type.currency}`
  if (type.kind === 'age') return type.until === 'now' ? 'age now' : 'age'
  return type.kind === 'choice' ? (type.ordered ? 'in order' : 'one of') : type.kind
}

/** The order of the values that both have; it matters only where the fact is in order. */
function orderWords(type: Extract<FactType, { kind: 'choice' }>, other: Extract<FactType, { kind: 'choice' }>): string {
  return type.ordered ? type.values.filter((value) => other.values.includes(value)).join(' < ') : 'none'
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** What changed about one calendar. */
export function calendarParts(old: CalendarDefinition, fresh: CalendarDefinition): DifferencePart[] {
  const [before, after] = [old.rules, fresh.rules]
  return [
    ...plainPart('zone', before.zone, after.zone),
    ...WEEKDAYS.flatMap((day, index) => plainPart(day, hoursWords(before.week[index]), hoursWords(after.week[index]))),
    ...listParts('closed', datesOf(before.closed), datesOf(after.closed)),
    ...ownHoursParts(before, after),
    ...plainPart('night continues', before.continues ? 'yes' : 'no', after.continues ? 'yes' : 'no'),
    ...plainPart('holidays until', dateWords(before.holidaysUntil), dateWords(after.holidaysUntil)),
    ...wordingParts([['says', old.says, fresh.says]]),
  ]
}

function ownHoursParts(old: CalendarRules, fresh: CalendarRules): DifferencePart[] {
  const days = [...new Set([...old.on.keys(), ...fresh.on.keys()])].toSorted((a, b) => a - b)
  const words = (rules: CalendarRules, day: Day) => (rules.on.has(day) ? hoursWords(rules.on.get(day)) : '')
  return days.flatMap((day) => plainPart(formatDate(day), words(old, day), words(fresh, day)))
}

function hoursWords(periods: readonly Period[] | undefined): string {
  return periods === undefined || periods.length === 0
    ? 'closed'
    : periods.map(({ start, end }) => `${clockText(start)}-${clockText(end)}`).join(', ')
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function datesOf(days: readonly Day[]): string[] {
  return days.map(formatDate)
}

function dateWords(day: Day | undefined): string {
  return day === undefined ? '' : formatDate(day)
}

/** What changed in the parts that a charter has once. */
export function charterParts(old: CharterDocument, fresh: CharterDocument): DifferencePart[] {
  return [
    ...plainPart('charter', old.id, fresh.id),
    ...plainPart('master language', old.languages[0] ?? '', fresh.languages[0] ?? ''),
    ...listParts('languages', old.languages, fresh.languages),
    ...plainPart('zone', old.zone, fresh.zone),
    ...plainPart('effective', old.effective?.text ?? '', fresh.effective?.text ?? ''),
    ...plainPart('owner', old.people?.owner ?? '', fresh.people?.owner ?? ''),
    ...listParts('approvers', old.people?.approvers ?? [], fresh.people?.approvers ?? []),
    ...plainPart('approvals needed', String(old.people?.need ?? ''), String(fresh.people?.need ?? '')),
    ...wordingParts([['title', old.title, fresh.title]]),
  ]
}
