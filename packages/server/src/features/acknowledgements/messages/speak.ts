import { IntlMessageFormat } from 'intl-messageformat'
import { ar } from './ar.ts'
import { el } from './el.ts'
import { type Catalogue, en, type MessageKey } from './en.ts'
import { it } from './it.ts'
import { pl } from './pl.ts'

export const CATALOGUES: Readonly<Record<string, Catalogue>> = { en, ar, it, pl, el }

/** Says a message in one language. */
export type Speak = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string

/** The first of these language tags that there are words for, with its words; English where there is none. */
export function speaking(languages: readonly (string | undefined)[]): {
  readonly language: string
  readonly say: Speak
} {
  const language = languages.find((tag) => tag !== undefined && catalogueOf(tag) !== undefined) ?? 'en'
  const catalogue = catalogueOf(language) ?? en
  return { language, say: (key, values = {}) => String(messageOf(catalogue[key], language).format(values)) }
}

function catalogueOf(tag: string): Catalogue | undefined {
  const base = tag.toLowerCase().split('-')[0] ?? ''
  return Object.hasOwn(CATALOGUES, base) ? CATALOGUES[base] : undefined
}

const read = new Map<string, IntlMessageFormat>()

function messageOf(text: string, language: string): IntlMessageFormat {
  const name = `${language} ${text}`
  const known = read.get(name)
  if (known !== undefined) return known
  const message = new IntlMessageFormat(text, language)
  read.set(name, message)
  return message
}
