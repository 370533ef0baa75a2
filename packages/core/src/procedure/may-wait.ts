import { type ProcedureClause, stepsBehind } from '../charter/index.ts'
import type { Happening } from './happening.ts'

/**
 * May the walk stand at one of these steps (from 0), whatever the facts are? Asked before the facts of a ticket are reckoned,
 * which costs as much as judging it: on most tickets nothing has led to a wait.
 */
export function mayWait(
  procedure: ProcedureClause,
  waits: ReadonlySet<number>,
  happened: readonly Happening[],
): boolean {
  const acted = new Set(
    happened.flatMap((one) => ('procedure' in one && one.procedure === procedure.id ? [one.step - 1] : [])),
  )
  const kinds = new Set(happened.map(({ kind }) => kind))
  const { steps } = procedure
  const seen = new Set<number>()
  const open = [0]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const step = steps[index]
    if (step === undefined || seen.has(index)) continue
    seen.add(index)
    if (waits.has(index)) return true
    const { kind } = step.action
    const byItself =
      kind === 'ask' || (kind === 'decide' && kinds.has('decided')) || (kind === 'wait' && kinds.has('customer-wrote'))
    if (acted.has(index) || byItself) open.push(...stepsBehind(procedure, index))
    // What was skipped, or is left out, leads to the following step.
    if (acted.has(index) || step.when.size > 0) open.push(index + 1)
  }
  return false
}
