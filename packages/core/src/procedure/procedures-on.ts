import type { CharterDocument, ProcedureClause } from '../charter/index.ts'
import type { FactsAtHand } from './facts-at-hand.ts'
import type { Happening } from './happening.ts'

/** A procedure on a ticket (SPEC W1). */
export interface ProcedureOn {
  readonly procedure: ProcedureClause
  /** `perhaps`: facts that decide it are not known yet. `no-longer`: it was begun, and the facts speak against it now. */
  readonly applies: 'yes' | 'perhaps' | 'no-longer'
  /** Those facts. */
  readonly facts: readonly string[]
}

/** The procedures of a charter that apply to a ticket, or may, or were begun on it; in the order of the charter. */
export function proceduresOn(
  { procedures }: Pick<CharterDocument, 'procedures'>,
  { standing }: FactsAtHand,
  happened: readonly Happening[],
): readonly ProcedureOn[] {
  return procedures.flatMap((procedure): ProcedureOn[] => {
    const { state, facts } = standing(procedure.when)
    if (state === 'holds') return [{ procedure, applies: 'yes', facts }]
    if (state === 'unknown') return [{ procedure, applies: 'perhaps', facts }]
    return wasBegun(procedure, happened) ? [{ procedure, applies: 'no-longer', facts }] : []
  })
}

function wasBegun({ id }: ProcedureClause, happened: readonly Happening[]): boolean {
  return happened.some(
    (one) => (one.kind === 'done' || one.kind === 'skipped' || one.kind === 'overdue') && one.procedure === id,
  )
}
