/** Kinds of ticket as conditions, for screens that say them in their reader's language. */
import type { FindingCase } from '../../charter/index.ts'
import type { Box } from '../diagram/diagram-paths.ts'
import { limitOf, shortened } from '../words/case-words.ts'
import { rangeCondition } from '../words/scale-words.ts'
import type { CaseColumn } from './cases.ts'

/** What a box limits, fact by fact. Empty for the box of all cases. */
export function caseOf(columns: readonly CaseColumn[], box: Box): FindingCase {
  return columns.flatMap((column, index) => {
    const atoms = box[index] ?? 'any'
    if (atoms === 'any' || atoms.length === column.atoms.length) return []
    return [{ fact: column.fact, accepts: conditionsOf(column, atoms) }]
  })
}

/** Several kinds of case, so many as are told, and how many more there are; -1 where they were not all collected. */
export interface ToldCases {
  readonly cases: readonly FindingCase[]
  readonly more: number
}

/** The first `most` boxes. The same as `boxesWords` says in English. */
export function toldCases(columns: readonly CaseColumn[], boxes: readonly Box[], most: number, all = true): ToldCases {
  const cases = boxes.slice(0, most).map((box) => caseOf(columns, box))
  return { cases, more: all ? boxes.length - cases.length : -1 }
}

function conditionsOf(column: CaseColumn, atoms: readonly number[]): readonly string[] {
  const { kind, values, orUnknown } = limitOf(column, atoms, rangeCondition)
  if (kind === 'unknown' || kind === 'known') return [kind]
  const conditions = shortened(values, () => '…')
  if (kind === 'other than') return [`not [${conditions.join(', ')}]`]
  return orUnknown ? [...conditions, 'unknown'] : conditions
}
