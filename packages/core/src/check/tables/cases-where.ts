/** Cases in which two tables give something that is looked for, each with a ticket. */

import { pathIn } from '../diagram/diagram-paths.ts'
import { hitsAt, tableDifferences } from '../differences/table-differences.ts'
import type { TableSource } from './cases.ts'
import { numbersByKey } from './outcome-classes.ts'
import { type Moment, type Witness, witnessOf } from './witness.ts'

/** A table with what its rows give: rows of one key are looked at as one. */
export interface KeyedTable {
  readonly source: TableSource
  readonly keys: readonly string[]
}

/** The rows (from 0) that one ticket hits in the two tables. */
export interface BothHit {
  readonly old: number
  readonly new: number
  readonly witness: Witness
}

/**
 * One ticket for each pair of keys that some ticket gets from the two tables and that `isWanted`, asked by rows. Exact: the
 * tables are walked together. None where they are too entangled to be walked in time.
 */
export function casesWhere(
  old: KeyedTable,
  fresh: KeyedTable,
  isWanted: (old: number, fresh: number) => boolean,
  moment: Moment,
): readonly BothHit[] {
  const classOf = ({ keys }: KeyedTable) => {
    const numbers = numbersByKey(keys)
    return (row: number) => numbers[row] ?? 0
  }
  const differences = tableDifferences(
    old.source,
    fresh.source,
    { old: classOf(old), new: classOf(fresh) },
    (before, after) => typeof before !== 'number' || typeof after !== 'number' || !isWanted(before, after),
  )
  if (differences === 'too large') return []
  return differences.flatMap(({ cases, boxes }) => {
    for (const box of boxes) {
      const path = pathIn(box)
      const witness = witnessOf(cases.columns, path, moment)
      const hits = hitsAt(old.source, fresh.source, cases, path)
      if (witness === undefined || typeof hits.old !== 'number' || typeof hits.new !== 'number') continue
      return [{ old: hits.old, new: hits.new, witness }]
    }
    return []
  })
}
