import type { Refusal } from '../../refusal.ts'
import type { Spending } from './spend-budget.ts'

/** What the gate says: it may be given now, by `backedBy`; or not by this person, and then by whom. */
export interface GateAnswer {
  readonly clause: string
  /** From 1; 0 for kindness, which stands in no row. */
  readonly row: number
  readonly backedBy: readonly string[]
  /** What has to be taken from a budget. */
  readonly spending: Spending | undefined
  /** Why this person may not; undefined where they may. */
  readonly refusal: Refusal | undefined
  /** Positions whose limits cover it. */
  readonly waitsFor: readonly string[]
}
