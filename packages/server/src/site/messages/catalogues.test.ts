import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { CATALOGUES, LANGUAGES, LOCALES } from '../languages.ts'
import { type Catalogue, en, type MessageKey } from './en.ts'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

function parsed(catalogue: Catalogue, key: MessageKey, locale: string): readonly Element[] {
  return new IntlMessageFormat(catalogue[key], locale, undefined, { ignoreTag: true }).getAst()
}

const isPlural = (element: Element): element is Extract<Element, { options: unknown; pluralType?: unknown }> =>
  'options' in element

function namesIn(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => {
    if (isPlural(element))
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))]
    // A literal has no name; `#` has no value.
    return 'value' in element && element.type !== 0 ? [element.value] : []
  })
}

const KEYS = Object.keys(en) as MessageKey[]

describe.each(LANGUAGES)('the words in %s', (language) => {
  const catalogue = CATALOGUES[language]

  it('are there for every key, and for no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...KEYS].sort())
  })

  it('speak of the same values as the English ones', () => {
    for (const key of KEYS) {
      const names = (words: Catalogue, locale: string) => [...new Set(namesIn(parsed(words, key, locale)))].sort()
      expect([key, names(catalogue, LOCALES[language])]).toEqual([key, names(en, 'en')])
    }
  })

  it('have every form of number that the language has', () => {
    const categories = new Intl.PluralRules(LOCALES[language]).resolvedOptions().pluralCategories
    for (const key of KEYS)
      for (const element of parsed(catalogue, key, LOCALES[language]))
        if (isPlural(element))
          expect([key, categories.filter((category) => !(category in element.options))]).toEqual([key, []])
  })
})
