/** Currencies whose smallest unit is not a hundredth, by ISO 4217. */
const DECIMALS = new Map([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'UYI',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
  ...['CLF', 'UYW'].map((code) => [code, 4] as const),
])

/** Decimals of a currency: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217). */
export function decimalsOf(currency: string): number {
  return DECIMALS.get(currency) ?? 2
}

/** Three capital letters, as ISO 4217 has them. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code)
}
