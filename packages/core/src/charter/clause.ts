import type { Day } from '../calendar/index.ts'
import type { Place, Texts } from './parts.ts'

/** How a company may mean to stand to its competitors. */
export const STANCES = ['differentiator', 'parity', 'deliberate-gap'] as const

export type Stance = (typeof STANCES)[number]

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
  /** The date on which it is to be looked at again, in the charter's zone; of a repeated review, the next. */
  readonly review?: Day
  /** How the company means to stand to its competitors by it. */
  readonly stance?: Stance
}

/**
 * Every kind of clause, in the order in which a charter is read to people (what customers get, then how it is done), with the section of the document in which its
 * clauses stand. Whatever is done kind by kind follows this list.
 */
export const SECTION_OF_KIND = {
  definition: 'definition',
  value: 'values',
  objective: 'objectives',
  crisis: 'crisis',
  promise: 'promises',
  remedy: 'remedies',
  exclusion: 'exclusions',
  channel: 'channels',
  authority: 'authority',
  escalation: 'escalation',
  procedure: 'procedures',
  routing: 'routing',
  agreement: 'agreements',
  tone: 'tone',
} as const

export type ClauseKind = keyof typeof SECTION_OF_KIND

/** The kinds, in the order of `SECTION_OF_KIND`. */
export const CLAUSE_KINDS: readonly ClauseKind[] = Object.keys(SECTION_OF_KIND).filter((name) => isKind(name))

/** The kinds whose tables and steps are compared case by case. */
const JUDGED_KINDS = ['promise', 'escalation', 'remedy', 'authority'] as const satisfies readonly ClauseKind[]

/** The kinds that are compared and edited field by field, as people read them. But for a crisis no ticket is judged by them. */
export type StatedKind = Exclude<ClauseKind, (typeof JUDGED_KINDS)[number]>

export const STATED_KINDS: readonly StatedKind[] = CLAUSE_KINDS.filter((kind) => isStatedKind(kind))

export function isStatedKind(kind: ClauseKind): kind is StatedKind {
  return !JUDGED_KINDS.some((judged) => judged === kind)
}

function isKind(name: string): name is ClauseKind {
  return Object.hasOwn(SECTION_OF_KIND, name)
}
