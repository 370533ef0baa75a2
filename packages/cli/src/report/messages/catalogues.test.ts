import { describe, expect, it } from 'vitest'
import { ar } from './ar.ts'
import { en, type MessageKey } from './en.ts'
import { namesIn, parseMessage } from './format.ts'

const KEYS = Object.keys(en) as MessageKey[]
const CATALOGUES = { en, ar }

describe.each(Object.entries(CATALOGUES))('the catalogue %s', (language, catalogue) => {
  it('has every message of the master and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...KEYS].sort())
  })

  it('can be read, and asks for the same values as the master', () => {
    for (const key of KEYS)
      expect([key, [...namesIn(parseMessage(catalogue[key]))].sort()]).toEqual([
        key,
        [...namesIn(parseMessage(en[key]))].sort(),
      ])
  })

  it('has a form for every plural category of its language', () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const key of KEYS) {
      for (const part of parseMessage(catalogue[key])) {
        if (part.kind === 'plural')
          expect([key, wanted.filter((category) => !part.cases.has(category))]).toEqual([key, []])
      }
    }
  })

  it('leaves nothing empty, and carries no mark of direction', () => {
    for (const key of KEYS) {
      expect([key, catalogue[key].trim()]).not.toEqual([key, ''])
      expect(catalogue[key]).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
    }
  })
})

it('the Arabic one speaks of the same things in the same words', () => {
  expect([
    ar['state.kept'],
    ar['state.broken'],
    ar['state.paused'],
    ar['figure.share'],
    ar['segment.unassigned'],
    ar['ledger.why'],
  ]).toEqual(['تم الوفاء به', 'لم يتم الوفاء به', 'متوقف مؤقتًا', 'نسبة الوفاء', 'غير مسنَد', 'لماذا'])
})
