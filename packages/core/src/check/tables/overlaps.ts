/** Under `hit: unique`, rows that match one case together; under either policy, rows equal to an earlier one. */
import type { Finding } from '../../charter/index.ts'
import { found } from '../words/found.ts'
import type { CaseColumn, Cases } from './cases.ts'
import type { TableSubject } from './table-subjects.ts'
import { type Moment, witnessOf } from './witness.ts'

/** The rows (from 0) that accept some case together with `row`: exact, since every row is a box. */
export function rowsMeeting({ diagramColumns, words }: Cases, row: number): Int32Array {
  const meeting = new Int32Array(words).fill(-1)
  for (const { count, bits } of diagramColumns) {
    for (let word = 0; word < words; word++) {
      let some = 0
      for (let atom = 0; atom < count; atom++)
        if (accepts(bits, words, atom, row)) some |= bits[atom * words + word] as number
      meeting[word] = (meeting[word] ?? 0) & some
    }
  }
  return meeting
}

/** Does the row accept the atom? */
export function accepts(bits: Int32Array, words: number, atom: number, row: number): boolean {
  return (((bits[atom * words + (row >> 5)] as number) >> (row & 31)) & 1) === 1
}

/** Can the row match anything inside the scope? */
export function canMatch({ diagramColumns, words }: Cases, row: number): boolean {
  return diagramColumns.every(({ count, bits }) => {
    for (let atom = 0; atom < count; atom++) if (accepts(bits, words, atom, row)) return true
    return false
  })
}

/** By row, the earlier row with the same conditions (inside the scope), or -1. */
export function equalEarlierRows({ rows }: TableSubject, cases: Cases): number[] {
  const firstWith = new Map<string, number>()
  return rows.map((_, row) => {
    const key = cases.diagramColumns
      .map(({ count, bits }) =>
        Array.from({ length: count }, (_, atom) => (accepts(bits, cases.words, atom, row) ? '1' : '0')).join(''),
      )
      .join(' ')
    const earlier = firstWith.get(key)
    if (earlier === undefined) firstWith.set(key, row)
    return earlier ?? -1
  })
}

/** Overlaps of a table whose hit policy is unique, one finding for each row that meets earlier ones. */
export function findOverlaps(subject: TableSubject, cases: Cases, moment: Moment): Finding[] {
  const { id, rows, source } = subject
  if (source.hit !== 'unique') return []
  const equal = equalEarlierRows(subject, cases)
  return rows.flatMap(({ place, words }, row) => {
    if (!canMatch(cases, row) || (equal[row] ?? -1) >= 0) return []
    const meeting = rowsMeeting(cases, row)
    const earlier = rows.flatMap((_, other) =>
      other < row && (((meeting[other >> 5] as number) >> (other & 31)) & 1) === 1 && (equal[other] ?? -1) < 0
        ? [other]
        : [],
    )
    for (const other of earlier) {
      const witness = witnessOf(cases.columns, commonPath(cases, row, other), moment)
      if (witness === undefined) continue
      const data = { row: row + 1, clause: id, gives: words, ...otherRows(earlier) }
      return [found('overlapping-rows', place, data, witness)]
    }
    return []
  })
}

/** Rows (from 0) as a finding names them. */
export function otherRows(rows: readonly number[]): { rows: readonly string[]; count: number } {
  return { rows: rows.map((row) => String(row + 1)), count: rows.length }
}

/** A case that both rows accept; known values are taken where there are any. */
function commonPath({ columns, diagramColumns, words }: Cases, one: number, other: number): number[] {
  return columns.map((_: CaseColumn, index) => {
    const { bits, count } = diagramColumns[index] ?? { bits: new Int32Array(), count: 0 }
    for (let atom = 0; atom < count; atom++)
      if (accepts(bits, words, atom, one) && accepts(bits, words, atom, other)) return atom
    return 0
  })
}
