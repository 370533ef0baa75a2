import { expect, test } from 'vitest'
import { openSource } from './open-source.ts'
import { placeAt } from './place-at.ts'

const TEXT = 'title: { en: A }\nvalues:\n  - id: V1\n    says: Care\n  - { id: V2, says: "{" }\n'

test('a clause is found where its text begins, by its id and by its place', () => {
  const source = openSource(TEXT)
  const place = (...path: (string | number)[]) => source && placeAt(source, path)
  expect(place('values', 'V1')).toEqual({ line: 3, column: 5 })
  expect(place('values', 1)).toEqual({ line: 5, column: 5 })
  expect(place('values', 'V2', 'says')).toEqual({ line: 5, column: 21 })
  expect(place('title', 'en')).toEqual({ line: 1, column: 14 })
  expect(place()).toEqual({ line: 1, column: 1 })
})

test('what is not there has no place', () => {
  const source = openSource(TEXT)
  expect(source && placeAt(source, ['values', 'V3'])).toBeUndefined()
  expect(source && placeAt(source, ['tone'])).toBeUndefined()
})
