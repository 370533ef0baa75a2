import { describe, expect, it } from 'vitest'
import { en, type MessageKey } from './en.ts'
import { CATALOGUES, speaking } from './speak.ts'

const KEYS = Object.keys(en) as MessageKey[]
const namesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].sort()

describe.each(Object.entries(CATALOGUES))('the words of mails about a changed charter in %s', (language, catalogue) => {
  it('are those of the master, with the same values, and no mark of direction', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...KEYS].sort())
    for (const key of KEYS) {
      expect([key, namesIn(catalogue[key])]).toEqual([key, namesIn(en[key])])
      expect(catalogue[key]).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
    }
  })

  it('have a form for every plural of the language', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const key of KEYS.filter((each) => catalogue[each].includes('plural')))
      for (const category of categories)
        expect([key, catalogue[key]]).toEqual([key, expect.stringContaining(`${category} {`)])
  })

  it('can be said', () => {
    const { say } = speaking([language])
    const values = { id: 'P1', version: '7', title: 'Charter', from: 'noon', clause: 'P1', change: 'new', text: 'x' }
    for (const key of KEYS) expect(say(key, { ...values, clauses: 'P1', count: 3 })).not.toMatch(/[{}#]/)
  })
})
