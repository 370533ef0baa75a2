import type { Alternative, Cut } from '../parts.ts'
import { compareCuts } from './cut-order.ts'
import type { Scale } from './scales.ts'
import { Tokens, Wrong } from './tokens.ts'

type Range = Extract<Alternative, { kind: 'range' }>

/** One alternative as read; `bare` says that it is a value alone, which `not` can turn round. */
export interface Item {
  readonly alternative: Alternative
  readonly bare: boolean
}

const COMPARISONS = new Set(['<', '<=', '>', '>=', '=', '==', '!=', '<>', '≤', '≥'])

/** Reads `< 3`, `3 .. 5` or `3` on an ordered scale (SPEC C2). */
export function parseRange(text: string, scale: Scale): Item | Wrong {
  const tokens = new Tokens(text)
  const first = tokens.peek()
  const comparison = first !== undefined && COMPARISONS.has(first.text) ? tokens.take()?.text : undefined
  const cut = scale.read(tokens)
  if (cut instanceof Wrong) return cut
  if (comparison === undefined && tokens.takes('..')) {
    const to = scale.read(tokens)
    if (to instanceof Wrong) return to
    const order = compareCuts(cut, to)
    if (order === 0 || order === 1)
      return new Wrong(0, `nothing lies in “${text}”: it includes the first and excludes the second`)
    return tokens.done ? range(cut, to, false) : leftOver(tokens, scale)
  }
  if (!tokens.done) return leftOver(tokens, scale)
  switch (comparison) {
    case undefined:
      return range(cut, scale.behind(cut), true)
    case '<':
      return range(undefined, cut, false)
    case '<=':
      return range(undefined, scale.behind(cut), false)
    case '>':
      return range(scale.behind(cut), undefined, false)
    case '>=':
      return range(cut, undefined, false)
    default:
      return new Wrong(
        0,
        `“${comparison}” is not used here; write <, <=, >, >=, a value alone, or “not” before a value`,
      )
  }
}

function leftOver(tokens: Tokens, scale: Scale): Wrong {
  return new Wrong(tokens.at, `${tokens.shown} is too much here; conditions on this fact are written as ${scale.form}`)
}

function range(from: Cut | undefined, to: Cut | undefined, bare: boolean): Item {
  const alternative: Range = { kind: 'range', ...(from ? { from } : {}), ...(to ? { to } : {}) }
  return { alternative, bare }
}

/** What lies in none of the values: the spaces before, between and behind them, in their order. */
export function outside(values: readonly Alternative[]): readonly Alternative[] | Wrong {
  const ranges = values.filter((value): value is Range => value.kind === 'range')
  let unordered = false
  const sorted = ranges.toSorted((a, b) => {
    const order = a.from && b.from ? compareCuts(a.from, b.from) : 0
    if (order === undefined) unordered = true
    return order ?? 0
  })
  if (unordered)
    return new Wrong(
      0,
      'these ages are in one order on some dates and in another on others; write all in days or all in months',
    )
  const spaces: Range[] = []
  let from: Cut | undefined
  for (const value of sorted) {
    if (value.from && (from === undefined || compareCuts(from, value.from) === -1)) {
      spaces.push({ kind: 'range', ...(from ? { from } : {}), to: value.from })
    }
    from = value.to
  }
  return [...spaces, { kind: 'range', ...(from ? { from } : {}) }]
}
