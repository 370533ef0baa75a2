/** Random diagrams for property tests, their plain reading bit by bit, and diagrams of a written grid. */
import { buildDiagram, type Diagram, type DiagramColumn } from '../../src/check/diagram/diagram.ts'
import { drawFrom } from './random-table.ts'

export interface Walked {
  readonly columns: readonly DiagramColumn[]
  readonly rows: number
  readonly words: number
  readonly diagram: Diagram
}

/** Rows that match a case, by looking at every bit. */
export function rowsOf({ columns, rows, words }: Omit<Walked, 'diagram'>, atoms: readonly number[]): number[] {
  return Array.from({ length: rows }, (_, row) => row).filter((row) =>
    columns.every(
      ({ bits }, column) => (((bits[(atoms[column] ?? 0) * words + (row >> 5)] ?? 0) >> (row & 31)) & 1) === 1,
    ),
  )
}

/** The first two matching rows as a number; `rows` stands for none. */
export function firstTwo(rows: number, matching: readonly number[]): number {
  return (matching[0] ?? rows) * (rows + 1) + (matching[1] ?? rows)
}

/** Up to 70 rows over up to four columns of up to five atoms; the verdict is the first two rows that match. */
export function walked(seed: number): Walked {
  const draw = drawFrom(seed)
  const rows = 1 + draw(draw(4) === 0 ? 70 : 8)
  const words = Math.ceil(rows / 32)
  const density = 3 + draw(6)
  const columns = Array.from({ length: 1 + draw(4) }, (): DiagramColumn => {
    const count = 1 + draw(5)
    const bits = new Int32Array(count * words)
    for (let row = 0; row < rows; row++) {
      const any = draw(2) === 0
      for (let atom = 0; atom < count; atom++) {
        if (any || draw(10) < density)
          bits[atom * words + (row >> 5)] = (bits[atom * words + (row >> 5)] ?? 0) | (1 << (row & 31))
      }
    }
    return { count, bits }
  })
  const diagram = buildDiagram(columns, words, [{ word: 0, rows, keep: 2 }], (alive, offset) => {
    const matching = Array.from({ length: rows }, (_, row) => row).filter(
      (row) => (((alive[offset + (row >> 5)] ?? 0) >> (row & 31)) & 1) === 1,
    )
    return firstTwo(rows, matching)
  })
  if (diagram === undefined) throw new Error('too large')
  return { columns, rows, words, diagram }
}

export function* atomsOf(columns: readonly DiagramColumn[]): Generator<number[]> {
  const [first, ...rest] = columns
  if (first === undefined) {
    yield []
    return
  }
  for (let atom = 0; atom < first.count; atom++) for (const others of atomsOf(rest)) yield [atom, ...others]
}

export function verdictOf({ diagram }: Pick<Walked, 'diagram'>, atoms: readonly number[]): number {
  let reference = diagram.root
  while (reference >= 0) reference = diagram.branches[reference]?.[atoms[diagram.column[reference] ?? 0] ?? 0] ?? 0
  return ~reference
}

/**
 * The diagram of columns with so many atoms each, in which every case comes to the verdict that `verdictAt` gives its
 * atoms. A row of its own for each atom, those of a column in one section, says which atom it is.
 */
export function gridOf(counts: readonly number[], verdictAt: (...atoms: readonly number[]) => number): Diagram {
  const words = counts.length
  const columns = counts.map((count, column): DiagramColumn => {
    const bits = new Int32Array(count * words).fill(-1)
    for (let atom = 0; atom < count; atom++) bits[atom * words + column] = 1 << atom
    return { count, bits }
  })
  const sections = counts.map((rows, word) => ({ word, rows, keep: 1 as const }))
  const diagram = buildDiagram(columns, words, sections, (alive, offset) =>
    verdictAt(...counts.map((_, word) => 31 - Math.clz32(alive[offset + word] ?? 0))),
  )
  if (diagram === undefined) throw new Error('too large')
  return diagram
}
