/** A table of cases as examples of a charter: a row is a ticket, columns are facts and what must come out. Pure. */
import type { CharterSource } from './compile.ts'
import type { CharterDocument } from './document.ts'
import { type PlainValue, typedValue } from './edit/index.ts'
import type { Finding } from './finding.ts'
import { readCharter } from './read-charter.ts'

const OUTCOMES = ['due', 'row', 'allow', 'up to']

/** What the cells of one column say. */
export type CaseColumn =
  | { readonly kind: 'note' }
  | { readonly kind: 'given'; readonly name: string }
  | { readonly kind: 'expect'; readonly clause: string; readonly field?: string }
  | { readonly kind: 'unknown'; readonly name: string }

/** What columns may be called: `at`, the facts, and of the clauses what must come out. */
export interface CaseNames {
  readonly facts: readonly string[]
  readonly clauses: readonly string[]
}

/** The names that columns of cases of this charter are made of. */
export function caseNames({ facts, promises, remedies }: CharterDocument): CaseNames {
  return {
    facts: [...facts.values()].flatMap((fact) => (fact.derived ? [] : [fact.name])),
    clauses: [...promises, ...remedies].map(({ id }) => id),
  }
}

/**
 * The columns by the first line of the table: `at`, facts by name, and what must come out: `P1.due`, `P1.row`, `R1.allow`,
 * `R1.up to`, `R1.row`, or `P1` and `R1` alone for the due time or `none`. Those that begin with `#` are notes.
 */
export function caseColumns(header: readonly string[], names: CaseNames): readonly CaseColumn[] {
  return header.map((cell) => columnOf(cell.trim(), names))
}

function columnOf(name: string, { facts, clauses }: CaseNames): CaseColumn {
  if (name === '' || name.startsWith('#')) return { kind: 'note' }
  if (name === 'at' || facts.includes(name)) return { kind: 'given', name }
  const [, clause = '', field] = /^([^.]+)(?:\.(.+))?$/.exec(name) ?? []
  if (!clauses.includes(clause) || (field !== undefined && !OUTCOMES.includes(field))) return { kind: 'unknown', name }
  return { kind: 'expect', clause, ...(field === undefined ? {} : { field }) }
}

/** A row as an example, as a charter writes it. An empty cell says nothing. */
export function exampleOfCase(cells: readonly string[], columns: readonly CaseColumn[]): PlainValue {
  const given: [string, PlainValue][] = []
  const expect = new Map<string, PlainValue>()
  columns.forEach((column, index) => {
    const cell = (cells[index] ?? '').trim()
    if (cell === '') return
    if (column.kind === 'given') given.push([column.name, column.name === 'at' ? cell : typedValue(cell)])
    if (column.kind !== 'expect') return
    if (column.field === undefined) expect.set(column.clause, cell === 'none' ? 'none' : { due: cell })
    else {
      const known = expect.get(column.clause)
      const fields = typeof known === 'object' && known !== null ? known : {}
      expect.set(column.clause, { ...fields, [column.field]: outcomeOf(column.field, cell) })
    }
  })
  return { given: Object.fromEntries(given), expect: Object.fromEntries(expect) }
}

function outcomeOf(field: string, cell: string): PlainValue {
  if (field !== 'allow') return field === 'row' ? typedValue(cell) : cell
  return cell
    .replace(/^\[|\]$/g, '')
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** Why a case cannot be read. `index`: of the case, from 0; undefined where the charter with its cases cannot be. */
export interface CaseMistake {
  readonly index: number | undefined
  readonly message: string
}

export interface CasesReading {
  /** The charter with those cases that can be read in place of its examples; undefined where it cannot be read itself. */
  readonly source: CharterSource | undefined
  /** Which those are, from 0, in their order. */
  readonly read: readonly number[]
  readonly mistakes: readonly CaseMistake[]
}

/** Reads cases with the charter whose `data` they are of, in place of its own examples. */
export function readCases(data: unknown, examples: readonly PlainValue[]): CasesReading {
  const mistakes: CaseMistake[] = []
  let read = examples.map((_, index) => index)
  // One reading tells so many findings and no more: what is wrong is left out until nothing is.
  for (;;) {
    const text = JSON.stringify({ ...Object(data), examples: read.map((index) => examples[index]) })
    const reading = readCharter(text, { format: 'json' })
    if (reading.document !== undefined)
      return { source: { document: reading.document, data: reading.data }, read, mistakes: inOrder(mistakes) }
    const found = reading.findings.map((finding) => ({ index: caseOf(finding, read), message: finding.message }))
    mistakes.push(...found)
    const wrong = new Set(found.map(({ index }) => index))
    if (wrong.has(undefined)) return { source: undefined, read: [], mistakes: inOrder(mistakes) }
    read = read.filter((index) => !wrong.has(index))
  }
}

function caseOf({ path }: Finding, read: readonly number[]): number | undefined {
  const [, index] = /^\/?examples[/[](\d+)/.exec(path) ?? []
  return index === undefined ? undefined : read[Number(index)]
}

function inOrder(mistakes: readonly CaseMistake[]): readonly CaseMistake[] {
  return [...mistakes].sort((a, b) => (a.index ?? -1) - (b.index ?? -1))
}

/** Spreadsheets of some countries part by semicolons, those that are copied by tabs; read from the first line. */
export function caseSeparator(text: string): ',' | ';' | '\t' {
  const [header = ''] = text.slice(0, 10_000).split('\n', 1)
  if (header.includes(',')) return ','
  return header.includes(';') ? ';' : header.includes('\t') ? '\t' : ','
}
