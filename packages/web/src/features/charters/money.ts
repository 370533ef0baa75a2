import { moneyFormat } from '../../messages/formats.ts'

/** An amount of money in minor units of ISO 4217, as the API carries it. */
export interface Money {
  readonly minor: number
  readonly currency: string
}

/** `{minor: 8900, currency: 'EUR'}` as `€89.00`; Intl knows the minor units of a currency. */
export function moneyWords({ minor, currency }: Money, locale: string): string {
  const format = moneyFormat(locale, currency)
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
