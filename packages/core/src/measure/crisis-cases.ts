/** Which commitments are cases of a crisis: SPEC A5. */
import type { CompiledPromise } from '../charter/index.ts'
import type { CommitmentState } from '../decide/index.ts'

/** What tells it of a commitment; `due` in UTC ms. */
export interface PerhapsOfCrisis {
  readonly amendedBy: string | null
  readonly state: CommitmentState
  readonly due: number | null
}

/** Whether a commitment was judged by an amendment, or came in before and broke in the crisis. */
export function isOfCrisis({ amendments }: CompiledPromise, { amendedBy, state, due }: PerhapsOfCrisis): boolean {
  if (amendedBy !== null) return true
  if (state !== 'broken' || due === null) return false
  return amendments.some(({ from, until }) => from <= due && due < until)
}
