import type { FactType } from '../parts.ts'
import type { Item } from './parse-range.ts'
import { Wrong } from './tokens.ts'

/** A word that is no value of the fact; the reader of the document adds what is near. */
export class UnknownValue extends Wrong {
  readonly typed: string

  constructor(at: number, typed: string) {
    super(at, `there is no value “${typed}”`)
    this.typed = typed
  }

  override moved(by: number): UnknownValue {
    return new UnknownValue(this.at + by, this.typed)
  }
}

/** The values of a choice or of yes-no, by their index. */
export function valuesOf(type: FactType): readonly string[] {
  if (type.kind === 'choice') return type.values
  return type.kind === 'yes-no' ? ['no', 'yes'] : []
}

const SAME_AS = new Map([
  ['false', 'no'],
  ['true', 'yes'],
])
const COMPARISON = /^(<=|>=|<|>)\s*(.*)$/

/** Reads `gold`, and for facts in order `>= standard` and `free .. gold` (SPEC C2). */
export function parseValue(text: string, type: FactType): Item | Wrong {
  const values = valuesOf(type)
  const indexOf = (word: string, at: number): number | Wrong => {
    const index = values.indexOf(type.kind === 'yes-no' ? (SAME_AS.get(word) ?? word) : word)
    return index < 0 ? new UnknownValue(at, word) : index
  }
  const comparison = COMPARISON.exec(text)
  const dots = text.indexOf('..')
  if (!comparison && dots < 0) {
    const index = indexOf(text, 0)
    return index instanceof Wrong ? index : item([index], true)
  }
  if (type.kind !== 'choice' || !type.ordered) {
    return new Wrong(
      0,
      `“${text}” compares, and the values of this fact have no order; list them, or declare the fact with “in order”`,
    )
  }
  if (comparison)
    return compared(
      comparison[1] ?? '',
      indexOf(comparison[2] ?? '', text.length - (comparison[2] ?? '').length),
      values.length,
    )
  const second = text.slice(dots + 2).trim()
  const from = indexOf(text.slice(0, dots).trim(), 0)
  const to = indexOf(second, text.length - second.length)
  if (from instanceof Wrong) return from
  if (to instanceof Wrong) return to
  return item(between(from, to), false)
}

function compared(sign: string, index: number | Wrong, count: number): Item | Wrong {
  if (index instanceof Wrong) return index
  switch (sign) {
    case '<':
      return item(between(0, index), false)
    case '<=':
      return item(between(0, index + 1), false)
    case '>':
      return item(between(index + 1, count), false)
    default:
      return item(between(index, count), false)
  }
}

function between(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset)
}

function item(values: readonly number[], bare: boolean): Item | Wrong {
  if (values.length === 0) return new Wrong(0, 'no value lies there')
  return { alternative: { kind: 'values', values }, bare }
}
