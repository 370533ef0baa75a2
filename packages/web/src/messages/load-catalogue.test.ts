import { expect, test } from 'vitest'
import { loadCatalogue, withWords } from './load-catalogue.ts'

test('a screen brings its words: into the language that is spoken, and into one that is chosen later', async () => {
  const english = await loadCatalogue('en')
  expect(english['loading']).toBe('Loading …')
  expect(english['remedies.title']).toBeUndefined()
  const screen = await withWords(['remedies', 'handbook'], async () => 'the screen')()
  expect(screen).toBe('the screen')
  expect([english['remedies.title'], english['handbook.title']]).toEqual(['Remedies', 'Handbook'])
  const arabic = await loadCatalogue('ar')
  expect(arabic['remedies.title']).toBe('التعويضات')
  expect(arabic['broken.title']).toBeUndefined()
})

test('a language is the same words, however often it is asked for', async () => {
  expect(await loadCatalogue('en')).toBe(await loadCatalogue('en'))
})

test('a screen that cannot be fetched says so', async () => {
  await loadCatalogue('en')
  const away = withWords('breaches', () => Promise.reject(new Error('away')))
  await expect(away()).rejects.toThrow('away')
})
