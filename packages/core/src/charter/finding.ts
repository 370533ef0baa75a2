/** What reading and checking say about a charter. */

import type { CheckCode } from './check-codes.ts'
import type { FindingSays } from './finding-forms.ts'
import type { Place } from './parts.ts'
import type { ReadCode } from './read-codes.ts'
import type { ReadDetails } from './read-details.ts'

export type FindingCode = ReadCode | CheckCode

/** `error` blocks publishing; `warning` needs a tick with a reason. */
export type Severity = 'error' | 'warning'

export interface Finding extends Place {
  readonly code: FindingCode
  readonly severity: Severity
  /** What is wrong, what was typed, what to do: one or two plain sentences. */
  readonly message: string
  /** The same without its words, for screens of other languages: what `check` finds. */
  readonly says?: FindingSays
  /** What is known beside the code, for screens of other languages: what reading finds. */
  readonly details?: ReadDetails
  /** A ticket that shows it: facts by name (and `at` where time matters). */
  readonly witness?: Readonly<Record<string, unknown>>
}

/**
 * The zone in which the sentence of a finding tells its times: that of the calendar which it is about. Its ticket is told in the
 * same. Undefined where the sentence tells none; then the charter's zone is meant.
 */
export function zoneOfFinding({ says }: Pick<Finding, 'says'>): string | undefined {
  const zone = says?.data['zone']
  return typeof zone === 'string' ? zone : undefined
}
