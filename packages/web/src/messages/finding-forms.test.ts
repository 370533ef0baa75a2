import { CHECK_CODES, FINDING_FORMS, READ_CODES, READ_DETAILS, SOURCE_CAUSES } from '@avow/core'
import { parse } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { everyWord } from '../../test/every-word.ts'
import { messageValues, numberValues } from '../../test/message-values.ts'
import { LANGUAGES } from './languages.ts'

const SPOKEN = await Promise.all(
  LANGUAGES.map(async (language) => ({ language, words: (await everyWord(language)).words })),
)
/** A cause has a sentence of its own, and none beside it. */
const { cause: _, ...DETAILS } = READ_DETAILS
const FORMS = Object.entries<Readonly<Record<string, string>>>(FINDING_FORMS)

describe.each(SPOKEN)('$language', ({ words }) => {
  const said = (form: string) => parse(words[`says.${form}`] ?? '')

  test('says every finding of the checks, with the data that core gives', () => {
    const taken = FORMS.map(([form]) => [form, messageValues(said(form))])
    expect(taken).toEqual(FORMS.map(([form, data]) => [form, Object.keys(data).sort()]))
  })

  test('takes as numbers what are numbers', () => {
    const numbers = (data: Readonly<Record<string, string>>) =>
      Object.keys(data).filter((name) => data[name] === 'number')
    const taken = FORMS.map(([form]) => [form, numberValues(said(form))])
    expect(taken).toEqual(FORMS.map(([form, data]) => [form, numbers(data).sort()]))
  })

  test('says in a word what every finding is, of reading too', () => {
    const codes = [...Object.keys(CHECK_CODES), ...Object.keys(READ_CODES)]
    expect(codes.filter((code) => words[`finding.${code}`] === undefined)).toEqual([])
  })

  test('says what is wrong for every code of reading and every mistake of YAML, and for no other', () => {
    const keys = Object.keys(words).filter((key) => key.startsWith('read.') && !key.startsWith('read.with.'))
    expect(keys.sort()).toEqual(
      [
        ...Object.keys(READ_CODES).map((code) => `read.${code}`),
        ...Object.entries(SOURCE_CAUSES).flatMap(([code, causes]) => causes.map((cause) => `read.${code}.${cause}`)),
      ].sort(),
    )
    for (const key of keys) expect([key, messageValues(parse(words[key] ?? ''))]).toEqual([key, []])
  })

  test('says each detail of reading, counted where it is a number', () => {
    const keys = Object.keys(words).filter((key) => key.startsWith('read.with.'))
    expect(keys.sort()).toEqual(
      Object.keys(DETAILS)
        .map((name) => `read.with.${name}`)
        .sort(),
    )
    for (const [name, kind] of Object.entries(DETAILS)) {
      const said = parse(words[`read.with.${name}`] ?? '')
      expect([messageValues(said), numberValues(said)]).toEqual([[name], kind === 'number' ? [name] : []])
    }
  })

  test('says nothing that no check finds', () => {
    const keys = Object.keys(words).filter((key) => key.startsWith('says.'))
    expect(keys.sort()).toEqual(FORMS.map(([form]) => `says.${form}`).sort())
  })
})
