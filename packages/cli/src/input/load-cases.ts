/** A table of cases (CSV) as examples of a charter: a row is a ticket, columns are facts and what must come out. */
import { type CharterDocument, type CharterSource, type PlainValue, readCharter, typedValue } from '@avow/core'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import { type CsvRow, csvRows } from './csv-rows.ts'
import { nameOf, readText } from './read-text.ts'

/** So many rows are read; who has more has a history, and `avow backtest`. */
const MOST_ROWS = 20_000
/** Rows that are read with the charter at once, within the limits of its parts. */
const AT_ONCE = 500
const OUTCOMES = ['due', 'row', 'allow', 'up to']
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
  const columns = header.cells.map((cell) => columnOf(cell.trim(), document, path))
  const read: CasesRead[] = []
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    const some = rows.slice(first, first + AT_ONCE)
    const examples = some.map(({ cells }) => exampleOf(cells, columns))
    const text = JSON.stringify({ ...Object(data), examples })
    const reading = readCharter(text, { format: 'json' })
    if (reading.document === undefined) {
      const told = reading.findings.slice(0, MOST_TOLD).map(({ path: part, message }) => {
        const index = Number(/^\/?examples[/[](\d+)/.exec(part)?.[1] ?? 0)
        return `${nameOf(path)}:${some[index]?.line ?? ''}  ${message}`
      })
      throw new Failure(`${nameOf(path)} cannot be read as cases:\n${told.join('\n')}`)
    }
    read.push({ source: { document: reading.document, data: reading.data }, lines: some.map(({ line }) => line) })
  }
  return read
}

async function rowsOf(path: string, bytes: Uint8Array): Promise<readonly CsvRow[]> {
  const rows: CsvRow[] = []
  const separator = separatorOf(bytes)
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

/** Spreadsheets of some countries part by semicolons. */
function separatorOf(bytes: Uint8Array): string {
  const [header = ''] = new TextDecoder().decode(bytes.subarray(0, 10_000)).split('\n', 1)
  return header.includes(';') && !header.includes(',') ? ';' : ','
}

type Column =
  | { readonly kind: 'note' }
  | { readonly kind: 'given'; readonly name: string }
  | { readonly kind: 'expect'; readonly clause: string; readonly field?: string }

function columnOf(name: string, document: CharterDocument, path: string): Column {
  if (name === '' || name.startsWith('#')) return { kind: 'note' }
  if (name === 'at' || document.facts.get(name)?.derived === false) return { kind: 'given', name }
  const [, clause = '', field] = /^([^.]+)(?:\.(.+))?$/.exec(name) ?? []
  const ids = [...document.promises, ...document.remedies].map(({ id }) => id)
  if (ids.includes(clause) && (field === undefined || OUTCOMES.includes(field)))
    return { kind: 'expect', clause, ...(field === undefined ? {} : { field }) }
  const facts = [...document.facts.values()].flatMap((fact) => (fact.derived ? [] : [fact.name]))
  throw new Failure(
    `${nameOf(path)}:1  there is no column “${name.slice(0, 100)}”; columns are at, the facts (${facts.join(', ')}), and of ${ids.join(', ')} what must come out, as in ${ids[0] ?? 'P1'}.due or ${ids[0] ?? 'P1'}.row`,
  )
}

function exampleOf(cells: readonly string[], columns: readonly Column[]): PlainValue {
  const given: [string, PlainValue][] = []
  const expect = new Map<string, PlainValue>()
  columns.forEach((column, index) => {
    const cell = (cells[index] ?? '').trim()
    if (cell === '' || column.kind === 'note') return
    if (column.kind === 'given') given.push([column.name, column.name === 'at' ? cell : typedValue(cell)])
    else if (column.field === undefined) expect.set(column.clause, cell === 'none' ? 'none' : { due: cell })
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
