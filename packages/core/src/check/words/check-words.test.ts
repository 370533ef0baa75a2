import { describe, expect, it } from 'vitest'
import { charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { checkWords, numbersIn, vagueIn } from './check-words.ts'
import { VAGUE_WORDS } from './vague-words.ts'

describe('vague words', () => {
  it.each([
    ['en', 'We answer As  Soon as Possible.', ['as soon as possible']],
    ['en', 'Soon, and quickly.', ['soon', 'quickly']],
    ['en', 'The monsoon sooner or later', []],
    ['it', 'Le rispondiamo AL PIU’ PRESTO', ['al più presto']],
    ['it', 'Le rispondiamo al più presto.', ['al più presto']],
    ['it-CH', 'Rispondiamo tempestivamente', ['tempestivamente']],
    ['pl', 'Odpowiemy niezwłocznie, jak najszybciej.', ['jak najszybciej', 'niezwłocznie']],
    ['pl', 'Pospieszny pociąg', []],
    ['el', 'Θα απαντήσουμε ΣΥΝΤΟΜΑ.', ['σύντομα']],
    ['el', 'το συντομότερο δυνατόν', ['το συντομότερο δυνατόν']],
    ['ar', 'سنجيبك قريبًا', ['قريبا']],
    ['ar', 'في أقرب وقتٍ ممكن', ['في أقرب وقت ممكن']],
    ['de', 'so bald wie möglich', []],
  ])('in %s: %s', (language, text, found) => {
    expect(vagueIn(text, language)).toEqual(found)
  })
})

describe('the list of vague words', () => {
  it('has words in all five languages, and more than a handful of each', () => {
    const few = Object.entries(VAGUE_WORDS).filter(([, words]) => words.length < 10)
    expect([Object.keys(VAGUE_WORDS).toSorted(), few]).toEqual([['ar', 'el', 'en', 'it', 'pl'], []])
  })

  it.each(Object.entries(VAGUE_WORDS))(
    'in %s has no empty one, and finds each where it stands by itself',
    (code, words) => {
      expect(words.filter((word) => !/\p{L}/u.test(word))).toEqual([])
      expect(words.map((word) => vagueIn(`(${word.toUpperCase()})`, code))).toEqual(words.map((word) => [word]))
    },
  )
})

describe('numbers written by hand', () => {
  it.each([
    ['within 14 days', ['14']],
    ['24/7, from 9:00 to 17:30', ['24', '7', '9:00', '17:30']],
    ['1.000,50 EUR', ['1.000,50']],
    ['خلال ١٤ يومًا', ['١٤']],
    ['P1 and COVID-19, B2B', []],
    ['write to care24@acme.example or https://acme.example/7', []],
    ['9 care@acme.example 8', ['9', '8']],
    ['24.7@acme.example', []],
    ['12 https://acme.example/7', ['12']],
    ['within {target}', []],
  ])('in “%s”', (text, found) => {
    expect(numbersIn(text)).toEqual(found)
  })
})

it('both are looked for in what is promised, and not in values, reasons and ways to reach somebody', () => {
  const { document } = charterOf(`${FACTS}values: [ { id: V1, says: { en: We answer soon. } } ]
objectives: [ { id: O1, says: { en: 9 of 10 soon }, measure: satisfaction, target: 9%, by: 2027-06-30 } ]
exclusions: [ { id: X1, says: { en: Not soon }, instead: { en: Call 112 promptly } } ]
remedies: [ { id: R1, says: { en: Up to 10 }, table: [ { allow: a } ] } ]
promises:
  - id: P1
    clock: resolution
    because: { en: We have 20 soon. }
    conditions: { en: Within 3 days }
    limits: { en: Up to 20 }
    contact: { en: 800 123 shortly }
    complaints: { en: "Write soon to box 7" }
    table: [ { target: 14 days } ]
`)
  expect(checkWords(document).map(({ code, says }) => [code, says?.data['part']])).toEqual([
    ['number-in-text', ['text', 'conditions', 'P1']],
    ['number-in-text', ['text', 'limits', 'P1']],
    ['vague-words', ['text', 'contact', 'P1']],
    ['vague-words', ['text', 'complaints', 'P1']],
    ['number-in-text', ['says', 'R1']],
    ['vague-words', ['says', 'X1']],
    ['vague-words', ['text', 'instead', 'X1']],
  ])
})
