import type { SourceNode } from '../source/node.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'

export type JsonSchema = { readonly [keyword: string]: unknown }

/**
 * The form of one part of a charter: reads it, and describes it for editors. One description serves both, so that what is
 * read and what an editor offers cannot differ.
 */
export interface Shape<T> {
  readonly schema: JsonSchema
  /** The value, or undefined after having reported what is wrong. */
  read(node: SourceNode, reading: Reading): T | undefined
}

/** A shape whose value is checked or turned into another. */
export function refine<A, B>(
  shape: Shape<A>,
  turn: (value: A, reading: Reading, node: SourceNode) => B | undefined,
): Shape<B> {
  return {
    schema: shape.schema,
    read(node, reading) {
      const value = shape.read(node, reading)
      return value === undefined ? undefined : turn(value, reading, node)
    },
  }
}

/** What stands in the source, for a message. */
export function shown(node: SourceNode): string {
  if (node.kind === 'map') return 'a map'
  if (node.kind === 'list') return 'a list'
  return node.value === null ? 'nothing' : quoted(String(node.value))
}

/** What stands in the source, where it is a value. */
export function typedAt(node: SourceNode): string | undefined {
  return node.kind === 'scalar' && node.value !== null ? String(node.value) : undefined
}

/** Reports that another form was expected; `like` is an example of it. */
export function expected(what: string, node: SourceNode, reading: Reading, like?: string): undefined {
  const typed = typedAt(node)
  reading.report.add('wrong-shape', node.place, `expected ${what}, found ${shown(node)}`, { typed, like })
  return undefined
}
