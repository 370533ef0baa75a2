import { expect, it } from 'vitest'
import { foldedWords } from './folded-words.ts'

it.each([
  ['Let me speak to\na  HUMAN, please!', 'let me speak to a human please'],
  ['responsàbile', 'responsabile'],
  ['WŚCIEKŁY Straße', 'wsciekly strasse'],
  ['Υπεύθυνος ΥΠΕΥΘΥΝΟΣ', 'υπευθυνοσ υπευθυνοσ'],
  ['مُدِير مـدير أنت', 'مدير مدير انت'],
  ['ﬁne №7', 'fine no7'],
  ['?! …', ''],
])('words of any language are folded wholly: %s', (text, folded) => {
  expect(foldedWords(text)).toBe(folded)
})

it.each([
  ['it', 'Te, tè!', 'te tè'],
  ['it', 'te\u0300', 'tè'],
  ['pl', 'Cię, ŁAD', 'cię ład'],
  ['de', 'Maß', 'maß'],
  ['el', 'Εσύ ΕΣΥ', 'εσυ εσυ'],
  ['ar', 'أَنتَ', 'انت'],
])('in %s marks stay where they tell words apart: %s', (language, text, folded) => {
  expect(foldedWords(text, language)).toBe(folded)
})

it('folding twice is folding once', () => {
  for (const text of ['Tè', 'Łódź', 'ΟΔΟΣ', 'أَنتُم'])
    for (const language of [undefined, 'it', 'el'])
      expect(foldedWords(foldedWords(text, language), language)).toBe(foldedWords(text, language))
})
