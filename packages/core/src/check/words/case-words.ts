/** Sets of cases in plain words: `channel email or form, tier other than gold`. */
import type { AtomSpace } from '../../charter/index.ts'
import { formatMoney } from '../../charter/index.ts'
import type { Box } from '../diagram/diagram-paths.ts'
import type { CaseAtom, CaseColumn } from '../tables/cases.ts'
import { isUnknown } from '../tables/cases.ts'
import type { Witness, WitnessValue } from '../tables/witness.ts'
import { rangeWords } from './scale-words.ts'

/** Longer lists of values are cut short in a sentence. */
const MOST_VALUES = 8

/** The columns that a box limits, in words. Empty for the box of all cases. */
export function boxWords(columns: readonly CaseColumn[], box: Box): string {
  return columns.flatMap((column, index) => limitWords(column, box[index] ?? 'any')).join(', ')
}

/** One column's limit by itself, for machines and screens: empty for `any`. */
export function limitWords(column: CaseColumn, atoms: readonly number[] | 'any'): string[] {
  if (atoms === 'any' || atoms.length === column.atoms.length) return []
  return [`${column.fact} ${atomsWords(column, atoms)}`]
}

/** Several boxes as one phrase: `a; or b; or 3 more`. */
export function boxesWords(columns: readonly CaseColumn[], boxes: readonly Box[], most: number, all = true): string {
  const shown = boxes.slice(0, most).map((box) => boxWords(columns, box))
  const left = boxes.length - shown.length
  if (!all) shown.push('further cases')
  else if (left > 0) shown.push(left === 1 ? '1 more kind of case' : `${left} more kinds of case`)
  return shown.join('; or ')
}

/** A witness in a sentence: `channel email, tier unknown, bought 2026-11-02`. Only the facts that the box limits. */
export function witnessWords(
  { facts }: Witness,
  columns: readonly CaseColumn[],
  limits: (column: number) => boolean,
): string {
  return columns
    .flatMap(({ fact }, index) => (limits(index) ? [`${fact} ${valueWords(facts[fact] ?? null)}`] : []))
    .join(', ')
}

/** `a, b or c`. */
export function orWords(words: readonly string[]): string {
  return listWords(words, 'or')
}

/** `a, b and c`. */
export function andWords(words: readonly string[]): string {
  return listWords(words, 'and')
}

function listWords(words: readonly string[], last: string): string {
  const end = words.at(-1) ?? ''
  return words.length < 2 ? end : `${words.slice(0, -1).join(', ')} ${last} ${end}`
}

function valueWords(value: WitnessValue): string {
  if (value === null) return 'unknown'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? formatMoney(value) : String(value)
}

function atomsWords(column: CaseColumn, indices: readonly number[]): string {
  const { kind, values, orUnknown } = limitOf(column, indices, rangeWords)
  if (kind === 'unknown' || kind === 'known') return kind
  const words = shortened(values, (left) => `${left} more`)
  if (kind === 'other than') return `other than ${orWords(words)}`
  return orWords(orUnknown ? [...words, 'unknown'] : words)
}

/** What some of a column's atoms have in common. */
interface Limit {
  readonly kind: 'unknown' | 'known' | 'other than' | 'one of'
  readonly values: readonly string[]
  readonly orUnknown: boolean
}

/** The shortest way to say which atoms (by index) are meant; `range` says how the ranges of an ordered scale are written. */
export function limitOf(column: CaseColumn, indices: readonly number[], range: typeof rangeWords): Limit {
  const chosen = new Set(indices)
  const inside = column.atoms.filter((_, index) => chosen.has(index))
  const outside = column.atoms.filter((_, index) => !chosen.has(index))
  const known = inside.filter((atom) => !isUnknown(atom))
  const orUnknown = known.length < inside.length
  if (known.length === 0) return { kind: 'unknown', values: [], orUnknown }
  if (outside.every(isUnknown)) return { kind: 'known', values: [], orUnknown }
  if (!isByValue(known[0]?.space)) return { kind: 'one of', values: rangeList(known, range), orUnknown }
  if (orUnknown && outside.length < known.length) return { kind: 'other than', values: valueList(outside), orUnknown }
  return { kind: 'one of', values: valueList(known), orUnknown }
}

/** A list that is too long for a sentence, its end told by what `rest` makes of the number left out. */
export function shortened(words: readonly string[], rest: (left: number) => string): readonly string[] {
  if (words.length <= MOST_VALUES) return words
  return [...words.slice(0, MOST_VALUES - 1), rest(words.length - MOST_VALUES + 1)]
}

function isByValue(space: AtomSpace | undefined): boolean {
  return space?.fact.type.kind === 'choice' || space?.fact.type.kind === 'yes-no'
}

function valueList(atoms: readonly CaseAtom[]): string[] {
  return atoms.map(({ space, atom }) => {
    const { type } = space.fact
    if (type.kind === 'choice') return type.values[atom] ?? ''
    return atom === 1 ? 'yes' : 'no'
  })
}

/** Neighbouring segments are told as one range. */
function rangeList(atoms: readonly CaseAtom[], range: typeof rangeWords): string[] {
  const ranges: { space: AtomSpace; first: number; last: number }[] = []
  for (const { space, atom } of atoms) {
    const open = ranges.at(-1)
    if (open !== undefined && open.space === space && open.last === atom - 1) open.last = atom
    else ranges.push({ space, first: atom, last: atom })
  }
  return ranges.map(({ space, first, last }) => range(space.fact, space.cuts[first - 1], space.cuts[last]))
}
