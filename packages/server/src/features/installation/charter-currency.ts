/** Which currency a charter to begin with counts in. From then on it stands in the charter, where anybody may change it. */

/** About how many of it make one euro, as a round number: the amounts to begin with are proposals, and are to read as such. */
const FOR_ONE_EURO: Readonly<Record<string, number>> = {
  AED: 4,
  BHD: 0.4,
  CHF: 1,
  CZK: 25,
  DKK: 8,
  EGP: 50,
  EUR: 1,
  GBP: 1,
  HUF: 400,
  JOD: 0.8,
  KWD: 0.4,
  MAD: 10,
  NOK: 12,
  OMR: 0.4,
  PLN: 4,
  QAR: 4,
  RON: 5,
  SAR: 4,
  SEK: 10,
  TRY: 50,
  USD: 1,
}

/** The currencies to choose from, by ISO 4217. */
export const CHARTER_CURRENCIES: readonly string[] = Object.keys(FOR_ONE_EURO)

/** Countries that can be chosen in the set-up and do not pay in euros. */
const OF_COUNTRY: Readonly<Record<string, string>> = { CZ: 'CZK', PL: 'PLN' }

/** Zones of one country each that does not pay in euros, for companies whose country is none of those. */
const OF_ZONE: Readonly<Record<string, string>> = {
  'Africa/Cairo': 'EGP',
  'Africa/Casablanca': 'MAD',
  'America/Chicago': 'USD',
  'America/Denver': 'USD',
  'America/Los_Angeles': 'USD',
  'America/New_York': 'USD',
  'America/Phoenix': 'USD',
  'Asia/Amman': 'JOD',
  'Asia/Bahrain': 'BHD',
  'Asia/Dubai': 'AED',
  'Asia/Kuwait': 'KWD',
  'Asia/Muscat': 'OMR',
  'Asia/Qatar': 'QAR',
  'Asia/Riyadh': 'SAR',
  'Europe/Bucharest': 'RON',
  'Europe/Budapest': 'HUF',
  'Europe/Copenhagen': 'DKK',
  'Europe/Istanbul': 'TRY',
  'Europe/London': 'GBP',
  'Europe/Oslo': 'NOK',
  'Europe/Prague': 'CZK',
  'Europe/Stockholm': 'SEK',
  'Europe/Warsaw': 'PLN',
  'Europe/Zurich': 'CHF',
}

/** The currency that a company most likely counts in. `country`: as chosen in the set-up, or empty; `zone`: an IANA zone. */
export function likelyCurrency(country: string, zone: string): string {
  if (country !== '') return OF_COUNTRY[country] ?? 'EUR'
  return OF_ZONE[zone] ?? 'EUR'
}

/** The text of a charter to begin with, whose amounts are in euros, with its amounts in another currency. */
export function inCurrency(text: string, currency: string): string {
  const rate = FOR_ONE_EURO[currency]
  if (rate === undefined) throw new Error(`no charter to begin with counts in ${currency}`)
  return text
    .replaceAll(/\b(\d+) EUR\b/g, (_, amount: string) => `${Math.round(Number(amount) * rate)} ${currency}`)
    .replaceAll(/\bmoney EUR\b/g, `money ${currency}`)
}
