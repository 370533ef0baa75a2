import { IntlMessageFormat } from 'intl-messageformat'
import { Html, html, joined, type Piece, theirs } from '../../html.ts'
import { type Language, LOCALES } from '../../languages.ts'
import { ar } from './ar.ts'
import { el } from './el.ts'
import { en, type SetUpWord, type SetUpWords } from './en.ts'
import { it } from './it.ts'
import { pl } from './pl.ts'

export type { SetUpWord }

export const SET_UP_WORDS: Readonly<Record<Language, SetUpWords>> = { en, ar, it, pl, el }

/** What is put into a message: texts are somebody else's, markup stays as it is. */
export type SetUpValues = Readonly<Record<string, string | number | Html>>
export type Say = (word: SetUpWord, values?: SetUpValues) => Html

/** Says the words of setting up in a language. */
export function setUpWords(language: Language): Say {
  return (word, values = {}) => {
    const message = new IntlMessageFormat(SET_UP_WORDS[language][word], LOCALES[language], undefined, {
      ignoreTag: true,
    })
    const isolated = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? theirs(value) : typeof value === 'number' ? String(value) : value,
    ])
    const parts = message.formatToParts<Html>(Object.fromEntries(isolated))
    return html`${joined(parts.map(({ value }): Piece => (value instanceof Html ? value : String(value))))}`
  }
}
