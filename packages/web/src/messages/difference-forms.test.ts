import { readFileSync } from 'node:fs'
import { type CharterInForce, differenceWords } from '@avow/contract'
import { compileDraft, DIFFERENCE_FORMS, type DifferenceValueKind, diffCharters, readCharter } from '@avow/core'
import { parse } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { everyWord } from '../../test/every-word.ts'
import { messageValues, numberValues } from '../../test/message-values.ts'
import { charterWords } from '../features/charters/charter-words.ts'
import { LANGUAGES } from './languages.ts'
import { makeWords } from './make-words.ts'

const NOW = Date.parse('2026-11-22T09:00:00Z')
const RETAILER = readFileSync(new URL('../../../../charters/retailer.yaml', import.meta.url), 'utf8')

const SPOKEN = await Promise.all(
  LANGUAGES.map(async (language) => ({ language, words: (await everyWord(language)).words })),
)
const FORMS = Object.entries<{ readonly data: Readonly<Record<string, DifferenceValueKind>> }>(DIFFERENCE_FORMS)

describe.each(SPOKEN)('$language', ({ language, words }) => {
  const said = (form: string) => parse(words[`differs.${form}`] ?? '')

  test('says every difference of two charters, with the data that core gives', () => {
    const taken = FORMS.map(([form]) => [form, messageValues(said(form))])
    expect(taken).toEqual(FORMS.map(([form, { data }]) => [form, Object.keys(data).sort()]))
  })

  test('takes as numbers what are numbers', () => {
    const taken = FORMS.map(([form]) => [form, numberValues(said(form))])
    const numbers = (data: Readonly<Record<string, string>>) =>
      Object.keys(data).filter((name) => data[name] === 'number')
    expect(taken).toEqual(FORMS.map(([form, { data }]) => [form, numbers(data).sort()]))
  })

  test('says nothing in which no charters differ', () => {
    const keys = Object.keys(words).filter((key) => key.startsWith('differs.'))
    expect(keys.sort()).toEqual(FORMS.map(([form]) => `differs.${form}`).sort())
  })

  test('says a charter that changed in many places whole, and in words of its own', () => {
    const tongue = makeWords(language, language, words)
    const of = charterWords(NAMELESS, tongue)
    const parts = differences()
    expect(parts.length).toBeGreaterThan(15)
    for (const { says, text } of parts) {
      const told = differenceWords(says, { words: tongue, of })
      const line = [told?.heading, told?.sides?.before, told?.sides?.after].join(' ')
      expect(line).not.toMatch(/undefined|object|\{(?!target)/)
      // What stands in its sides as the charter writes it, the words around it do not.
      if (language !== 'en') expect([text, told?.heading]).not.toEqual([text, text])
      for (const english of ['every ticket', 'working day', ' of office', ' a month', 'no promise', 'none'])
        if (language !== 'en' && told?.isQuoted === false) expect(line).not.toContain(english)
    }
  })
})

/** A charter that names nothing: what stands in the sentences is the words of the desk alone. */
const NAMELESS: CharterInForce = {
  id: 'x',
  version: 1,
  hash: '0'.repeat(64),
  effective: '2026-01-01T00:00:00.000Z',
  languages: ['en'],
  zone: 'Europe/Warsaw',
  title: null,
  promises: [],
  clauses: [],
  facts: [],
  calendars: [{ name: 'office', zone: 'Europe/Warsaw', says: { en: 'Büro' } }],
  positions: [],
  events: [],
  no_answer_needed: [],
  tone: [],
}

/** The shop's charter against itself without its remedies and its chat, with other hours, times, limits and steps. */
function differences() {
  const changed = [
    [/1 h of office/g, '2 h of office'],
    [/mon-fri: 09:00-17:00/, 'mon-fri: 09:00-16:00'],
    [/share: 95% a month/, 'share: 97% a quarter'],
    [/at: 75%/, 'at: 80%'],
    [/per ticket: 100 EUR/, 'per ticket: 150 EUR'],
    [/\bP2\b/g, 'P22'],
    [/A person answers you/, 'Somebody answers you'],
  ].reduce((text, [from = '', to = '']) => {
    const fresh = text.replace(from, String(to))
    if (fresh === text) throw new Error(`it does not say ${from}`)
    return fresh
  }, RETAILER)
  const [old, fresh] = [RETAILER, changed].map((text) => {
    const { document, data, findings } = readCharter(text)
    if (document === undefined) throw new Error(findings.map(({ message }) => message).join('; '))
    return compileDraft({ document, data }, { asOf: NOW, zoneData: 'test' })
  })
  if (old === undefined || fresh === undefined) throw new Error('no two charters')
  return diffCharters(old, fresh, NOW).flatMap(({ parts }) => parts)
}
