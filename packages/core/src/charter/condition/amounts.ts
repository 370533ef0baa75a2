import { MAX_YEARS } from '../limits.ts'
import type { Cut, Money } from '../parts.ts'
import { exactNumber } from '../source/scalar-value.ts'
import { decimalsOf, isCurrency } from './currency.ts'
import { type Tokens, Wrong } from './tokens.ts'

const TIME_UNITS = new Map<string, number>([
  ['ms', 1],
  ...['s', 'sec', 'second', 'seconds'].map((unit) => [unit, 1000] as const),
  ...['min', 'minute', 'minutes'].map((unit) => [unit, 60_000] as const),
  ...['h', 'hour', 'hours'].map((unit) => [unit, 3_600_000] as const),
])

/** Units of dates, in days and months. */
const DATE_UNITS = new Map<
  string,
  { readonly unit: 'day' | 'week' | 'month' | 'year'; readonly days: number; readonly months: number }
>([
  ...['day', 'days'].map((word) => [word, { unit: 'day', days: 1, months: 0 }] as const),
  ...['week', 'weeks'].map((word) => [word, { unit: 'week', days: 7, months: 0 }] as const),
  ...['month', 'months'].map((word) => [word, { unit: 'month', days: 0, months: 1 }] as const),
  ...['year', 'years'].map((word) => [word, { unit: 'year', days: 0, months: 12 }] as const),
])

export const TIME_UNIT_NAMES = ['s', 'min', 'h']
export const DATE_UNIT_NAMES = ['days', 'weeks', 'months', 'years']

/** Ms of a unit of time, or undefined for another word. */
export function msOfUnit(word: string): number | undefined {
  return TIME_UNITS.get(word)
}

/** A unit of dates, or undefined for another word. */
export function dateUnit(
  word: string,
): { readonly unit: 'day' | 'week' | 'month' | 'year'; readonly days: number; readonly months: number } | undefined {
  return DATE_UNITS.get(word)
}

const YEAR_MS = 366 * 86_400_000

/** Reads `-12.5`; whole numbers only where `whole`. */
export function readNumber(tokens: Tokens, whole: boolean): number | Wrong {
  const at = tokens.at
  const minus = tokens.takes('-') || tokens.takes('−') ? '-' : ''
  const token = tokens.peek()
  if (token?.kind !== 'number') return new Wrong(tokens.at, `expected a number, found ${tokens.shown}`)
  tokens.take()
  if (whole && token.text.includes('.'))
    return new Wrong(at, `this fact is counted in whole numbers; “${token.text}” has decimals`)
  const number = exactNumber(`${minus}${token.text}`)
  return 'value' in number ? number.value : new Wrong(at, number.wrong)
}

/** Reads `50.50 EUR`, in minor units. A currency given must be that of the text. */
export function readMoney(tokens: Tokens, currency?: string): Money | Wrong {
  const token = tokens.peek()
  if (token?.kind !== 'number')
    return new Wrong(tokens.at, `expected an amount such as 100 ${currency ?? 'EUR'}, found ${tokens.shown}`)
  tokens.take()
  const code = tokens.peek()
  if (code?.kind !== 'word') return new Wrong(tokens.at, `which currency? Write ${token.text} ${currency ?? 'EUR'}`)
  if (!isCurrency(code.text))
    return new Wrong(code.at, `“${code.text}” is no currency; write three capital letters such as EUR`)
  if (currency !== undefined && code.text !== currency) {
    return new Wrong(code.at, `this fact is in ${currency} and compares with no other currency; found ${code.text}`)
  }
  tokens.take()
  const minor = minorUnits(token.text, code.text)
  return minor instanceof Wrong ? new Wrong(token.at, minor.message) : { minor, currency: code.text }
}

