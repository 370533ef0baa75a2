import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn, HEAD } from '../../test/charter-fixtures.ts'
import { eventsHeard } from './heard-words.ts'

const withWords = (words: string): string =>
  HEAD.replace('repair.done: {}', `repair.done: {}, manager.asked: { words: ${words} }`)
const WORDS =
  '{ en: [manager, speak to a human], it: responsabile, pl: [kierownik, wściekły], el: [υπεύθυνος], ar: [مدير] }'
const { events } = documentOf(withWords(WORDS))
const heard = (text: string) => eventsHeard(events, text)

describe('words that a customer writes', () => {
  it.each([
    ['I want your MANAGER now!'],
    ['Let me speak to\na human, please.'],
    ['Sono furioso: il responsàbile!'],
    ['Jestem WSCIEKŁY'],
    ['jestem wsciekly'],
    ['Ζητώ τον ΥΠΕΥΘΥΝΟΣ'],
    ['أريد مُديرًا؟ مُدِير'],
  ])('E14: are heard whole, without case and accents, in whatever language they are listed: %s', (text) => {
    expect(heard(text)).toEqual(['manager.asked'])
  })

  it.each([['The management is fine.'], ['speak to humans'], ['to speak a human'], ['']])(
    'E14: are not heard in part, nor in another order: %s',
    (text) => {
      expect(heard(text)).toEqual([])
    },
  )

  it('E14: are read as lists by language; one without a letter is refused', () => {
    expect(events.get('manager.asked')?.words?.get('en')).toEqual(['manager', 'speak to a human'])
    for (const wrong of ['{ en: ["!!"] }', '{ en: [] }', '[manager]', '{}', '{ English words: [a] }'])
      expect([wrong, findingsIn(withWords(wrong)).length]).toEqual([wrong, 1])
  })
})
