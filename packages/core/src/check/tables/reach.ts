/** Rows that are never reached, rows equal to an earlier one, and rows without which every ticket gets the same. */
import type { Finding } from '../../charter/index.ts'
import { buildDiagram, type Diagram, type DiagramColumn } from '../diagram/diagram.ts'
import { pathTo } from '../diagram/diagram-paths.ts'
import { found } from '../words/found.ts'
import { type Cases, sectionsOf } from './cases.ts'
import { accepts, canMatch, equalEarlierRows, otherRows } from './overlaps.ts'
import type { TableSubject } from './table-subjects.ts'
import { type Moment, witnessOf } from './witness.ts'

/** The findings about single rows. The diagram is that of `firstTwo`. */
export function findIdleRows(subject: TableSubject, cases: Cases, diagram: Diagram, moment: Moment): Finding[] {
  const { id, rows, source } = subject
  const count = rows.length
  const equal = equalEarlierRows(subject, cases)
  const reached = new Set([...diagram.verdicts].map((verdict) => firstOf(verdict, count)))
  const needed = neededRows(subject, diagram)
  return rows.flatMap(({ place, words }, row): Finding[] => {
    const name = { row: row + 1, clause: id, gives: words }
    if (!canMatch(cases, row)) return [found('unreachable-row.never', place, name)]
    const earlier = equal[row] ?? -1
    if (earlier >= 0) {
      const witness = witnessOf(cases.columns, ownPath(cases, row), moment)
      return [found('duplicate-row', place, { ...name, earlier: earlier + 1 }, witness)]
    }
    if (source.hit === 'unique') return []
    if (!reached.has(row)) {
      const takers = otherRows(rowsTaking(subject, cases, row))
      const witness = witnessOf(cases.columns, ownPath(cases, row), moment)
      return [found('unreachable-row.taken', place, { ...name, ...takers }, witness)]
    }
    if (needed.has(row)) return []
    const successors = otherRows(successorsOf(diagram, row, count))
    const path = pathTo(diagram, (verdict) => firstOf(verdict, count) === row)
    const witness = path && witnessOf(cases.columns, path, moment)
    return [found('row-changes-nothing', place, { ...name, ...successors }, witness)]
  })
}

/** The diagram of the first two rows that match each case. Undefined where the table is too entangled. */
export function firstTwo({ source, rows }: TableSubject, { diagramColumns, words }: Cases): Diagram | undefined {
  const count = rows.length
  return buildDiagram(diagramColumns, words, sectionsOf([source], 2), (alive, offset) => {
    let first = count
    for (let word = 0; word < words; word++) {
      for (let left = alive[offset + word] as number; left !== 0; left &= left - 1) {
        const row = (word << 5) + 31 - Math.clz32(left & -left)
        if (first !== count) return first * (count + 1) + row
        first = row
      }
    }
    return first * (count + 1) + count
  })
}

/** The first row (from 0) in a verdict of `firstTwo`; `count` for none. */
export function firstOf(verdict: number, count: number): number {
  return Math.floor(verdict / (count + 1))
}

/** Rows without which some ticket would get something else. */
function neededRows({ rows }: TableSubject, diagram: Diagram): Set<number> {
  const count = rows.length
  const needed = new Set<number>()
  for (const verdict of diagram.verdicts) {
    const first = firstOf(verdict, count)
    if (rows[first]?.outcome !== rows[verdict % (count + 1)]?.outcome) needed.add(first)
  }
  return needed
}

function successorsOf(diagram: Diagram, row: number, count: number): number[] {
  const those = [...diagram.verdicts].filter((verdict) => firstOf(verdict, count) === row)
  return [...new Set(those.map((verdict) => verdict % (count + 1)))].sort((a, b) => a - b)
}

/** The rows that take the cases of a row, which stands too late. */
function rowsTaking({ source }: TableSubject, { diagramColumns, words }: Cases, row: number): number[] {
  const own = diagramColumns.map(({ count, bits }): DiagramColumn => {
    const atoms = Array.from({ length: count }, (_, atom) => atom).filter((atom) => accepts(bits, words, atom, row))
    return {
      count: atoms.length,
      bits: Int32Array.from(atoms.flatMap((atom) => [...bits.subarray(atom * words, (atom + 1) * words)])),
    }
  })
  const diagram = buildDiagram(own, words, sectionsOf([source], 1), (alive, offset) => {
    const word = alive.subarray(offset, offset + words).findIndex((bits) => bits !== 0)
    const bits = alive[offset + word] as number
    return (word << 5) + 31 - Math.clz32(bits & -bits)
  })
  return [...(diagram?.verdicts ?? [])].sort((a, b) => a - b)
}

function ownPath({ diagramColumns, words }: Cases, row: number): number[] {
  return diagramColumns.map(({ count, bits }) => {
    for (let atom = 0; atom < count; atom++) if (accepts(bits, words, atom, row)) return atom
    return 0
  })
}
