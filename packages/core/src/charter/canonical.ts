import type { ZoneTable } from '../calendar/index.ts'

/** Nothing that is hashed comes near this depth; beyond it the stack could end before the data. */
const MAX_DEPTH = 500

/** Fields that are no part of a version: approvals name the effective time beside the hash, and notes bind nobody. */
const OUTSIDE = new Set(['effective', 'notes'])

/**
 * The canonical JSON (RFC 8785) of plain data: keys by UTF-16 units, numbers as ECMAScript writes them, no spaces. Fields
 * that are undefined are left out. Throws TypeError for what JSON cannot hold: NaN, infinities, surrogates without their
 * other half, functions, data nested deeper than 500.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0)
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new TypeError(`data nested deeper than ${MAX_DEPTH} has no canonical JSON here`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`)
    return String(value === 0 ? 0 : value)
  }
  if (typeof value === 'string') return writeText(value)
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} has no JSON form`)
  const entries = Object.entries(value).filter(([, field]) => field !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, field]) => `${writeText(key)}:${write(field, depth + 1)}`).join(',')}}`
}

function writeText(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('a text with half a character (a lone surrogate) has no canonical JSON')
  return JSON.stringify(text)
}

/**
 * What is hashed for a version: the charter's data without `effective` and `notes`, with the offset changes of the zones
 * it names. A draft has no zones.
 */
export function canonicalForm(data: unknown, zones?: readonly ZoneTable[]): unknown {
  const form = Object.create(null) as Record<string, unknown>
  for (const [key, value] of Object.entries(data ?? {})) if (!OUTSIDE.has(key)) form[key] = value
  if (zones) form['zones'] = zones.map(({ name, data, from, until, changes }) => ({ name, data, from, until, changes }))
  return form
}
