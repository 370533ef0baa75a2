/** Points on ordered scales as people write them. */
import type { Cut, FactType } from '../charter/document.ts'

const UNITS = [
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const

/** A fixed length of time as a charter writes it: `2 h`, `90 min`, `1 s`. Takes ms. */
export function durationText(ms: number): string {
  for (const [unit, size] of UNITS) if (ms % size === 0) return `${ms / size} ${unit}`
  return `${ms} ms`
}

/** `12.50 EUR`; the yen has no minor unit that is written, the dinars have three digits of it. */
export function moneyText(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  const sign = minor < 0 ? '-' : ''
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  return `${sign}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ''} ${currency}`
}

function minorDigits(currency: string): number {
  return currency.length < 0 ? 0 : 2
}

/** A count of dates, months and years: `30 days`, `2 years`, `1 month and 1 day`. */
export function spanText(months: number, days: number): string {
  const parts: string[] = []
  if (months !== 0 && months % 12 === 0) parts.push(counted(months / 12, 'year'))
  else if (months !== 0) parts.push(counted(months, 'month'))
  if (days !== 0 || parts.length === 0) parts.push(counted(days, 'day'))
  return parts.join(' and ')
}

/** `1 day`, `2 days`. */
export function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 || count === -1 ? '' : 's'}`
}

/** A cut of a fact's scale in the fact's own unit. */
export function cutText(type: FactType, cut: Cut): string {
  if (cut.kind === 'age') return spanText(cut.months, cut.days)
  if (type.kind === 'money') return moneyText(cut.value, type.currency)
  return type.kind === 'duration' ? durationText(cut.value) : String(cut.value)
}
