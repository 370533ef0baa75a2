/** Remedies and authority of two versions compared: for which tickets they now give something else. */

import { pathIn } from '../diagram/diagram-paths.ts'
import { toldCases } from '../tables/case-conditions.ts'
import { numbersByKey } from '../tables/outcome-classes.ts'
import type { TableSubject } from '../tables/table-subjects.ts'
import { givenOf, type Moment, witnessOf } from '../tables/witness.ts'
import { boxesWords } from '../words/case-words.ts'
import type { CustomersGet } from './customers.ts'
import type { DifferencePart } from './difference.ts'
import { rowsSays, saysOf } from './difference-forms.ts'
import { type Hit, hitsAt, tableDifferences } from './table-differences.ts'

const MOST_TOLD = 3

/** What customers get less or more of where the one row holds in place of the other; undefined for none, and for neither. */
export type RowGets = (old: number | undefined, fresh: number | undefined) => CustomersGet | undefined

/**
 * One part for each pair of things given that differ. `gets` where the rows give something to customers: two rows by which
 * they get neither less nor more are the same.
 */
export function tableParts(old: TableSubject, fresh: TableSubject, moment: Moment, gets?: RowGets): DifferencePart[] {
  const classes = numbersByKey([...old.rows, ...fresh.rows].map(({ outcome }) => outcome))
  const oldClass = (row: number) => classes[row] ?? 0
  const newClass = (row: number) => classes[old.rows.length + row] ?? 0
  const differences = tableDifferences(old.source, fresh.source, { old: oldClass, new: newClass }, (before, after) =>
    typeof before === 'number' && typeof after === 'number'
      ? oldClass(before) === newClass(after) || (gets !== undefined && gets(before, after) === undefined)
      : before === after,
  )
  if (differences === 'too large') {
    return [
      {
        about: 'rows',
        change: 'changed',
        text: 'the tables hold too many different cases to be compared one by one',
        says: saysOf('rows.too-large', {}),
        ...(gets === undefined ? {} : { customers: 'both' }),
      },
    ]
  }
  return differences.map((difference): DifferencePart => {
    const { cases, boxes, all } = difference
    const customers = gets?.(rowIn(difference.old), rowIn(difference.new))
    const change = customers === 'more' ? 'stricter' : customers === 'less' ? 'looser' : 'changed'
    const where = boxesWords(cases.columns, boxes, MOST_TOLD, all)
    const [before, after] = [givesWords(old, difference.old), givesWords(fresh, difference.new)]
    const part = {
      about: 'rows',
      change,
      text: `${change} for ${where === '' ? 'every ticket' : where}: ${before} → ${after}`,
      says: rowsSays(
        toldCases(cases.columns, boxes, MOST_TOLD, all),
        givenTo(old, difference.old),
        givenTo(fresh, difference.new),
      ),
      where,
      old: before,
      new: after,
      ...(customers === undefined ? {} : { customers }),
    } as const
    for (const box of boxes) {
      const path = pathIn(box)
      const ticket = witnessOf(cases.columns, path, moment)
      if (ticket === undefined) continue
      const hits = hitsAt(old.source, fresh.source, cases, path)
      const treatment = (subject: TableSubject, hit: Hit) => ({
        row: typeof hit === 'number' ? hit + 1 : null,
        gives: givesWords(subject, hit),
      })
      return {
        ...part,
        witness: { ticket: givenOf(ticket), old: treatment(old, hits.old), new: treatment(fresh, hits.new) },
      }
    }
    return part
  })
}

/** Where several rows match, nothing holds (SPEC C6). */
function rowIn(hit: Hit): number | undefined {
  return typeof hit === 'number' ? hit : undefined
}

function givesWords({ rows }: TableSubject, hit: Hit): string {
  if (typeof hit === 'number') return rows[hit]?.words ?? ''
  return hit === 'none' ? 'nothing' : 'nothing, since several rows match'
}

function givenTo(subject: TableSubject, hit: Hit): readonly string[] {
  return typeof hit === 'number' ? ['gives', givesWords(subject, hit)] : [hit === 'none' ? 'nothing' : hit]
}
