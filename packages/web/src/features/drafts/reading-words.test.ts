import { READ_CODES, SOURCE_CAUSES } from '@avow/core'
import { describe, expect, test } from 'vitest'
import { everyWord } from '../../../test/every-word.ts'
import { LANGUAGES, type Language } from '../../messages/languages.ts'
import { makeWords } from '../../messages/make-words.ts'
import { charterWords } from '../charters/charter-words.ts'
import { DraftChecker } from './check-draft.ts'
import { findingSentence } from './finding-words.ts'

const MISTYPED = `avow: 1
charter: test
languages: [en]
zone: Europe/Warsaw
facts:
  tier: { in order: [standard, gold] }
calendars:
  office: { open: { mon-fri: 09:00-17:00 } }
promises:
  - { id: P1, clock: first-response, hit: sometimes, table: [ { tire: gold, target: 2 h of office }, { target: 2 h } ] }
`

async function contextOf(language: Language) {
  const words = makeWords(language, language === 'en' ? 'en-GB' : language, (await everyWord(language)).words)
  return { words, of: charterWords(undefined, words) }
}

/** Without the fences of values. */
const plain = (text: string | undefined) => text?.replace(/[\u2066-\u2069]/g, '')
const found = new DraftChecker().find(MISTYPED, Date.parse('2026-11-22T09:00:00Z'))

describe('what reading found', () => {
  const said = async (language: Language) => {
    const context = await contextOf(language)
    return found.map((finding) => plain(findingSentence(finding, context)))
  }

  test('is said in English', async () => {
    expect(await said('en')).toEqual([
      'Here stands “sometimes”. This is none of the values that are possible here. Possible: first or unique.',
      'Here stands “tire”. There is no fact of this name. Correct the name, or declare it under “facts”. Did you mean “tier”?',
      'Here stands “2 h”. This is no length of time, or it does not say how it is counted. Write it for example as 2 h of office.',
    ])
  })

  test('is said in Polish', async () => {
    expect((await said('pl'))[1]).toBe(
      'Stoi tu „tire”. Nie ma faktu o tej nazwie. Trzeba poprawić nazwę albo zadeklarować go pod „facts”. Może chodzi o „tier”?',
    )
  })

  test.each(LANGUAGES)('has a sentence in %s for every code', async (language) => {
    const context = await contextOf(language)
    const mute = Object.keys(READ_CODES).filter((code) => !plain(findingSentence({ code }, context))?.match(/\p{L}/u))
    expect(mute).toEqual([])
  })

  test.each(LANGUAGES)('has a sentence of its own in %s for every mistake of YAML', async (language) => {
    const context = await contextOf(language)
    const said = Object.entries(SOURCE_CAUSES).flatMap(([code, causes]) =>
      [undefined, ...causes].map((cause) => findingSentence({ code, details: { cause } }, context)),
    )
    expect(new Set(said).size).toBe(said.length)
  })

  test('is said of a line that lost its space, with the line as it is meant', async () => {
    const [first] = new DraftChecker().find('avow: 1\ncharter:test\n', Date.parse('2026-11-22T09:00:00Z'))
    expect(first).toMatchObject({ line: 2, column: 1 })
    expect(plain(first && findingSentence(first, await contextOf('en')))).toBe(
      'Here stands “charter:test”. After the colon a space is missing. Add it. Write it for example as charter: test.',
    )
  })
})
