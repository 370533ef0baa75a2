/** Where two tables give different things: both are walked together on the union of their atoms. */

import { buildDiagram } from '../diagram/diagram.ts'
import { ANY_ATOM, type Box, boxesOf } from '../diagram/diagram-paths.ts'
import { type Cases, casesOfBoth, sectionsOf, type TableSource } from '../tables/cases.ts'

/** The row (from 0) that a case hits, or why none is. */
export type Hit = number | 'none' | 'several'

/** The cases in which the old table gives one thing and the new another. */
export interface TableDifference {
  readonly old: Hit
  readonly new: Hit
  readonly cases: Cases
  readonly boxes: readonly Box[]
  /** False where there are more boxes than were collected. */
  readonly all: boolean
}

const SAME = 0
const MOST_BOXES = 256

/**
 * The differences of two tables. `classOf` numbers what a row gives (rows that give the same have one class); `isSame`
 * says whether two classes, or none, come to the same. `tooLarge` where the tables cannot be walked in time.
 */
export function tableDifferences(
  old: TableSource,
  fresh: TableSource,
  classOf: { readonly old: (row: number) => number; readonly new: (row: number) => number },
  isSame: (old: Hit, fresh: Hit) => boolean,
): readonly TableDifference[] | 'too large' {
  const cases = casesOfBoth(old, fresh)
  const sections = sectionsOf([old, fresh], 1)
  const pairs: { readonly old: Hit; readonly new: Hit }[] = []
  const numbers = new Map<string, number>()
  const oldWords = sections[1]?.word ?? 0
  const diagram = buildDiagram(cases.diagramColumns, cases.words, sections, (alive, offset) => {
    const before = hitOf(alive, offset, offset + oldWords, old.hit)
    const after = hitOf(alive, offset + oldWords, offset + cases.words, fresh.hit)
    const key = `${typeof before === 'number' ? classOf.old(before) : before} ${typeof after === 'number' ? classOf.new(after) : after}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = isSame(before, after) ? SAME : pairs.push({ old: before, new: after })
    numbers.set(key, number)
    return number
  })
  if (diagram === undefined) return 'too large'
  return pairs
    .map((pair, index) => ({ ...pair, cases, ...boxesOf(diagram, (verdict) => verdict === index + 1, MOST_BOXES) }))
    .toSorted((a, b) => rank(a.old) - rank(b.old) || rank(a.new) - rank(b.new))
}

/** The rows that a case hits in the two tables, for a witness. */
export function hitsAt(
  old: TableSource,
  fresh: TableSource,
  cases: Cases,
  path: ArrayLike<number>,
): { readonly old: Hit; readonly new: Hit } {
  const { diagramColumns, words } = cases
  const sections = sectionsOf([old, fresh], 1)
  const alive = new Int32Array(words)
  for (const { word, rows } of sections) {
    for (let row = 0; row < rows; row++) alive[word + (row >> 5)] = (alive[word + (row >> 5)] ?? 0) | (1 << (row & 31))
  }
  diagramColumns.forEach(({ bits }, column) => {
    const atom = path[column] ?? ANY_ATOM
    for (let word = 0; word < words; word++)
      alive[word] = (alive[word] ?? 0) & (bits[Math.max(atom, 0) * words + word] ?? 0)
  })
  const oldWords = sections[1]?.word ?? 0
  return { old: hitOf(alive, 0, oldWords, old.hit), new: hitOf(alive, oldWords, words, fresh.hit) }
}

/** The row (from 0) that those alive in the words [from, until) come to. */
export function hitOf(alive: Int32Array, from: number, until: number, hit: TableSource['hit']): Hit {
  let found = -1
  for (let word = from; word < until; word++) {
    const bits = alive[word] as number
    if (bits === 0) continue
    const lowest = bits & -bits
    if (found >= 0 || (hit === 'unique' && bits !== lowest)) return 'several'
    found = ((word - from) << 5) + 31 - Math.clz32(lowest)
    if (hit === 'first') return found
  }
  return found < 0 ? 'none' : found
}

function rank(hit: Hit): number {
  return typeof hit === 'number' ? hit : Number.MAX_SAFE_INTEGER
}
