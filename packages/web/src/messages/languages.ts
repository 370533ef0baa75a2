export const LANGUAGES = ['en', 'it', 'pl', 'el', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  it: 'Italiano',
  pl: 'Polski',
  el: 'Ελληνικά',
  ar: 'العربية',
}

/** Where nothing says otherwise, the day stands before the month. */
const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  it: 'it-IT',
  pl: 'pl-PL',
  el: 'el-GR',
  ar: 'ar',
}

export function isLanguage(tag: string | null | undefined): tag is Language {
  return LANGUAGES.some((language) => language === tag)
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(?:ar|he|fa|ur|yi|dv|ps|sd|ug|ckb)(?:-|$)/.test(language) ? 'rtl' : 'ltr'
}

/** The locale for numbers and dates: that of the reader's country where they have told it, e.g. ar-EG. */
export function localeFor(language: Language, spoken: readonly string[]): string {
  return spoken.find((tag) => tag.startsWith(`${language}-`)) ?? LOCALES[language]
}

/** The language of the desk: chosen, else the first one spoken that the desk has, else English. */
export function languageFor(chosen: string | null, spoken: readonly string[]): Language {
  return [chosen, ...spoken].map((tag) => tag?.split('-')[0]).find(isLanguage) ?? 'en'
}

/** The direction of a text: that of its first letter which has one. */
export function directionOfText(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first) ? 'rtl' : 'ltr'
}
