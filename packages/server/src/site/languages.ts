import { LANGUAGES } from '@avow/contract'
import { ar } from './messages/ar.ts'
import { el } from './messages/el.ts'
import { type Catalogue, en } from './messages/en.ts'
import { it } from './messages/it.ts'
import { pl } from './messages/pl.ts'

export { LANGUAGES }
export type Language = (typeof LANGUAGES)[number]

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, ar, it, pl, el }
/** Day before month; the same digits in every language, as in the mails and on the desk. */
export const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  ar: 'ar-u-nu-latn',
  it: 'it-IT',
  pl: 'pl-PL',
  el: 'el-GR',
}
export const NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ar: 'العربية',
  it: 'Italiano',
  pl: 'Polski',
  el: 'Ελληνικά',
}

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text)
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/**
 * The languages that a workspace’s pages are offered in: those of its charter that have a catalogue, the master first.
 * English where there are none.
 */
export function offered(languages: readonly string[]): readonly [Language, ...Language[]] {
  const [first, ...others] = [...new Set(languages.map((language) => language.split('-')[0] ?? ''))].filter(isLanguage)
  return first === undefined ? ['en'] : [first, ...others]
}

/** The first of the reader’s wishes (Accept-Language, RFC 9110) that is offered; else the first offered. */
export function preferred(accept: string | undefined, from: readonly [Language, ...Language[]]): Language {
  const wishes = (accept ?? '')
    .slice(0, 500)
    .split(',')
    .map((wish, index) => {
      const [tag = '', ...parameters] = wish.split(';')
      const q = parameters.map((parameter) => /^\s*q=(\d(?:\.\d{1,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { language: tag.trim().toLowerCase().split('-')[0] ?? '', weight: q === undefined ? 1 : Number(q), index }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
  for (const { language } of wishes) {
    const found = from.find((each) => each === language)
    if (found !== undefined) return found
  }
  return from[0]
}
