/** Formats of a locale, made once: making one costs more than drawing what it writes. */
const lists = new Map<string, Intl.ListFormat>()
const monies = new Map<string, Intl.NumberFormat>()
const languages = new Map<string, Intl.DisplayNames>()
const dates = new Map<string, Intl.DateTimeFormat>()

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

/** A date of the calendar, `2026-12-24`, as the reader writes dates; it belongs to no time zone. What is none stands as written. */
export function dayWords(locale: string, day: string): string {
  const at = Date.parse(`${day.slice(0, 10)}T00:00Z`)
  const format = kept(
    dates,
    locale,
    () => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }),
  )
  return Number.isNaN(at) ? day : format.format(at)
}

/** A local time of a zone that is known from elsewhere, `2026-12-24T16:30 Europe/Warsaw`; where there is no time, the date. */
export function localTimeWords(locale: string, written: string): string {
  const at = Date.parse(`${written.slice(0, 16)}Z`)
  if (written.at(10) !== 'T' || Number.isNaN(at)) return dayWords(locale, written)
  const format = kept(
    dates,
    `${locale} time`,
    () => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'short' }),
  )
  return format.format(at)
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
/** A Monday, UTC ms. */
const MONDAY = Date.UTC(2026, 10, 23)

/** `Friday` for `fri`; the code where it is none. */
export function weekdayWords(locale: string, weekday: string): string {
  const index = WEEKDAYS.indexOf(weekday)
  if (index < 0) return weekday
  const format = kept(
    dates,
    `${locale} weekday`,
    () => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' }),
  )
  return format.format(MONDAY + index * 86_400_000)
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
