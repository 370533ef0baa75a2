import type { ReadCode } from '../read-codes.ts'
import type { ReadDetails } from '../read-details.ts'

/** Something wrong with the source itself, at a line and column from 1. */
export interface SourceProblem {
  readonly code: ReadCode
  readonly line: number
  readonly column: number
  readonly path: string
  readonly message: string
  readonly details?: ReadDetails
}
