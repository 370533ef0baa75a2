/** Points on ordered scales, and the ranges between them, as people write them. */
import type { Cut, FactDefinition, FactType } from '../../charter/index.ts'
import { formatMoney } from '../../charter/index.ts'

const UNITS = [
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const

/** A fixed length of time as a charter writes it: `2 h`, `90 min`, `1 s`. Takes ms. */
export function durationText(ms: number): string {
  for (const [unit, size] of UNITS) if (ms % size === 0) return `${ms / size} ${unit}`
  return `${ms} ms`
}

/** A count of dates, months and years: `30 days`, `2 years`, `18 months`. */
export function spanText(months: number, days: number): string {
  const parts: string[] = []
  if (months !== 0) parts.push(months % 12 === 0 ? counted(months / 12, 'year') : counted(months, 'month'))
  if (days !== 0 || months === 0) parts.push(counted(days, 'day'))
  return parts.join(' and ')
}

/** `1 day`, `2 days`. */
export function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 || count === -1 ? '' : 's'}`
}

/** The values of a fact from one cut up to, not including, another: `under 30 days ago`, `3 or more`, `10.00 EUR to 50.00 EUR`. */
export function rangeWords(fact: FactDefinition, from: Cut | undefined, to: Cut | undefined): string {
  if (isWhole(fact)) return wholeWords(fact, from, to)
  const ago = fact.type.kind === 'age' ? ' ago' : ''
  const first = from && edgeOf(fact, from)
  const last = to && edgeOf(fact, to)
  if (first === undefined)
    return last === undefined ? 'known' : `${last.behind ? 'at most' : 'under'} ${last.text}${ago}`
  if (last === undefined) return first.behind ? `more than ${first.text}${ago}` : `${first.text}${ago} or more`
  if (last.behind && !first.behind && last.text === first.text) return `${first.text}${ago}`
  const start = first.behind ? `more than ${first.text}` : first.text
  return `${start} to ${last.behind ? '' : 'under '}${last.text}${ago}`
}

/** Whole numbers are told with both ends: `1 to 3`, `under 3`, `3 or more`. */
function wholeWords(fact: FactDefinition, from: Cut | undefined, to: Cut | undefined): string {
  const { least, most } = wholeEnds(fact, from, to)
  if (least === undefined) return most === undefined ? 'known' : `${most} or less`
  if (most === undefined) return `${least} or more`
  return least === most ? String(least) : `${least} to ${most}`
}

function wholeEnds({ derived }: FactDefinition, from: Cut | undefined, to: Cut | undefined) {
  const least = from?.kind === 'number' ? from.value : derived ? 0 : undefined
  return { least, most: to?.kind === 'number' ? to.value - 1 : undefined }
}

/** The same range as a charter writes conditions (`< 30 days`, `>= 3`, `10 EUR .. 50 EUR`), or two that hold together: `> 2 h & <= 5 h`. */
export function rangeCondition(fact: FactDefinition, from: Cut | undefined, to: Cut | undefined): string {
  if (isWhole(fact)) {
    const { least, most } = wholeEnds(fact, from, to)
    if (least !== undefined && least === most) return String(least)
    return both(least === undefined ? undefined : `>= ${least}`, most === undefined ? undefined : `<= ${most}`)
  }
  const first = from && edgeOf(fact, from)
  const last = to && edgeOf(fact, to)
  if (first !== undefined && last !== undefined && !first.behind) {
    if (!last.behind) return `${first.text} .. ${last.text}`
    if (last.text === first.text) return first.text
  }
  return both(first && `${first.behind ? '>' : '>='} ${first.text}`, last && `${last.behind ? '<=' : '<'} ${last.text}`)
}

function both(...conditions: readonly (string | undefined)[]): string {
  return conditions.filter((one) => one !== undefined).join(' & ') || 'known'
}

function isWhole({ type, derived }: FactDefinition): boolean {
  return derived || (type.kind === 'number' && type.whole === true)
}

/** A cut lies before the value named, or just behind it. */
interface Edge {
  readonly text: string
  readonly behind: boolean
}

/**
 * A comparison with a value (`<= 2 h`) puts the cut behind it, at a number that nobody wrote (2 h and a ms): of the cut
 * and its neighbour below, the one that is shorter to write was meant.
 */
function edgeOf({ type }: FactDefinition, cut: Cut): Edge {
  if (cut.kind === 'age') {
    const behind = cut.months > 0 && cut.days === 1
    return { text: spanText(cut.months, behind ? 0 : cut.days), behind }
  }
  const below = type.kind === 'number' ? doubleBelow(cut.value) : cut.value - 1
  const behind = roundness(type, below) < roundness(type, cut.value)
  return { text: valueText(type, behind ? below : cut.value), behind }
}

/** Fewer digits or a larger unit is rounder, and so smaller. */
function roundness(type: FactType, value: number): number {
  if (type.kind === 'duration') return UNITS.length - UNITS.filter(([, size]) => value % size === 0).length
  return (type.kind === 'money' ? String(value).replace(/0+$/, '') : String(value)).length
}

function valueText(type: FactType, value: number): string {
  if (type.kind === 'money') return formatMoney({ minor: value, currency: type.currency })
  return type.kind === 'duration' ? durationText(value) : String(value)
}

/** The next smaller number that a double can hold. */
function doubleBelow(value: number): number {
  if (value === Number.MIN_VALUE) return 0
  if (value === 0) return -Number.MIN_VALUE
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, value)
  bits.setBigInt64(0, bits.getBigInt64(0) - (value > 0 ? 1n : -1n))
  return bits.getFloat64(0)
}
