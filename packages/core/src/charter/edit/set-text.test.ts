import { expect, it } from 'vitest'
import { editText } from './edit-source.ts'
import { openSource, sourceData } from './open-source.ts'
import { setText } from './set-text.ts'
import type { EditPath } from './source-edit.ts'

const TEXT = `languages: [en, pl]
title: How we serve you
positions: [agent, lead]
facts:
  price: money EUR # what was paid
promises:
  - { id: P1, says: { en: Soon., pl: Zaraz. } }
`

const after = (path: EditPath, language: string, text: string) =>
  editText(TEXT, setText(sourceData(openSource(TEXT)?.root), path, language, text))?.text

it.each<[string, EditPath, string, string, string]>([
  ['changes one language', ['promises', 'P1', 'says'], 'pl', 'Szybko.', 'says: { en: Soon., pl: Szybko. }'],
  ['makes a text of one language one of several', ['title'], 'pl', 'Jak', 'title: { en: How we serve you, pl: Jak }'],
  ['changes a text of one language', ['title'], 'en', 'Our way', 'title: Our way'],
  ['adds one that was not there', ['promises', 'P1', 'because'], 'en', 'We care.', 'because: { en: We care. }'],
  [
    'makes room in a fact',
    ['facts', 'price', 'says'],
    'en',
    'Price',
    'price: { is: money EUR, says: { en: Price } } # what was paid',
  ],
  [
    'makes room in a list of positions',
    ['positions', 'lead', 'says'],
    'en',
    'head',
    'positions: { agent: {}, lead: { says: { en: head } } }',
  ],
  ['takes a language away', ['promises', 'P1', 'says'], 'pl', '', 'says: { en: Soon. }'],
])('setting a text %s', (_, path, language, text, expected) => {
  expect(after(path, language, text)).toContain(expected)
})

it('takes away what was not there', () => {
  expect(after(['promises', 'P1', 'because'], 'en', '')).toBe(TEXT)
})
