/**
 * Atoms: the finest classes of a fact's values that a set of cells can tell apart. A choice has one atom a value, an
 * ordered scale one for each segment between the cuts that occur, and every fact one more for `unknown`.
 * Tables are evaluated on atoms, and the exact checks walk them, so both see the same cases.
 */
import { addMonths, type Day } from '../calendar/index.ts'
import { meanLength } from './condition/cut-order.ts'
import type { Cell, Cut, FactDefinition, FactType } from './parts.ts'

export interface AtomSpace {
  readonly fact: FactDefinition
  /** Number of atoms, the one for `unknown` included. */
  readonly count: number
  /** Index of the atom for an unknown fact: always the last. */
  readonly unknown: number
  /** For ordered scales: atom i holds the values from cuts[i-1] up to, not including, cuts[i]. */
  readonly cuts: readonly Cut[]
}

/** Number of values of a fact that is told apart by value, or 0 for an ordered scale. */
function valueCount(type: FactType): number {
  if (type.kind === 'choice') return type.values.length
  return type.kind === 'yes-no' ? 2 : 0
}

/** The atoms of `fact` that the given cells tell apart. */
export function atomSpace(fact: FactDefinition, cells: readonly Cell[]): AtomSpace {
  const values = valueCount(fact.type)
  if (values > 0) return { fact, count: values + 1, unknown: values, cuts: [] }
  const byKey = new Map<number, Cut>()
  for (const cell of cells) {
    if (cell.accepts === 'any') continue
    for (const alternative of cell.accepts) {
      if (alternative.kind !== 'range') continue
      if (alternative.from) byKey.set(meanLength(alternative.from), alternative.from)
      if (alternative.to) byKey.set(meanLength(alternative.to), alternative.to)
    }
  }
  const cuts = [...byKey].sort((a, b) => a[0] - b[0]).map(([, cut]) => cut)
  return { fact, count: cuts.length + 2, unknown: cuts.length + 1, cuts }
}

/** Which atoms of `space` a cell accepts, one entry an atom. An absent cell accepts all. */
export function acceptedAtoms(space: AtomSpace, cell: Cell | undefined): readonly boolean[] {
  const accepted = new Array<boolean>(space.count).fill(cell === undefined || cell.accepts === 'any')
  if (cell === undefined || cell.accepts === 'any') return accepted
  for (const alternative of cell.accepts) {
    if (alternative.kind === 'unknown') accepted[space.unknown] = true
    else if (alternative.kind === 'values') for (const value of alternative.values) accepted[value] = true
    else {
      const from = alternative.from ? cutIndex(space, alternative.from) + 1 : 0
      const to = alternative.to ? cutIndex(space, alternative.to) : space.cuts.length
      for (let atom = from; atom <= to; atom++) accepted[atom] = true
    }
  }
  return accepted
}

function cutIndex(space: AtomSpace, cut: Cut): number {
  const key = meanLength(cut)
  return space.cuts.findIndex((other) => meanLength(other) === key)
}

/** The atom of a number (plain numbers, minor units of money, ms of a duration). */
export function atomOfNumber(cuts: readonly Cut[], value: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    const cut = cuts[middle]
    if (cut?.kind === 'number' && cut.value <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** The atom of an age: dates are local dates of the charter's zone (SPEC C3). */
export function atomOfAge(cuts: readonly Cut[], since: Day, reference: Day): number {
  let atom = 0
  for (const cut of cuts) {
    if (reachedOn(cut, since) > reference) break
    atom++
  }
  return atom
}

/** The date on which what began on `since` reaches the age of a cut (SPEC C3). */
export function reachedOn(cut: Cut, since: Day): Day {
  return cut.kind === 'age' ? addMonths(since, cut.months) + cut.days : Number.POSITIVE_INFINITY
}
