/** Which row of a promise's table is the first to match (C1–C3, C5–C7), each cell read anew and held against the value as written. */
import type { PlainCell, PlainCharter, PlainFactType, PlainPromise } from './plain-data.ts'
import { addSpan, dateOf } from './wall-clock.ts'

/** What is known of a ticket: values by fact name, and the local date of its creation. */
export interface Known {
  readonly facts: ReadonlyMap<string, unknown>
  readonly created: number
}

type Order = (bound: string) => number

/** The first matching row from 1, or null (C6, C7). */
export function rowOf(charter: PlainCharter, promise: PlainPromise, known: Known): number | null {
  if (!accepts(charter, promise.when ?? {}, known)) return null
  const at = promise.table.findIndex((row) => accepts(charter, row, known))
  return at < 0 ? null : at + 1
}

/** The rows from 1 that match beside one (C10). */
export function othersBeside(charter: PlainCharter, promise: PlainPromise, known: Known, row: number): number[] {
  return promise.table.flatMap((cells, index) =>
    index + 1 !== row && accepts(charter, cells, known) ? [index + 1] : [],
  )
}

function accepts(charter: PlainCharter, cells: { readonly [fact: string]: PlainCell }, known: Known): boolean {
  return Object.entries(cells).every(
    ([fact, cell]) =>
      fact === 'target' || fact === 'audience' || meets(typeOf(charter, fact), cell, known.facts.get(fact), known),
  )
}

function typeOf(charter: PlainCharter, fact: string): PlainFactType {
  if (['messages', 'contacts', 'reopenings', 'unanswered'].includes(fact)) return 'number'
  const type = charter.facts?.[fact]
  if (type === undefined) throw new Error(`no fact: ${fact}`)
  return type
}

function meets(type: PlainFactType, cell: PlainCell, value: unknown, known: Known): boolean {
  if (cell === null || cell === '' || cell === '-') return true
  if (typeof cell === 'object' && 'not' in cell)
    return fits(type, value) && !cell.not.some((each) => meetsOne(type, each, value, known))
  if (Array.isArray(cell)) return cell.some((each) => meetsOne(type, each, value, known))
  return meetsOne(type, cell, value, known)
}

function meetsOne(type: PlainFactType, wanted: unknown, value: unknown, known: Known): boolean {
  if (wanted === '-') return true
  if (!fits(type, value)) return wanted === 'unknown'
  if (typeof wanted === 'number' || typeof wanted === 'boolean') return value === wanted
  if (typeof wanted !== 'string' || wanted === 'unknown') return false
  if (isYesNo(type)) return value === (wanted === 'yes' || wanted === 'true')
  const order = orderOf(type, value, known)
  const range = wanted.split(' .. ')
  if (range.length === 2) return order(range[0] ?? '') >= 0 && order(range[1] ?? '') < 0
  const [, sign = '', bound = ''] = /^(<=|>=|<|>|)\s*(.+)$/.exec(wanted) ?? []
  const is = order(bound)
  return sign === '<' ? is < 0 : sign === '<=' ? is <= 0 : sign === '>' ? is > 0 : sign === '>=' ? is >= 0 : is === 0
}

/** How the value stands to a bound: below (negative), at it (0), or above. Not a number where there is no order between them. */
function orderOf(type: PlainFactType, value: unknown, known: Known): Order {
  if (isAge(type)) {
    const date = dateOf(String(value)) ?? Number.NaN
    // C3: an age is below a span when the date plus the span is after the date of the creation.
    return (bound) => {
      const [, count = '', unit = ''] = /^(\d+) (day|week|month|year)s?$/.exec(bound.trim()) ?? []
      const months = unit === 'month' ? Number(count) : unit === 'year' ? 12 * Number(count) : 0
      const days = unit === 'day' ? Number(count) : unit === 'week' ? 7 * Number(count) : 0
      return known.created - addSpan(date, months, days)
    }
  }
  const ordered = valuesOf(type, 'in order')
  if (ordered !== undefined) return (bound) => ordered.indexOf(String(value)) - ordered.indexOf(bound.trim())
  if (valuesOf(type, 'one of') !== undefined) return (bound) => (value === bound.trim() ? 0 : Number.NaN)
  if (isMoney(type)) return (bound) => minorOf(value) - Math.round(Number(bound.trim().split(' ')[0]) * 100)
  return (bound) => Number(value) - Number(bound)
}

/** Whether a value is one of its fact's type; any other is unknown (F1). */
export function fits(type: PlainFactType, value: unknown): boolean {
  if (value === undefined || value === null) return false
  const values = valuesOf(type, 'one of') ?? valuesOf(type, 'in order')
  if (values !== undefined) return typeof value === 'string' && values.includes(value)
  if (isYesNo(type)) return typeof value === 'boolean'
  if (isAge(type)) return typeof value === 'string' && dateOf(value) !== undefined
  if (isMoney(type))
    return (
      typeof value === 'object' &&
      'currency' in value &&
      String(type) === `money ${String(value.currency)}` &&
      Number.isInteger(minorOf(value))
    )
  return typeof value === 'number' && Number.isFinite(value)
}

function valuesOf(type: PlainFactType, kind: string): readonly string[] | undefined {
  const values = typeof type === 'object' ? type[kind] : undefined
  return Array.isArray(values) ? values.map(String) : undefined
}

function isAge(type: PlainFactType): boolean {
  return typeof type === 'object' && type['age'] !== undefined
}

function isYesNo(type: PlainFactType): boolean {
  return type === 'yes/no' || type === 'yes-no' || type === 'yes or no'
}

function isMoney(type: PlainFactType): boolean {
  return typeof type === 'string' && type.startsWith('money ')
}

function minorOf(value: unknown): number {
  return typeof value === 'object' && value !== null && 'minor' in value && typeof value.minor === 'number'
    ? value.minor
    : Number.NaN
}
