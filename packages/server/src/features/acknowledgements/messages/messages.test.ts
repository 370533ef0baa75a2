import { expect, it } from 'vitest'
import { describeMailWords } from '../../../../test/mail-words.ts'
import { en, type MessageKey } from './en.ts'
import { CATALOGUES, speaking } from './speak.ts'

describeMailWords({
  about: 'the words of an acknowledgement',
  catalogues: CATALOGUES,
  keys: Object.keys(en) as MessageKey[],
  speaking,
  values: {
    number: '7',
    due: 'noon',
    until: 'Monday',
    text: 'A flood.',
    count: 3,
    title: 'Charter',
    channel: 'chat',
    date: 'Monday',
  },
})

it('a language without words is spoken to in the next that has some', () => {
  expect(speaking([undefined, 'de', 'ar-EG']).language).toBe('ar-EG')
  expect(speaking(['constructor', 'de']).language).toBe('en')
})
