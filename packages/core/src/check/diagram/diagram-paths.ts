/** What a finished diagram is asked: a case that comes to some verdict, and all of them as boxes. */
import type { Diagram } from './diagram.ts'

/** Stands in a path where every atom of the column will do. */
export const ANY_ATOM = -1

/**
 * A case that comes to a wanted verdict: one atom a column, or ANY_ATOM. Undefined where none does. Low atoms are tried
 * first; `allowed` keeps atoms out.
 */
export function pathTo(
  diagram: Diagram,
  wanted: (verdict: number) => boolean,
  allowed: (column: number, atom: number) => boolean = () => true,
): Int32Array | undefined {
  const path = new Int32Array(diagram.columns.length).fill(ANY_ATOM)
  const inVain = new Set<number>()
  const reaches = (reference: number): boolean => {
    if (reference < 0) return wanted(~reference)
    if (inVain.has(reference)) return false
    const column = diagram.column[reference] as number
    const branches = diagram.branches[reference] as Int32Array
    for (let atom = 0; atom < branches.length; atom++) {
      if (!allowed(column, atom) || !reaches(branches[atom] as number)) continue
      path[column] = atom
      return true
    }
    inVain.add(reference)
    return false
  }
  return reaches(diagram.root) ? path : undefined
}

/** For each column the atoms of a set of cases (by index, rising), or `any`. */
export type Box = readonly (readonly number[] | 'any')[]

/** One case of a box. */
export function pathIn(box: Box): number[] {
  return box.map((atoms) => (atoms === 'any' ? ANY_ATOM : (atoms[0] ?? ANY_ATOM)))
}

/**
 * The cases that come to a wanted verdict as boxes that do not overlap, joined where two differ in one column only.
 * `all` is false where there are more than `most` and the rest was left out.
 */
export function boxesOf(
  diagram: Diagram,
  wanted: (verdict: number) => boolean,
  most: number,
): { readonly boxes: readonly Box[]; readonly all: boolean } {
  const boxes: Box[] = []
  const inVain = new Set<number>()
  let all = true
  const collect = (reference: number, box: (readonly number[] | 'any')[]): boolean => {
    if (boxes.length >= most) {
      all = false
      return true
    }
    if (reference < 0) {
      if (wanted(~reference)) boxes.push([...box])
      return wanted(~reference)
    }
    if (inVain.has(reference)) return false
    const column = diagram.column[reference] as number
    let found = false
    for (const [branch, atoms] of atomsByBranch(diagram.branches[reference] as Int32Array)) {
      box[column] = atoms
      if (collect(branch, box)) found = true
    }
    box[column] = 'any'
    if (!found) inVain.add(reference)
    return found
  }
  collect(diagram.root, new Array<'any'>(diagram.columns.length).fill('any'))
  return { boxes: joined(boxes, diagram), all }
}

function atomsByBranch(branches: Int32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  branches.forEach((branch, atom) => {
    const group = groups.get(branch)
    if (group) group.push(atom)
    else groups.set(branch, [atom])
  })
  return groups
}

/**
 * Joins boxes that are alike in all columns but one, until no two are. Once through the columns from the last one is enough:
 * under one choice of atoms before it, the atoms of a column are parted in one way only.
 */
function joined(boxes: readonly Box[], { columns }: Diagram): readonly Box[] {
  return columns.reduceRight((current, { count }, column) => joinedAlong(current, column, count), boxes)
}

function joinedAlong(boxes: readonly Box[], column: number, count: number): readonly Box[] {
  const groups = new Map<string, { readonly box: Box; atoms: number[] | 'any' }>()
  for (const box of boxes) {
    const key = box.map((atoms, index) => (index === column ? '' : String(atoms))).join(';')
    const atoms = box[column] ?? 'any'
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { box, atoms: atoms === 'any' ? 'any' : [...atoms] })
    else if (atoms === 'any' || group.atoms === 'any') group.atoms = 'any'
    else {
      group.atoms = [...group.atoms, ...atoms].sort((a, b) => a - b)
      if (group.atoms.length === count) group.atoms = 'any'
    }
  }
  return [...groups.values()].map(({ box, atoms }) => box.map((own, index) => (index === column ? atoms : own)))
}
