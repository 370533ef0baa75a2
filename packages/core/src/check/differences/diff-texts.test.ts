import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import type { Texts } from '../../charter/index.ts'
import { fieldWordingPart, stepWordingPart, valueWordingPart, wordingParts } from './diff-texts.ts'

/** Texts as a charter has them; undefined for none. */
function textsOf(written: string): Texts | undefined {
  if (written === '') return undefined
  return charterOf(`title: ${written}\n`, { languages: '[en, pl, it]' }).document.title
}

const both = '{ en: One, pl: Jeden }'

describe('words that changed', () => {
  const between = (old: string, fresh: string) => wordingParts([['says', textsOf(old), textsOf(fresh)]])

  it('are told with their languages, and shown in the first of them', () => {
    expect(between(both, '{ en: One, pl: Dwa }')).toEqual([
      {
        about: 'wording',
        change: 'changed',
        text: 'the words of “says” changed in pl',
        says: { form: 'words.says', data: { languages: ['pl'] }, before: 'Jeden', after: 'Dwa' },
        old: 'Jeden',
        new: 'Dwa',
      },
    ])
    expect(between(both, '{ en: Two, pl: Dwa, it: Due }')).toMatchObject([
      { change: 'changed', text: 'the words of “says” changed in en, pl and it', old: 'One', new: 'Two' },
    ])
  })

  it('are added or removed where there were, or are, none', () => {
    expect(between('', both)).toEqual([
      {
        about: 'wording',
        change: 'added',
        text: 'the words of “says” changed in en and pl',
        says: { form: 'words.says', data: { languages: ['en', 'pl'] }, before: null, after: 'One' },
        new: 'One',
      },
    ])
    expect(between(both, '{ en: One }')).toEqual([
      {
        about: 'wording',
        change: 'removed',
        text: 'the words of “says” changed in pl',
        says: { form: 'words.says', data: { languages: ['pl'] }, before: 'Jeden', after: null },
        old: 'Jeden',
      },
    ])
  })

  it('are no news where they are the same, or there are none', () => {
    expect(between(both, both)).toEqual([])
    expect(between('', '')).toEqual([])
  })

  it('are told of each field by its name', () => {
    const parts = wordingParts([
      ['title', textsOf(both), undefined],
      ['says', textsOf(both), textsOf(both)],
      ['because', undefined, textsOf(both)],
    ])
    expect(parts.map(({ text, says }) => [text, says.form])).toEqual([
      ['the words of “title” changed in en and pl', 'words.title'],
      ['the words of “because” changed in en and pl', 'words.because'],
    ])
  })

  it('are told of the steps of a procedure and of the values of a fact', () => {
    const sides = { before: 'One', after: null }
    expect(stepWordingPart(3, textsOf(both), undefined)).toMatchObject([
      { text: 'the words of “step 3” changed in en and pl', says: { form: 'words.step', data: { row: 3 }, ...sides } },
    ])
    expect(valueWordingPart('gold', textsOf(both), undefined)).toMatchObject([
      {
        text: 'the words of “gold” changed in en and pl',
        says: { form: 'words.value', data: { value: 'gold', languages: ['en', 'pl'] }, ...sides },
      },
    ])
  })
})

describe('a further text of a clause', () => {
  const between = (field: string, old: string, fresh: string) => fieldWordingPart(field, textsOf(old), textsOf(fresh))

  it.each<[field: string, gained: string | undefined, lost: string | undefined]>([
    ['conditions', 'less', 'more'],
    ['limits', 'less', 'more'],
    ['instead', 'more', 'less'],
    ['contact', undefined, undefined],
  ])('D7: %s that are new mean %s to customers, and gone %s', (field, gained, lost) => {
    expect(between(field, '', both).map(({ customers }) => customers)).toEqual([gained])
    expect(between(field, both, '').map(({ customers }) => customers)).toEqual([lost])
    // Other words, or one more language, mean nothing that can be told.
    expect(between(field, both, '{ en: Two }').map(({ customers }) => customers)).toEqual([undefined])
    expect(between(field, '{ en: One }', both).map(({ customers }) => customers)).toEqual([undefined])
    expect(between(field, both, both)).toEqual([])
    expect(between(field, '', '')).toEqual([])
  })

  it('is told by the name of its field', () => {
    expect(between('limits', '{ en: One }', '{ en: Two }')).toEqual([
      {
        about: 'wording',
        change: 'changed',
        text: 'the words of “limits” changed in en',
        says: { form: 'words.text', data: { field: 'limits', languages: ['en'] }, before: 'One', after: 'Two' },
        old: 'One',
        new: 'Two',
      },
    ])
  })
})
