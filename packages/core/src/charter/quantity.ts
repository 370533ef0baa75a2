import { readMoney, readTime } from './condition/amounts.ts'
import { decimalsOf } from './condition/currency.ts'
import { Tokens, Wrong } from './condition/tokens.ts'
import type { Money } from './parts.ts'

/** Reads `100 EUR` or `50.50 EUR` as integer minor units by the decimals of ISO 4217; undefined for anything else. */
export function parseMoney(text: string): Money | undefined {
  const tokens = new Tokens(text)
  const money = readMoney(tokens)
  return money instanceof Wrong || !tokens.done ? undefined : money
}

/** Writes money as `parseMoney` reads it: `100 EUR`, `50.50 EUR`. */
export function formatMoney({ minor, currency }: Money): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const rest = digits.slice(digits.length - decimals)
  return `${minor < 0 ? '-' : ''}${whole}${Number(rest) === 0 ? '' : `.${rest}`} ${currency}`
}

/** Reads `2 h` or `1 h 30 min` as ms; undefined for anything else, such as days, which differ in length. */
export function parseFixedDuration(text: string): number | undefined {
  const tokens = new Tokens(text)
  const ms = readTime(tokens)
  return ms instanceof Wrong || !tokens.done ? undefined : ms
}
