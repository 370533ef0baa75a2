/** Remedies and authority of two versions compared: for which tickets they now give something else. */
import { toldCases } from './case-conditions.ts'
import { boxesWords } from './case-words.ts'
import { pathIn } from './diagram-paths.ts'
import type { DifferencePart } from './difference.ts'
import { rowsSays, saysOf } from './difference-forms.ts'
import { numbersByKey } from './outcome-classes.ts'
import { type Hit, hitsAt, tableDifferences } from './table-differences.ts'
import type { TableSubject } from './table-subjects.ts'
import { givenOf, type Moment, witnessOf } from './witness.ts'

const MOST_TOLD = 3

/** One part for each pair of things given that differ. */
export function tableParts(old: TableSubject, fresh: TableSubject, moment: Moment): DifferencePart[] {
  const classes = numbersByKey([...old.rows, ...fresh.rows].map(({ outcome }) => outcome))
  const oldClass = (row: number) => classes[row] ?? 0
  const newClass = (row: number) => classes[old.rows.length + row] ?? 0
  const differences = tableDifferences(old.source, fresh.source, { old: oldClass, new: newClass }, (before, after) =>
    typeof before === 'number' && typeof after === 'number' ? oldClass(before) === newClass(after) : before === after,
  )
  if (differences === 'too large') {
    return [
      {
        about: 'rows',
        change: 'changed',
        text: 'the tables hold too many different cases to be compared one by one',
        says: saysOf('rows.too-large', {}),
      },
    ]
  }
  return differences.map((difference): DifferencePart => {
    const { cases, boxes, all } = difference
    const where = boxesWords(cases.columns, boxes, MOST_TOLD, all)
    const [before, after] = [givesWords(old, difference.old), givesWords(fresh, difference.new)]
    const part = {
      about: 'rows',
      change: 'changed',
      text: `changed for ${where === '' ? 'every ticket' : where}: ${before} → ${after}`,
      says: rowsSays(
        toldCases(cases.columns, boxes, MOST_TOLD, all),
        givenTo(old, difference.old),
        givenTo(fresh, difference.new),
      ),
      where,
      old: before,
      new: after,
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

function givesWords({ rows }: TableSubject, hit: Hit): string {
  if (typeof hit === 'number') return rows[hit]?.words ?? ''
  return hit === 'none' ? 'nothing' : 'nothing, since several rows match'
}

function givenTo(subject: TableSubject, hit: Hit): readonly string[] {
  return typeof hit === 'number' ? ['gives', givesWords(subject, hit)] : [hit === 'none' ? 'nothing' : hit]
}
