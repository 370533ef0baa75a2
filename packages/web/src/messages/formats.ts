export { languageName, listFormat, moneyFormat } from '@avow/contract'

/** Formats of the reader's locale, made once: making one costs more than drawing what it writes. */
const DATES = {
  date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  instant: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  weekday: { weekday: 'long' },
  month: { month: 'long', year: 'numeric' },
  /** A calendar's day. */
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  /** The same where the year is plain. */
  'day-of-year': { day: 'numeric', month: 'short' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>

const dates = new Map<string, Intl.DateTimeFormat>()

/** Throws RangeError for a zone that is none. */
export function dateFormat(locale: string, kind: keyof typeof DATES, timeZone = 'UTC'): Intl.DateTimeFormat {
  return kept(
    dates,
    `${locale} ${kind} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { timeZone, ...DATES[kind] }),
  )
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}

const regions = new Map<string, Intl.DisplayNames>()

/** A country, or the European Union, in the reader's language. */
export function regionName(locale: string, code: string): string {
  const names = kept(regions, locale, () => new Intl.DisplayNames(locale, { type: 'region' }))
  // People say UK; the standard says GB.
  return names.of(code === 'UK' ? 'GB' : code) ?? code
}
