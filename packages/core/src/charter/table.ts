/**
 * A decision table compiled to bitsets: for every atom of every column, the rows that accept it. The rows that match a
 * ticket are the AND over the columns; the lowest set bit is the first hit. The scope (`when`) is folded into the rows.
 */
import { type AtomSpace, acceptedAtoms, atomSpace } from './atoms.ts'
import type { Cell, Condition, FactDefinition, HitPolicy } from './parts.ts'

export interface TableColumn {
  readonly space: AtomSpace
  /** `bits[atom * words + w]`: rows 32w … 32w+31 that accept the atom. */
  readonly bits: Int32Array
}

export interface Table {
  readonly hit: HitPolicy
  readonly rows: number
  readonly words: number
  readonly columns: readonly TableColumn[]
}

export const NO_ROW = -1
export const SEVERAL_ROWS = -2

/** Compiles rows of conditions, each limited by the clause's scope. Columns that no row looks at are left out. */
export function compileTable(
  facts: ReadonlyMap<string, FactDefinition>,
  hit: HitPolicy,
  when: Condition,
  rows: readonly { readonly cells: Condition }[],
): Table {
  const words = Math.max(1, Math.ceil(rows.length / 32))
  const columns: TableColumn[] = []
  for (const fact of facts.values()) {
    const cells = rows.map((row) => row.cells.get(fact.name))
    const scope = when.get(fact.name)
    const written = [...cells, scope].filter((cell): cell is Cell => cell !== undefined && cell.accepts !== 'any')
    if (written.length === 0) continue
    const space = atomSpace(fact, written)
    const inScope = acceptedAtoms(space, scope)
    const bits = new Int32Array(space.count * words)
    cells.forEach((cell, row) => {
      acceptedAtoms(space, cell).forEach((accepted, atom) => {
        if (!accepted || !inScope[atom]) return
        const index = atom * words + (row >> 5)
        bits[index] = (bits[index] ?? 0) | (1 << (row & 31))
      })
    })
    columns.push({ space, bits })
  }
  return { hit, rows: rows.length, words, columns }
}

/**
 * The row that `atoms` (one per column, in the table's order) hits: its index from 0, NO_ROW where none matches, or
 * SEVERAL_ROWS where the hit policy is unique and more than one does.
 */
export function hitRow(table: Table, atoms: ArrayLike<number>): number {
  const { words, columns, rows } = table
  let found = NO_ROW
  for (let word = 0; word < words; word++) {
    let live = -1
    const left = rows - (word << 5)
    if (left < 32) live = (1 << left) - 1
    for (let column = 0; column < columns.length; column++) {
      live &= (columns[column] as TableColumn).bits[(atoms[column] as number) * words + word] as number
      if (live === 0) break
    }
    if (live === 0) continue
    const lowest = live & -live
    if (found !== NO_ROW) return SEVERAL_ROWS
    found = (word << 5) + 31 - Math.clz32(lowest)
    if (table.hit === 'first') return found
    if (live !== lowest) return SEVERAL_ROWS
  }
  return found
}

/** All rows that `atoms` (one per column, in the table's order) match, from 0 and in their order, whatever the hit policy. */
export function rowsHit({ words, columns, rows }: Table, atoms: ArrayLike<number>): readonly number[] {
  const found: number[] = []
  for (let word = 0; word < words; word++) {
    const left = rows - (word << 5)
    let live = left < 32 ? (1 << left) - 1 : -1
    for (let column = 0; column < columns.length; column++)
      live &= (columns[column] as TableColumn).bits[(atoms[column] as number) * words + word] as number
    for (; live !== 0; live &= live - 1) found.push((word << 5) + 31 - Math.clz32(live & -live))
  }
  return found
}

/** The row that the rows left in `live` hit, for a table of one word: see `hitRow`. */
export function hitOf({ hit, rows }: Table, live: number): number {
  const left = rows < 32 ? live & ((1 << rows) - 1) : live
  if (left === 0) return NO_ROW
  const lowest = left & -left
  return hit === 'unique' && left !== lowest ? SEVERAL_ROWS : 31 - Math.clz32(lowest)
}

/** Whether a row accepts an atom of a column (scope folded in). */
export function acceptedOf(table: Table, column: number, atom: number, row: number): boolean {
  const bits = table.columns[column]?.bits[atom * table.words + (row >> 5)] ?? 0
  return (bits & (1 << (row & 31))) !== 0
}
