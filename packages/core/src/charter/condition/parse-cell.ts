import type { Alternative, FactType } from '../parts.ts'
import { type Item, outside, parseRange } from './parse-range.ts'
import { parseValue, valuesOf } from './parse-values.ts'
import { scaleOf } from './scales.ts'
import { Wrong } from './tokens.ts'

/** What a cell accepts; for `-` and an empty cell everything, known or not (SPEC C1). */
export type Accepts = 'any' | readonly Alternative[]

/** Reads a condition written as one text: `-`, `unknown`, `email, form`, `not [a, b]`, `< 30 days`, `1 .. 5`. */
export function parseCell(text: string, type: FactType): Accepts | Wrong {
  const start = text.length - text.trimStart().length
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === '-') return 'any'
  const not = /^not(?=[\s[])\s*/.exec(trimmed)
  const rest = not ? trimmed.slice(not[0].length) : trimmed
  const offset = start + (not ? not[0].length : 0)
  const bracketed = rest.startsWith('[') && rest.endsWith(']')
  const inside = bracketed ? rest.slice(1, -1) : rest
  if (not && !bracketed && inside.includes(','))
    return new Wrong(offset, `write brackets round what “not” is to turn round: not [${inside}]`)
  const items: Item[] = []
  let at = offset + (bracketed ? 1 : 0)
  for (const piece of inside.split(',')) {
    const item = parseItem(piece, type)
    if (item instanceof Wrong) return item.moved(at)
    items.push(item)
    at += piece.length + 1
  }
  return not ? turnedRound(items, type, offset) : union(items.map((item) => item.alternative))
}

/** Reads one alternative: an item of a list, without commas and `not`. */
export function parseItem(text: string, type: FactType): Item | Wrong {
  const trimmed = text.trim()
  const start = text.length - text.trimStart().length
  if (trimmed === '' || trimmed === '-')
    return new Wrong(start, 'an empty place or “-” means any, and has no place in a list')
  if (trimmed === 'unknown') return { alternative: { kind: 'unknown' }, bare: true }
  if (/^not[\s[]/.test(trimmed)) return new Wrong(start, '“not” stands before a whole list: not [a, b]')
  const scale = scaleOf(type)
  const item = scale ? parseRange(trimmed, scale) : parseValue(trimmed, type)
  return item instanceof Wrong ? item.moved(start) : item
}

/** Joins the values of choices into one alternative, in the order of their declaration; ranges stay as written. */
export function union(alternatives: readonly Alternative[]): readonly Alternative[] {
  const values = new Set<number>()
  const rest: Alternative[] = []
  for (const alternative of alternatives) {
    if (alternative.kind === 'values') for (const value of alternative.values) values.add(value)
    else if (alternative.kind === 'range' || !rest.some((other) => other.kind === 'unknown')) rest.push(alternative)
  }
  return values.size > 0 ? [{ kind: 'values', values: [...values].toSorted((a, b) => a - b) }, ...rest] : rest
}

/** All known values but these; an unknown fact still meets none of them (SPEC C2). */
function turnedRound(items: readonly Item[], type: FactType, at: number): readonly Alternative[] | Wrong {
  if (items.some((item) => !item.bare))
    return new Wrong(at, '“not” stands before values; turn a comparison round by writing its opposite')
  const alternatives = items.map((item) => item.alternative)
  if (scaleOf(type)) {
    const spaces = outside(alternatives)
    return spaces instanceof Wrong ? spaces.moved(at) : spaces
  }
  const out = new Set(alternatives.flatMap((alternative) => (alternative.kind === 'values' ? alternative.values : [])))
  const left = valuesOf(type)
    .map((_, index) => index)
    .filter((index) => !out.has(index))
  return left.length > 0 ? [{ kind: 'values', values: left }] : new Wrong(at, 'no value is left')
}
