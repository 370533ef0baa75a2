import type { Place } from '../parts.ts'
import type { SourceNode } from '../source/node.ts'
import type { Reading } from './reading.ts'
import type { Register } from './register.ts'
import { expected, type JsonSchema, type Shape } from './shape.ts'

interface Declaring<T> {
  /** For messages: `fact`, `calendar`. */
  readonly kind: string
  readonly of: (reading: Reading) => Register<T>
  /** Whether the name may be declared; reports why not. */
  readonly isAllowed: (name: string, place: Place, reading: Reading) => boolean
  readonly read: (name: string, node: SourceNode, place: Place, reading: Reading) => T | undefined
  readonly schema: JsonSchema
}

/** A section that declares names: a map from name to definition. What it reads goes to the register. */
export function declarations<T>(declaring: Declaring<T>): Shape<true> {
  const { kind, of, isAllowed, read, schema } = declaring
  return {
    schema: { type: 'object', additionalProperties: schema },
    read(node, reading) {
      const register = of(reading)
      if (node.kind !== 'map') {
        register.isComplete = false
        return expected(`${kind}s by name`, node, reading)
      }
      for (const { key, keyPlace, value } of node.entries) {
        const allowed = isAllowed(key, keyPlace, reading)
        const definition = read(key, value, keyPlace, reading)
        register.declare(key, allowed ? definition : undefined)
        if (!allowed) register.refuse(key)
      }
      return true
    },
  }
}
