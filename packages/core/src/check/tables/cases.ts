/**
 * The cases that a decision table tells apart, or two tables together: the columns of a diagram, and what each atom in
 * them stands for. Cases that cannot be (a count that is unknown or below zero) and, for one table, cases outside its
 * `when` are left out.
 */

import type { Cell, Condition, FactDefinition, FactType, HitPolicy } from '../../charter/index.ts'
import { type AtomSpace, acceptedAtoms, atomSpace } from '../../charter/index.ts'
import type { DiagramColumn, RowSection } from '../diagram/diagram.ts'

/** A clause's table as the checks look at it. */
export interface TableSource {
  readonly facts: ReadonlyMap<string, FactDefinition>
  readonly hit: HitPolicy
  readonly when: Condition
  readonly rows: readonly { readonly cells: Condition }[]
}

export interface CaseAtom {
  readonly space: AtomSpace
  readonly atom: number
}

export interface CaseColumn {
  readonly fact: string
  readonly atoms: readonly CaseAtom[]
}

export interface Cases {
  readonly columns: readonly CaseColumn[]
  readonly diagramColumns: readonly DiagramColumn[]
  readonly words: number
}

/** Is the fact unknown in this atom? */
export function isUnknown({ space, atom }: CaseAtom): boolean {
  return atom === space.unknown
}

/** A column without an atom: nothing is ever in the table's scope. Such cases make no diagram. */
export function hasNoCases({ columns }: Cases): boolean {
  return columns.some(({ atoms }) => atoms.length === 0)
}

/** The cases inside the scope of one table. */
export function casesOf(source: TableSource): Cases {
  const words = wordsFor(source)
  const columns: CaseColumn[] = []
  const diagramColumns: DiagramColumn[] = []
  for (const fact of source.facts.values()) {
    const cells = writtenCells(source, fact.name)
    if (cells.length === 0) continue
    const space = atomSpace(fact, cells)
    const inScope = acceptedAtoms(space, source.when.get(fact.name))
    const atoms = possibleAtoms(space).filter(({ atom }) => inScope[atom])
    const column = { count: atoms.length, bits: new Int32Array(atoms.length * words) }
    markRows(column, words, 0, source, fact.name, (cell) => {
      const accepted = acceptedAtoms(space, cell)
      return atoms.map(({ atom }) => accepted[atom] === true)
    })
    columns.push({ fact: fact.name, atoms })
    diagramColumns.push(column)
  }
  return { columns, diagramColumns, words }
}

/** The sections of a walk over two tables: the old one's rows stand first. */
export function sectionsOf(sources: readonly TableSource[], keep: 1 | 2): RowSection[] {
  let word = 0
  return sources.map((source) => {
    const section: RowSection = { word, rows: source.rows.length, keep: source.hit === 'unique' ? 2 : keep }
    word += wordsFor(source)
    return section
  })
}

/** The cases of several tables of one charter on common atoms. The scope of each is folded into its rows. */
export function casesOfAll(sources: readonly TableSource[]): Cases {
  const sections = sectionsOf(sources, 1)
  const words = sources.reduce((sum, source) => sum + wordsFor(source), 0)
  const columns: CaseColumn[] = []
  const diagramColumns: DiagramColumn[] = []
  for (const fact of sources[0]?.facts.values() ?? []) {
    const cells = sources.flatMap((source) => writtenCells(source, fact.name))
    if (cells.length === 0) continue
    const space = atomSpace(fact, cells)
    const atoms = possibleAtoms(space)
    const column = { count: atoms.length, bits: new Int32Array(atoms.length * words) }
    const accepts = (cell: Cell | undefined) => {
      const accepted = acceptedAtoms(space, cell)
      return atoms.map(({ atom }) => accepted[atom] === true)
    }
    sources.forEach((source, index) => {
      markRows(column, words, sections[index]?.word ?? 0, source, fact.name, accepts)
    })
    columns.push({ fact: fact.name, atoms })
    diagramColumns.push(column)
  }
  return { columns, diagramColumns, words }
}

/**
 * The cases of two tables on common atoms. A value that one charter does not know is to it an unknown fact (SPEC F1). The
 * scope of each table is folded into its rows, since they may differ.
 */
export function casesOfBoth(old: TableSource, fresh: TableSource): Cases {
  const oldWords = wordsFor(old)
  const words = oldWords + wordsFor(fresh)
  const columns: CaseColumn[] = []
  const diagramColumns: DiagramColumn[] = []
  for (const name of new Set([...fresh.facts.keys(), ...old.facts.keys()])) {
    const cells = [...writtenCells(old, name), ...writtenCells(fresh, name)]
    if (cells.length === 0) continue
    const atoms = commonAtoms(old.facts.get(name), fresh.facts.get(name), cells)
    const column = { count: atoms.length, bits: new Int32Array(atoms.length * words) }
    markRows(column, words, 0, old, name, acceptance(old.facts.get(name), cells, atoms))
    markRows(column, words, oldWords, fresh, name, acceptance(fresh.facts.get(name), cells, atoms))
    columns.push({ fact: name, atoms })
    diagramColumns.push(column)
  }
  return { columns, diagramColumns, words }
}

