import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { everyWord } from '../../test/every-word.ts'
import { messageValues as values } from '../../test/message-values.ts'
import { LANGUAGES } from './languages.ts'

const en = await everyWord('en')
const SPOKEN = await Promise.all(LANGUAGES.map(async (language) => ({ language, ...(await everyWord(language)) })))

function plurals(elements: readonly MessageFormatElement[]): string[][] {
  return elements.flatMap((element) => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
    const inner = Object.values(element.options).flatMap((option) => plurals(option.value))
    return element.type === TYPE.plural ? [Object.keys(element.options), ...inner] : inner
  })
}

test('a key belongs to one part only', () => {
  const all = Object.values(en.keysOfParts).flat()
  expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([])
})

describe.each(SPOKEN)('$language', ({ language, words, keysOfParts }) => {
  const messages = Object.entries(words)

  test('has the keys of English, in the same parts', () => {
    expect(keysOfParts).toEqual(en.keysOfParts)
  })

  test('takes the values that English takes', () => {
    const others = new Map(messages)
    const apart = Object.entries(en.words).filter(
      ([key, text]) => String(values(parse(others.get(key) ?? ''))) !== String(values(parse(text))),
    )
    expect(apart).toEqual([])
  })

  test('has a text for every key', () => {
    expect(messages.filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('has every category of its plurals', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const lacking = messages.filter(([, text]) =>
      plurals(parse(text)).some((categories) => needed.some((category) => !categories.includes(category))),
    )
    expect(lacking).toEqual([])
  })
})
