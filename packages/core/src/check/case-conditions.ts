/** Kinds of ticket as conditions, for screens that say them in their reader's language. */
import type { FindingCase } from '../charter/index.ts'
import { limitOf, shortened } from './case-words.ts'
import type { CaseColumn } from './cases.ts'
import type { Box } from './diagram-paths.ts'
import { rangeCondition } from './scale-words.ts'

/** What a box limits, fact by fact. Empty for the box of all cases. */
export function caseOf(columns: readonly CaseColumn[], box: Box): FindingCase {
  return columns.flatMap((column, index) => {
    const atoms = box[index] ?? 'any'
    if (atoms === 'any' || atoms.length === column.atoms.length) return []
    return [{ fact: column.fact, accepts: conditionsOf(column, atoms) }]
  })
}

function conditionsOf(column: CaseColumn, atoms: readonly number[]): readonly string[] {
  const { kind, values, orUnknown } = limitOf(column, atoms, rangeCondition)
  if (kind === 'unknown' || kind === 'known') return [kind]
  const conditions = shortened(values, () => '…')
  if (kind === 'other than') return [`not [${conditions.join(', ')}]`]
  return orUnknown ? [...conditions, 'unknown'] : conditions
}
