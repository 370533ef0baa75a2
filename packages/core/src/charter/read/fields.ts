import type { Place } from '../parts.ts'
import type { SourceEntry, SourceMap } from '../source/node.ts'
import { nearest } from './nearest.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected, type JsonSchema, type Shape } from './shape.ts'

/** A named field of a part. `says` is its description in editors. */
export interface Field<T> {
  readonly says: string
  readonly shape: Shape<T>
  readonly required: boolean
}

export type FieldTable = Readonly<Record<string, Field<unknown>>>

type Values<F extends FieldTable> = { readonly [K in keyof F]: (F[K] extends Field<infer T> ? T : never) | undefined }

/** The fields of one part as read; what is missing or wrong is undefined. */
export interface FieldsRead<F extends FieldTable> {
  readonly place: Place
  readonly values: Values<F>
  /** Whether the field is written, readable or not. */
  has(name: keyof F & string): boolean
  /** Place of a field's value, or of the part where the field is not written. */
  at(name: keyof F & string): Place
}

export function field<T>(says: string, shape: Shape<T>): Field<T> {
  return { says, shape, required: false }
}

export function required<T>(says: string, shape: Shape<T>): Field<T> {
  return { says, shape, required: true }
}

export interface FieldOptions {
  /** Fields that later versions know, with what to say of each. */
  readonly later?: ReadonlyMap<string, string>
  /** Takes the entries that are no fields, in place of refusing them. */
  readonly others?: {
    readonly read: (entry: SourceEntry) => void
    /** Whether the entry is one of the others, or nearer to one of them than to the field given. */
    readonly isMeant: (entry: SourceEntry, field: string) => boolean
  }
}

/**
 * Reads the fields of a map in the order of the table, not of the source: what others refer to stands first there.
 * `what` names the part in messages (`a promise`).
 */
export function readFields<F extends FieldTable>(
  what: string,
  table: F,
  map: SourceMap,
  reading: Reading,
  options: FieldOptions = {},
): FieldsRead<F> {
  const written = new Map(map.entries.map((entry) => [entry.key, entry]))
  const misspelt = misspeltFields(table, map, options)
  const meant = new Set(misspelt.values())
  const values: Record<string, unknown> = {}
  for (const [name, { shape, required }] of Object.entries(table)) {
    const entry = written.get(name)
    if (entry) values[name] = shape.read(entry.value, reading)
    else if (required && !meant.has(name))
      reading.report.add('missing-field', map.place, `${what} needs the field “${name}”`, { needed: [name] })
  }
  for (const entry of map.entries) {
    if (Object.hasOwn(table, entry.key)) continue
    const guess = misspelt.get(entry)
    if (options.later?.has(entry.key))
      reading.report.add('unknown-clause-kind', entry.keyPlace, options.later.get(entry.key) ?? '', {
        typed: entry.key,
      })
    else if (options.others && guess === undefined) options.others.read(entry)
    else if (options.others)
      reading.report.add(
        'unknown-field',
        entry.keyPlace,
        `there is no field ${quoted(entry.key)}; did you mean “${guess}”?`,
        { typed: entry.key, meant: guess },
      )
    else
      reading.report.addUnknown(
        'unknown-field',
        entry.keyPlace,
        `field in ${what} called`,
        entry.key,
        Object.keys(table),
      )
  }
  return {
    place: map.place,
    // Each value was read by the shape that stands under the same name.
    values: values as Values<F>,
    has: (name) => written.has(name),
    at: (name) => written.get(name)?.value.place ?? map.place,
  }
}

/** Comparisons for the fields of one map; who misspells more of them is told which are missing as well. */
const MOST_COMPARISONS = 500

/** Entries whose names are near to that of a field; a required one is then not missing as well. */
function misspeltFields(table: FieldTable, map: SourceMap, { later, others }: FieldOptions): Map<SourceEntry, string> {
  const names = Object.keys(table)
  const budget = { left: MOST_COMPARISONS }
  const found = new Map<SourceEntry, string>()
  for (const entry of map.entries) {
    if (Object.hasOwn(table, entry.key) || later?.has(entry.key)) continue
    const guess = nearest(entry.key, names, budget)
    if (guess !== undefined && !others?.isMeant(entry, guess)) found.set(entry, guess)
  }
  return found
}

/** A map with these fields and no others. */
export function fields<F extends FieldTable>(what: string, table: F, options?: FieldOptions): Shape<FieldsRead<F>> {
  return {
    schema: fieldsSchema(table),
    read: (node, reading) =>
      node.kind === 'map'
        ? readFields(what, table, node, reading, options)
        : expected(`${what} with its fields`, node, reading),
  }
}

/** The JSON Schema of a map with these fields; `others` describes further keys, which are refused without it. */
export function fieldsSchema(table: FieldTable, others: JsonSchema | false = false): JsonSchema {
  const properties: Record<string, JsonSchema> = {}
  for (const [name, { says, shape }] of Object.entries(table)) properties[name] = { ...shape.schema, description: says }
  const needed = Object.keys(table).filter((name) => table[name]?.required)
  return {
    type: 'object',
    properties,
    ...(needed.length > 0 ? { required: needed } : {}),
    additionalProperties: others,
  }
}

/** Reports the second of two fields that exclude each other, where both are written. */
export function excludes<F extends FieldTable>(
  read: FieldsRead<F>,
  first: keyof F & string,
  second: keyof F & string,
  reading: Reading,
): boolean {
  if (!read.has(first) || !read.has(second)) return false
  reading.report.add(
    'fields-conflict',
    read.at(second),
    `${quoted(first)} and ${quoted(second)} exclude each other; keep one`,
    { together: [first, second] },
  )
  return true
}
