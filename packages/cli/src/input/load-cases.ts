/** A table of cases (CSV) as examples of a charter: a row is a ticket, columns are facts and what must come out. */
import {
  type CaseColumn,
  type CaseNames,
  type CharterSource,
  caseColumns,
  caseNames,
  caseSeparator,
  exampleOfCase,
  readCases,
} from '@avow/core'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import { type CsvRow, csvRows } from './csv-rows.ts'
import { nameOf, readText } from './read-text.ts'

/** So many rows are read; who has more has a history, and `avow backtest`. */
const MOST_ROWS = 20_000
/** Rows that are read with the charter at once, within the limits of its parts. */
const AT_ONCE = 500
/** Mistakes told at once. */
const MOST_TOLD = 20

/** Some of the cases, read with the charter in place of its own examples. */
export interface CasesRead {
  readonly source: CharterSource
  /** The line of the table in which each example begins, from 1. */
  readonly lines: readonly number[]
}

/**
 * Reads a table of cases. Columns are `at`, facts by name, and what must come out: `P1.due`, `P1.row`, `R1.allow`, `R1.up to`,
 * `R1.row`, or `P1` and `R1` alone for the due time or `none`; those that begin with `#` are notes. An empty cell says
 * nothing. Throws Failure for a column that nobody knows, a cell that cannot be read, too many rows.
 */
export async function loadCases(
  path: string,
  { document, data }: CharterSource,
  io: Io,
): Promise<readonly CasesRead[]> {
  const bytes = new TextEncoder().encode(await readText(path, io))
  const [header, ...rows] = await rowsOf(path, bytes)
  if (header === undefined) throw new Failure(`${nameOf(path)} is empty; its first line names the columns`)
  const names = caseNames(document)
  const columns = caseColumns(header.cells, names)
  refuseUnknown(columns, names, path)
  const read: CasesRead[] = []
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    const some = rows.slice(first, first + AT_ONCE)
    const examples = some.map(({ cells }) => exampleOfCase(cells, columns))
    const { source, mistakes } = readCases(data, examples)
    if (source === undefined || mistakes.length > 0) {
      const told = mistakes
        .slice(0, MOST_TOLD)
        .map(({ index, message }) => `${nameOf(path)}:${some[index ?? 0]?.line ?? ''}  ${message}`)
      throw new Failure(`${nameOf(path)} cannot be read as cases:\n${told.join('\n')}`)
    }
    read.push({ source, lines: some.map(({ line }) => line) })
  }
  return read
}

async function rowsOf(path: string, bytes: Uint8Array): Promise<readonly CsvRow[]> {
  const rows: CsvRow[] = []
  const separator = caseSeparator(new TextDecoder().decode(bytes.subarray(0, 10_000)))
  for await (const row of csvRows(path, once(bytes), separator, 'utf-8')) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    rows.push(row)
    if (rows.length > MOST_ROWS + 1) throw new Failure(`${nameOf(path)} has more than ${MOST_ROWS} cases`)
  }
  return rows
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function refuseUnknown(columns: readonly CaseColumn[], { facts, clauses }: CaseNames, path: string): void {
  const unknown = columns.find((column) => column.kind === 'unknown')
  if (unknown === undefined) return
  const one = clauses[0] ?? 'P1'
  throw new Failure(
    `${nameOf(path)}:1  there is no column “${unknown.name.slice(0, 100)}”; columns are at, the facts (${facts.join(', ')}), and of ${clauses.join(', ')} what must come out, as in ${one}.due or ${one}.row`,
  )
}
