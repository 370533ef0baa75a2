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

/** Reports that another form was expected. */
export function expected(what: string, node: SourceNode, reading: Reading): undefined {
  reading.report.add('wrong-shape', node.place, `expected ${what}, found ${shown(node)}`)
  return undefined
}
