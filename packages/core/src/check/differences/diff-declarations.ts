/** Facts, calendars and what a charter says once, compared in words. */
import { type CalendarRules, type Day, formatDate, type Period } from '../../calendar/index.ts'
import type {
  CalendarDefinition,
  CharterDocument,
  EventDefinition,
  FactDefinition,
  FactType,
} from '../../charter/index.ts'
import { valueWordingPart, wordingParts } from './diff-texts.ts'
import type { DifferencePart } from './difference.ts'
import { saysSides } from './difference-forms.ts'
import { marked } from './marked-parts.ts'
import { listed, listParts, plainPart } from './plain-part.ts'
import { repeatedParts } from './repeated-parts.ts'

/** What changed about one fact. */
export function factParts(old: FactDefinition, fresh: FactDefinition): DifferencePart[] {
  const [before, after] = [old.type, fresh.type]
  const values =
    before.kind === 'choice' && after.kind === 'choice'
      ? [...listParts('values', before.values, after.values), ...orderPart(before, after)]
      : plainPart(
          'type',
          typeWords(before),
          typeWords(after),
          saysSides('type', {}, typeWords(before), typeWords(after)),
        )
  const named = new Set([...(old.valuesSay?.keys() ?? []), ...(fresh.valuesSay?.keys() ?? [])])
  return [
    ...values,
    ...wordingParts([['says', old.says, fresh.says]]),
    ...[...named].flatMap((value) => valueWordingPart(value, old.valuesSay?.get(value), fresh.valuesSay?.get(value))),
  ]
}

/** What changed about one event. Another word by which it is heard may begin something for customers, or end it (SPEC D7). */
export function eventParts(old: EventDefinition, fresh: EventDefinition): DifferencePart[] {
  const languages = new Set([...(old.words?.keys() ?? []), ...(fresh.words?.keys() ?? [])])
  const heard = [...languages].flatMap((language) => {
    const [was, is] = [old.words?.get(language) ?? [], fresh.words?.get(language) ?? []]
    const says = saysSides('heard', { language }, listed(was), listed(is))
    return plainPart(`words in ${language}`, was.join(', '), is.join(', '), says)
  })
  return [
    ...marked([...heard, ...repeatedParts(old.repeated, fresh.repeated)], 'both'),
    ...wordingParts([['says', old.says, fresh.says]]),
  ]
}

/** A fact's type: `choice`, `money EUR`, `age now`. */
export function typeWords(type: FactType): string {
  if (type.kind === 'money') return `money ${type.currency}`
  if (type.kind === 'age') return type.until === 'now' ? 'age now' : 'age'
  return type.kind === 'choice' ? (type.ordered ? 'in order' : 'one of') : type.kind
}

type Choice = Extract<FactType, { kind: 'choice' }>

function orderPart(old: Choice, fresh: Choice): DifferencePart[] {
  const [before, after] = [orderOf(old, fresh), orderOf(fresh, old)]
  const words = (order: readonly string[] | null) => order?.join(' < ') ?? 'none'
  return plainPart('order', words(before), words(after), saysSides('order', {}, before, after))
}

/** The order of the values that both have; it matters only where the fact is in order. */
function orderOf(type: Choice, other: Choice): readonly string[] | null {
  return type.ordered ? type.values.filter((value) => other.values.includes(value)) : null
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** What changed about one calendar. */
export function calendarParts(old: CalendarDefinition, fresh: CalendarDefinition): DifferencePart[] {
  const [before, after] = [old.rules, fresh.rules]
  return [
    ...textPart('zone', before.zone, after.zone),
    ...WEEKDAYS.flatMap((weekday, index) => {
      const [was, is] = [hoursOf(before.week[index]), hoursOf(after.week[index])]
      return plainPart(weekday, hoursWords(was), hoursWords(is), saysSides('weekday', { weekday }, was, is))
    }),
    ...listParts('closed', datesOf(before.closed), datesOf(after.closed)),
    ...ownHoursParts(before, after),
    ...plainPart(
      'night continues',
      yesOrNo(before.continues),
      yesOrNo(after.continues),
      saysSides('night-continues', {}, yesOrNo(before.continues), yesOrNo(after.continues)),
    ),
    ...textPart('holidays until', dateWords(before.holidaysUntil), dateWords(after.holidaysUntil)),
    ...plainPart(
      'holidays from',
      old.sources.join(', '),
      fresh.sources.join(', '),
      saysSides('holidays-from', {}, listed(old.sources), listed(fresh.sources)),
    ),
    ...wordingParts([['says', old.says, fresh.says]]),
  ]
}

function ownHoursParts(old: CalendarRules, fresh: CalendarRules): DifferencePart[] {
  const days = [...new Set([...old.on.keys(), ...fresh.on.keys()])].toSorted((a, b) => a - b)
  const hours = (rules: CalendarRules, day: Day) => (rules.on.has(day) ? hoursOf(rules.on.get(day)) : null)
  const words = (periods: readonly string[] | null) => (periods === null ? '' : hoursWords(periods))
  return days.flatMap((day) => {
    const [was, is, date] = [hours(old, day), hours(fresh, day), formatDate(day)]
    return plainPart(date, words(was), words(is), saysSides('date', { date }, was, is))
  })
}

function hoursOf(periods: readonly Period[] | undefined): readonly string[] {
  return (periods ?? []).map(({ start, end }) => `${clockText(start)}-${clockText(end)}`)
}

function hoursWords(periods: readonly string[]): string {
  return periods.length === 0 ? 'closed' : periods.join(', ')
}

function yesOrNo(value: boolean | undefined): string {
  return value ? 'yes' : 'no'
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
    ...textPart('charter', old.id, fresh.id),
    ...textPart('master language', old.languages[0] ?? '', fresh.languages[0] ?? ''),
    ...listParts('languages', old.languages, fresh.languages),
    ...textPart('zone', old.zone, fresh.zone),
    ...textPart('effective', old.effective?.text ?? '', fresh.effective?.text ?? ''),
    ...textPart('owner', old.people?.owner ?? '', fresh.people?.owner ?? ''),
    ...listParts('approvers', old.people?.approvers ?? [], fresh.people?.approvers ?? []),
    ...plainPart(
      'approvals needed',
      String(old.people?.need ?? ''),
      String(fresh.people?.need ?? ''),
      saysSides('approvals-needed', {}, old.people?.need ?? null, fresh.people?.need ?? null),
    ),
    ...wordingParts([
      ['title', old.title, fresh.title],
      ['mission', old.mission, fresh.mission],
    ]),
  ]
}

/** What a charter says once, as one text. */
const TEXTS = {
  charter: 'charter',
  'master language': 'master-language',
  zone: 'zone',
  effective: 'effective',
  owner: 'owner',
  'holidays until': 'holidays-until',
} as const

function textPart(about: keyof typeof TEXTS, old: string, fresh: string): DifferencePart[] {
  return plainPart(about, old, fresh, saysSides(TEXTS[about], {}, old || null, fresh || null))
}
