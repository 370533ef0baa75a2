import { exactParts, type LengthPart, wallParts } from '../time/lengths.ts'
import type { Words } from './make-words.ts'

/** Lengths of time in the reader's language. */
export interface Lengths {
  /** Time on the wall, ms, in two units at most: `1 h 20 min`. */
  wall(ms: number): string
  /** Opening time, ms, exactly. */
  exact(ms: number): string
}

export function lengthsOf(words: Words): Lengths {
  const short = (parts: readonly LengthPart[]) =>
    parts.map(({ unit, n }) => words.say(`length.${unit}`, { n })).join(' ')
  return {
    wall: (ms) => short(wallParts(ms)),
    exact: (ms) => short(exactParts(ms)),
  }
}