function wordsFor({ rows }: TableSource): number {
  return Math.max(1, Math.ceil(rows.length / 32))
}

function writtenCells({ rows, when }: TableSource, fact: string): Cell[] {
  return [...rows.map(({ cells }) => cells.get(fact)), when.get(fact)].filter(
    (cell): cell is Cell => cell !== undefined && cell.accepts !== 'any',
  )
}

/** Atoms that a ticket can be in. Counts, money and durations are never below zero (SPEC C5); counts are never unknown. */
function possibleAtoms(space: AtomSpace): CaseAtom[] {
  const atoms = Array.from({ length: space.count }, (_, atom): CaseAtom => ({ space, atom }))
  const { derived, type } = space.fact
  const fromZero = derived || type.kind === 'money' || type.kind === 'duration'
  return atoms.filter(({ atom }) => {
    if (atom === space.unknown) return !derived
    const end = space.cuts[atom]
    return !(fromZero && end?.kind === 'number' && end.value <= 0)
  })
}

function commonAtoms(
  old: FactDefinition | undefined,
  fresh: FactDefinition | undefined,
  cells: readonly Cell[],
): CaseAtom[] {
  const joint = old === undefined ? fresh : fresh === undefined ? old : jointFact(old, fresh)
  if (joint !== undefined) return possibleAtoms(atomSpace(joint, cells))
  const known = [fresh, old].flatMap((fact) => {
    if (fact === undefined) return []
    return possibleAtoms(atomSpace(fact, cellsFitting(fact, cells))).filter((atom) => !isUnknown(atom))
  })
  const space = known[0]?.space
  return space === undefined ? known : [...known, { space, atom: space.unknown }]
}

/** One definition that holds the values of both; undefined where no value fits both types. */
function jointFact(old: FactDefinition, fresh: FactDefinition): FactDefinition | undefined {
  if (old.type.kind === 'choice' && fresh.type.kind === 'choice') {
    const values = [...new Set([...fresh.type.values, ...old.type.values])]
    return { ...fresh, type: { ...fresh.type, values } }
  }
  return haveCommonValues(old.type, fresh.type) ? fresh : undefined
}

/** Cells written for another type would put cuts where this type has none. */
function cellsFitting(fact: FactDefinition, cells: readonly Cell[]): Cell[] {
  const cut = fact.type.kind === 'age' ? 'age' : 'number'
  return cells.filter(
    ({ accepts }) =>
      accepts === 'any' || accepts.every((part) => part.kind !== 'range' || (part.from ?? part.to)?.kind === cut),
  )
}

/** Tells which of a column's atoms a cell accepts. */
type Acceptance = (cell: Cell | undefined) => readonly boolean[]

/** Acceptance among common atoms by the cells of one charter, whose fact may be of another type or lack some values. */
function acceptance(fact: FactDefinition | undefined, cells: readonly Cell[], atoms: readonly CaseAtom[]): Acceptance {
  if (fact === undefined) return () => atoms.map(() => true)
  const own = atomSpace(fact, cellsFitting(fact, cells))
  const ownAtoms = atoms.map((atom) => atomIn(own, atom))
  return (cell) => {
    const accepted = acceptedAtoms(own, cell)
    return ownAtoms.map((atom) => accepted[atom] === true)
  }
}

/** What a common atom is to one charter. */
function atomIn(own: AtomSpace, { space, atom }: CaseAtom): number {
  const [here, there] = [own.fact.type, space.fact.type]
  if (atom === space.unknown || !haveCommonValues(here, there)) return own.unknown
  if (here.kind !== 'choice' || there.kind !== 'choice') return atom
  const index = here.values.indexOf(there.values[atom] ?? '')
  return index < 0 ? own.unknown : index
}

function haveCommonValues(one: FactType, other: FactType): boolean {
  return one.kind === other.kind && !(one.kind === 'money' && other.kind === 'money' && one.currency !== other.currency)
}

/** Notes in the bitsets, from word `word` on, which rows of a table accept which atoms of a column. */
function markRows(
  column: DiagramColumn,
  words: number,
  word: number,
  source: TableSource,
  fact: string,
  accepts: Acceptance,
): void {
  const { bits, count } = column
  const scope = accepts(source.when.get(fact))
  source.rows.forEach(({ cells }, row) => {
    const accepted = accepts(cells.get(fact))
    for (let atom = 0; atom < count; atom++) {
      if (!accepted[atom] || !scope[atom]) continue
      const at = atom * words + word + (row >> 5)
      bits[at] = (bits[at] ?? 0) | (1 << (row & 31))
    }
  })
}
