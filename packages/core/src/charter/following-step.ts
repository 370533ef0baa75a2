import type { ProcedureClause } from './stated-clauses.ts'

/** With this word in `next` a procedure is over. */
const END = 'end'

/**
 * The step (from 0) to which a step leads once it is taken: that of its `next`, else the following one. The number of steps
 * where the procedure is over then.
 */
export function followingStep({ steps }: ProcedureClause, step: number): number {
  const next = steps[step]?.next
  if (next === undefined) return step + 1
  if (next === END) return steps.length
  const named = steps.findIndex(({ name }) => name === next)
  return named < 0 ? steps.length : named
}

/**
 * The steps (from 0) to which a step may lead once it is taken: the one that follows, and behind a wait that leads back the
 * next one too, where it lasts at most so long (SPEC W3).
 */
export function stepsBehind(procedure: ProcedureClause, step: number): readonly number[] {
  const next = followingStep(procedure, step)
  const action = procedure.steps[step]?.action
  return next <= step && action?.kind === 'wait' && action.atMost !== undefined ? [next, step + 1] : [next]
}
