import { describe, expect, it } from 'vitest'
import type { Catalogues, Speak } from '../src/features/outbox/index.ts'

export interface MailWords<Key extends string> {
  /** What the mails are about: the beginning of the tests' names. */
  readonly about: string
  readonly catalogues: Catalogues<Key>
  readonly keys: readonly Key[]
  readonly speaking: (languages: readonly string[]) => { readonly say: Speak<Key> }
  /** A value for each name that the messages speak of. */
  readonly values: Readonly<Record<string, string | number>>
}

const namesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].sort()

/** What holds of the words of mails of every kind, in each of their languages; English is the master. */
export function describeMailWords<Key extends string>(words: MailWords<Key>): void {
  const { about, catalogues, keys, speaking, values } = words
  describe.each(Object.entries(catalogues))(`${about} in %s`, (language, catalogue) => {
    it('are those of the master, with the same values, and no mark of direction', () => {
      expect(Object.keys(catalogue).sort()).toEqual([...keys].sort())
      for (const key of keys) {
        expect([key, namesIn(catalogue[key])]).toEqual([key, namesIn(catalogues.en[key])])
        expect(catalogue[key]).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
      }
    })

    it('have a form for every plural of the language', () => {
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      for (const key of keys.filter((each) => catalogue[each].includes('plural')))
        for (const category of categories)
          expect([key, catalogue[key]]).toEqual([key, expect.stringContaining(`${category} {`)])
    })

    it('can be said', () => {
      const { say } = speaking([language])
      for (const key of keys) expect(say(key, values)).not.toMatch(/[{}#]/)
    })
  })
}
