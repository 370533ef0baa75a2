import { exactParts, type LengthPart, wallParts } from '../time/lengths.ts'
import type { Words } from './make-words.ts'

/** Lengths of time in the reader's language. */
export interface Lengths {
  /** Time on the wall, ms, in two units at most: `1 h 20 min`. */
  wall(ms: number): string
  /** Opening time, ms, exactly. */
  exact(ms: number): string
  /** In full words: `2 hours`. */
  long(parts: readonly LengthPart[]): string
}

export function lengthsOf(words: Words): Lengths {
  const said = (kind: 'length' | 'long', parts: readonly LengthPart[]) =>
    parts.map(({ unit, n }) => words.say(`${kind}.${unit}`, { n })).join(' ')
  return {
    wall: (ms) => said('length', wallParts(ms)),
    exact: (ms) => said('length', exactParts(ms)),
    long: (parts) => said('long', parts),
  }
}
