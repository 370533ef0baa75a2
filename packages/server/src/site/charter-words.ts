import { charterAr, charterEl, charterEn, charterIt, charterPl } from '@avow/contract'
import type { Language } from './languages.ts'

/** What charters are spoken of with, in every language of the desk. */
export const CHARTER_WORDS: Readonly<Record<Language, Readonly<Record<keyof typeof charterEn, string>>>> = {
  en: charterEn,
  ar: charterAr,
  it: charterIt,
  pl: charterPl,
  el: charterEl,
}
