import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../languages.ts'
import { SET_UP_WORDS, type SetUpWord } from './index.ts'

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe.each(LANGUAGES)('the words of setting up in %s', (language) => {
  it('are there for every key, with the same values', () => {
    const words = SET_UP_WORDS[language]
    expect(Object.keys(words)).toEqual(Object.keys(SET_UP_WORDS.en))
    for (const key of Object.keys(words) as SetUpWord[])
      expect([key, namesIn(words[key])]).toEqual([key, namesIn(SET_UP_WORDS.en[key])])
  })
})
