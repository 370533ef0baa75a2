import type { Day } from '../calendar/index.ts'
import type { Place, Texts } from './parts.ts'

/** What every clause says of itself, whatever its kind. */
export interface Clause {
  readonly id: string
  readonly place: Place
  readonly says?: Texts
  readonly because?: Texts
  /** The position that answers for it. */
  readonly owner?: string
  /** The objective that it serves. */
  readonly objective?: string
  /** The date on which it is to be looked at again, in the charter's zone. */
  readonly review?: Day
}

/** Every kind of clause, in the order in which a charter is read to people. */
export const CLAUSE_KINDS = [
  'value',
  'objective',
  'promise',
  'crisis',
  'escalation',
  'remedy',
  'exclusion',
  'channel',
  'authority',
  'procedure',
  'routing',
  'agreement',
  'tone',
] as const

export type ClauseKind = (typeof CLAUSE_KINDS)[number]

/** The section of the document in which the clauses of a kind stand. */
export const SECTION_OF_KIND = {
  value: 'values',
  objective: 'objectives',
  promise: 'promises',
  crisis: 'crisis',
  escalation: 'escalation',
  remedy: 'remedies',
  exclusion: 'exclusions',
  channel: 'channels',
  authority: 'authority',
  procedure: 'procedures',
  routing: 'routing',
  agreement: 'agreements',
  tone: 'tone',
} as const satisfies Readonly<Record<ClauseKind, string>>

/** The kinds that are compared and edited field by field, as people read them. But for a crisis no ticket is judged by them. */
export const STATED_KINDS = [
  'value',
  'objective',
  'crisis',
  'exclusion',
  'channel',
  'procedure',
  'routing',
  'agreement',
  'tone',
] as const satisfies readonly ClauseKind[]
