import type { ClauseDifference } from '@avow/core'
import type { CheckedDraft } from './check-draft.ts'

/** What the page asks of its worker. */
export interface CheckRequest {
  readonly number: number
  readonly text: string
  /** The published version to compare with. */
  readonly base: string | undefined
  readonly asOf: number
}

/** Two answers to each: the findings and examples at once, the differences when typing rests. */
export interface CheckAnswer {
  readonly number: number
  readonly text: string
  readonly checked?: CheckedDraft
  readonly differences?: readonly ClauseDifference[]
}
