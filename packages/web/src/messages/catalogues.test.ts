import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { ar } from './ar/index.ts'
import { en } from './en/index.ts'

const CATALOGUES = { en, ar }

function plurals(elements: readonly MessageFormatElement[]): string[][] {
  return elements.flatMap((element) => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
    const inner = Object.values(element.options).flatMap((option) => plurals(option.value))
    return element.type === TYPE.plural ? [Object.keys(element.options), ...inner] : inner
  })
}

function values(elements: readonly MessageFormatElement[]): string[] {
  const names = elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    const inner =
      element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap((option) => values(option.value))
        : []
    return [element.value, ...inner]
  })
  return [...new Set(names)].sort()
}

test('both languages have the same keys', () => {
  expect(Object.keys(ar).sort()).toEqual(Object.keys(en).sort())
})

describe.each(['en', 'ar'] as const)('%s', (language) => {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories

  test.each(Object.entries(CATALOGUES[language]))('%s is a whole message', (_, text) => {
    expect(text.trim()).not.toBe('')
    for (const categories of plurals(parse(text))) expect(categories).toEqual(expect.arrayContaining(needed))
  })
})

test.each(Object.entries(en))('%s takes the same values in both languages', (key, text) => {
  const other = new Map(Object.entries<string>(ar)).get(key) ?? ''
  expect(values(parse(other))).toEqual(values(parse(text)))
})
