import type { Place } from '../parts.ts'

/** A source document as a plain tree: what YAML and JSON have in common, each part with its place. */
export type SourceNode = SourceScalar | SourceList | SourceMap

export interface SourceScalar {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  readonly place: Place
  /** Column of the text's first character, where the text stands in the source letter for letter on one line. */
  readonly textColumn?: number
}

export interface SourceList {
  readonly kind: 'list'
  readonly items: readonly SourceNode[]
  readonly place: Place
}

export interface SourceEntry {
  readonly key: string
  readonly keyPlace: Place
  readonly value: SourceNode
}

/** The entries in the order written; no key occurs twice. */
export interface SourceMap {
  readonly kind: 'map'
  readonly entries: readonly SourceEntry[]
  readonly place: Place
}

/** The value of a key, or undefined. */
export function entryOf(node: SourceNode | undefined, key: string): SourceNode | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined
}

/** A scalar's value as text: a number in its shortest form, an empty value as nothing. */
export function textOf(scalar: SourceScalar): string {
  return scalar.value === null ? '' : String(scalar.value)
}

/** The path of a part inside another, as a JSON Pointer (RFC 6901): `/promises/0/table/2/channel`. */
export function pathTo(parent: string, step: string | number): string {
  if (typeof step === 'string' && /[~/]/.test(step))
    return `${parent}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`
  return `${parent}/${step}`
}

/** Place of a character inside a scalar's text, where the text stands in the source as it is; else the scalar's own. */
export function placeInside(scalar: SourceScalar, offset: number): Place {
  return scalar.textColumn === undefined ? scalar.place : { ...scalar.place, column: scalar.textColumn + offset }
}

/** Sorts places in the order of the source. */
export function comparePlaces(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column
}
