/** Formats of the reader's locale, made once: making one costs more than drawing what it writes. */
const DATES = {
  date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  instant: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  weekday: { weekday: 'long' },
  /** A calendar's day. */
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  /** The same where the year is plain. */
  'day-of-year': { day: 'numeric', month: 'short' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>

const dates = new Map<string, Intl.DateTimeFormat>()
const lists = new Map<string, Intl.ListFormat>()
const monies = new Map<string, Intl.NumberFormat>()
const languages = new Map<string, Intl.DisplayNames>()

/** Throws RangeError for a zone that is none. */
export function dateFormat(locale: string, kind: keyof typeof DATES, timeZone = 'UTC'): Intl.DateTimeFormat {
  return kept(
    dates,
    `${locale} ${kind} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { timeZone, ...DATES[kind] }),
  )
}

export function listFormat(locale: string, type: Intl.ListFormatType): Intl.ListFormat {
  return kept(lists, `${locale} ${type}`, () => new Intl.ListFormat(locale, { type }))
}

/** Throws RangeError for a currency that is none. */
export function moneyFormat(locale: string, currency: string): Intl.NumberFormat {
  return kept(monies, `${locale} ${currency}`, () => new Intl.NumberFormat(locale, { style: 'currency', currency }))
}

/** `Polish` for `pl`; the code where it is not known. */
export function languageName(locale: string, language: string): string {
  const names = kept(languages, locale, () => new Intl.DisplayNames([locale], { type: 'language' }))
  try {
    return names.of(language) ?? language
  } catch {
    return language
  }
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
