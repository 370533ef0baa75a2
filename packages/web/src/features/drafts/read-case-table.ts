/** A table of cases, as it was pasted or as its file has it, as examples of a draft. No I/O. */
import {
  type CaseNames,
  caseColumns,
  caseNames,
  caseSeparator,
  exampleOfCase,
  type PlainValue,
  readCases,
  readCharter,
} from '@avow/core'
import { CsvError, parse } from 'csv-parse/browser/esm/sync'

/** Cases that are taken at once; who has more tries them with `avow test --cases`. */
export const MOST_CASES = 200

/** Characters of a table; one of so many cases has a tenth of them. */
export const MOST_CHARACTERS = 300_000

/** A line that became no example, and why; the sentence is core's, in English. */
export interface CaseRefused {
  /** In which its row begins, from 1. */
  readonly line: number
  readonly why: string
}

/** What became of a table. */
export type CasesRead =
  | {
      readonly kind: 'read'
      readonly examples: readonly PlainValue[]
      readonly refused: readonly CaseRefused[]
      /** The first line and the lines that were refused, to be mended; empty where none was. */
      readonly rest: string
    }
  | { readonly kind: 'unknown-column'; readonly name: string; readonly names: CaseNames }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'no-table' | 'no-cases' | 'faulty-draft' }

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** Reads a table of cases with a draft. `data`: of the draft as it is written. Never throws, for any text. */
export function readCaseTable(table: string, data: unknown): CasesRead {
  if (table.length > MOST_CHARACTERS) return { kind: 'too-many', most: MOST_CASES }
  const { document } = readCharter(JSON.stringify(data), { format: 'json' })
  if (document === undefined) return { kind: 'faulty-draft' }
  const separator = caseSeparator(table)
  const [header, ...rows] = rowsOf(table, separator) ?? []
  if (header === undefined) return { kind: 'no-table' }
  const names = caseNames(document)
  const columns = caseColumns(header.cells, names)
  const unknown = columns.find((column) => column.kind === 'unknown')
  if (unknown !== undefined) return { kind: 'unknown-column', name: unknown.name.slice(0, 100), names }
  if (rows.length === 0) return { kind: 'no-cases' }
  if (rows.length > MOST_CASES) return { kind: 'too-many', most: MOST_CASES }
  const examples = rows.map(({ cells }) => exampleOfCase(cells, columns))
  const { read, mistakes } = readCases(data, examples)
  const refused = mistakes.flatMap(({ index, message }) => {
    const row = index === undefined ? undefined : rows[index]
    return row === undefined ? [] : [{ line: row.line, why: message }]
  })
  const left = rows.filter((_, index) => !read.includes(index))
  return {
    kind: 'read',
    examples: read.flatMap((index) => examples[index] ?? []),
    refused,
    rest: left.length === 0 ? '' : [header, ...left].map((row) => written(row, separator)).join('\n'),
  }
}

/** The rows in which anything stands; undefined where a quote is opened and never closed. */
function rowsOf(table: string, separator: string): readonly Row[] | undefined {
  let line = 1
  return parsed(table, separator)?.flatMap((cells) => {
    const row = { line, cells }
    line += 1 + cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
    return cells.every((cell) => cell.trim() === '') ? [] : [row]
  })
}

function parsed(table: string, delimiter: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(table, { bom: true, delimiter, relax_column_count: true, relax_quotes: true })
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

function written({ cells }: Row, separator: string): string {
  const isPlain = (cell: string): boolean => !cell.includes(separator) && !/["\r\n]/.test(cell)
  return cells.map((cell) => (isPlain(cell) ? cell : `"${cell.replaceAll('"', '""')}"`)).join(separator)
}