function minorUnits(number: string, currency: string): number | Wrong {
  const [whole = '', decimals = ''] = number.split('.')
  const most = decimalsOf(currency)
  if (decimals.length > most) {
    return new Wrong(
      0,
      most === 0 ? `${currency} has no decimals; found ${number}` : `${currency} has ${most} decimals; found ${number}`,
    )
  }
  const minor = Number(`${whole}${decimals.padEnd(most, '0')}`)
  return Number.isSafeInteger(minor)
    ? minor
    : new Wrong(0, `${number.slice(0, 40)} ${currency} is more than can be counted`)
}

/** Reads `2 h` or `1 h 30 min`, in ms. */
export function readTime(tokens: Tokens): number | Wrong {
  let ms = 0
  let last = Number.POSITIVE_INFINITY
  const start = tokens.at
  do {
    const count = readCount(tokens, 'a time such as 2 h or 90 min')
    if (count instanceof Wrong) return count
    const unit = tokens.peek()
    const length = unit === undefined ? undefined : msOfUnit(unit.text)
    if (unit === undefined || length === undefined) return new Wrong(tokens.at, wrongTimeUnit(count, unit?.text))
    if (length >= last) return new Wrong(unit.at, 'write the larger unit first and each once, as in 1 h 30 min')
    tokens.take()
    last = length
    ms += count * length
  } while (tokens.peek()?.kind === 'number')
  return ms <= MAX_YEARS * YEAR_MS ? ms : new Wrong(start, `that is longer than ${MAX_YEARS} years`)
}

function wrongTimeUnit(count: number, typed: string | undefined): string {
  if (typed !== undefined && dateUnit(typed)?.unit === 'day') {
    return `a day can be many lengths of time; write ${count * 24} h for ${count} × 24 hours`
  }
  const units = `use ${TIME_UNIT_NAMES.join(', ')}`
  return typed === undefined ? `${count} of what? ${units}` : `“${typed.slice(0, 60)}” is no unit of time; ${units}`
}

/** Reads `30 days`, `6 weeks`, `1 year 6 months` as a cut of an age. */
export function readAge(tokens: Tokens): Extract<Cut, { kind: 'age' }> | Wrong {
  let months = 0
  let days = 0
  const start = tokens.at
  do {
    const count = readCount(tokens, 'an age such as 30 days or 2 years')
    if (count instanceof Wrong) return count
    const word = tokens.peek()
    const unit = word === undefined ? undefined : dateUnit(word.text)
    if (word === undefined || unit === undefined) return new Wrong(tokens.at, wrongDateUnit(count, word?.text))
    tokens.take()
    months += count * unit.months
    days += count * unit.days
  } while (tokens.peek()?.kind === 'number')
  if (months > 0 && days > 0)
    return new Wrong(start, 'days and months cannot be added, since months differ in length; use one of the two')
  if (months > MAX_YEARS * 12 || days > MAX_YEARS * 366)
    return new Wrong(start, `that is longer than ${MAX_YEARS} years`)
  return { kind: 'age', months, days }
}

function wrongDateUnit(count: number, typed: string | undefined): string {
  const units = `use ${DATE_UNIT_NAMES.join(', ')}`
  if (typed === undefined) return `${count} of what? ${units}`
  if (msOfUnit(typed) !== undefined) return `an age is counted in dates; ${units}`
  return `“${typed.slice(0, 60)}” is no unit of dates; ${units}`
}

/** Reads a whole number of something. */
export function readCount(tokens: Tokens, what: string): number | Wrong {
  const token = tokens.peek()
  if (token?.kind !== 'number') return new Wrong(tokens.at, `expected ${what}, found ${tokens.shown}`)
  if (token.text.includes('.'))
    return new Wrong(token.at, `write whole numbers, as in 1 h 30 min; found ${token.text.slice(0, 40)}`)
  const count = Number(token.text)
  if (!Number.isSafeInteger(count)) return new Wrong(token.at, `the number ${token.text.slice(0, 40)}… is too large`)
  tokens.take()
  return count
}
