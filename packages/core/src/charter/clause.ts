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
