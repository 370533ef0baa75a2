import { expect, it } from 'vitest'
import { ratingWords } from './rating-words.ts'

const links = [1, 2, 3, 4, 5].map((score) => ({ score, url: `https://care.example/rate/${score}` }))

it('an answer asks for a rating in its own language, else in English', () => {
  expect(ratingWords(links, 'en-GB').split('\n')).toEqual([
    'How did we do?',
    '1 (not at all well) https://care.example/rate/1',
    '2 https://care.example/rate/2',
    '3 https://care.example/rate/3',
    '4 https://care.example/rate/4',
    '5 (very well) https://care.example/rate/5',
  ])
  expect(ratingWords(links, 'ar')).toContain('كيف كانت خدمتنا؟')
  expect(ratingWords(links, 'de')).toContain('How did we do?')
  expect(ratingWords(links, 'constructor')).toContain('How did we do?')
})
