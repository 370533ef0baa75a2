import { createIntl, createIntlCache } from 'react-intl'
import type { MessageKey } from './en/index.ts'
import { isolated } from './isolates.ts'
import type { Language } from './languages.ts'
import type { Catalogue } from './load-catalogue.ts'

export type Values = Readonly<Record<string, string | number>>

/** The words of the desk in the reader's language. */
export interface Words {
  readonly language: Language
  /** For numbers and dates. */
  readonly locale: string
  /** A message with its values; texts in it are fenced in, so that their direction harms nothing. */
  say(key: MessageKey, values?: Values): string
  /** The same for a key that is put together from a code; undefined where the catalogue has none. */
  sayCode(key: string, values?: Values): string | undefined
  number(value: number): string
  list(items: readonly string[]): string
}

export function makeWords(language: Language, locale: string, catalogue: Catalogue): Words {
  // Else only a build for development tells of a word that is not there.
  const onError = (error: unknown) => console.error(error)
  const intl = createIntl({ locale, messages: catalogue, onError }, createIntlCache())
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const say = (id: string, values: Values = {}) =>
    intl.formatMessage(
      { id },
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? isolated(value) : value]),
      ),
    )
  return {
    language,
    locale,
    say,
    sayCode: (key, values) => (Object.hasOwn(catalogue, key) ? say(key, values) : undefined),
    number: (value) => intl.formatNumber(value),
    list: (items) => lists.format(items.map(isolated)),
  }
}
