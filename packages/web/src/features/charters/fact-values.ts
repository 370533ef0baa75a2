import { moneyFormat } from '../../messages/formats.ts'
/** A fact's value as the API carries it; null: unknown. */
export type FactValue = string | number | boolean | null | { readonly minor: number; readonly currency: string }

/** Whether two values say the same. */
export function sameFact(one: FactValue, other: FactValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** An amount typed by a person, in minor units of the currency; undefined for what is none. Arabic digits are read too. */
export function readAmount(typed: string, currency: string): FactValue | undefined {
  const plain = latinDigits(typed).trim().replace('٫', '.').replace(',', '.')
  if (plain === '') return null
  const found = /^\d+(?:\.(\d+))?$/.exec(plain)
  const decimals = decimalsOf(currency)
  if (found === null || (found[1]?.length ?? 0) > decimals) return undefined
  const minor = Math.round(Number(plain) * 10 ** decimals)
  return Number.isSafeInteger(minor) ? { minor, currency } : undefined
}

/** An amount as it is typed: `89.00`. */
export function writeAmount(value: FactValue): string {
  if (typeof value !== 'object' || value === null) return ''
  const decimals = decimalsOf(value.currency)
  return (value.minor / 10 ** decimals).toFixed(decimals)
}

/** How an amount is typed, for who typed it otherwise: `64.00`, with as many digits as the currency has. */
export function exampleAmount(currency: string): string {
  return (64).toFixed(decimalsOf(currency))
}

/** A number typed by a person; undefined for what is none. */
export function readNumber(typed: string): FactValue | undefined {
  const plain = latinDigits(typed).trim().replace('٫', '.').replace(',', '.')
  if (plain === '') return null
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

function latinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}

function decimalsOf(currency: string): number {
  const options = moneyFormat('en', currency).resolvedOptions()
  return options.maximumFractionDigits ?? 2
}
