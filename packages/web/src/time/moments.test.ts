import { expect, test } from 'vitest'
import { momentsOf } from './moments.ts'

const at = (text: string) => Date.parse(text)
const warsaw = momentsOf('en-GB', 'Europe/Warsaw')
const now = at('2026-01-07T10:00:00Z')

test.each([
  ['2026-01-07T10:30:00Z', '11:30'],
  ['2026-01-07T23:30:00Z', 'Thu 00:30'],
  ['2026-01-05T10:30:00Z', 'Mon 11:30'],
  ['2026-01-27T10:30:00Z', '27 Jan'],
  ['2025-11-27T10:30:00Z', '27 Nov 2025'],
])('%s is written %s', (instant, words) => {
  expect(warsaw.near(at(instant), now).replace(',', '')).toBe(words)
})

test('a title carries the zone', () => {
  expect(warsaw.exact(at('2026-07-07T10:30:00Z'))).toMatch(/12:30.*(CEST|GMT\+2)/)
})

test('a span says what both ends share once', () => {
  expect(warsaw.span(at('2026-01-07T10:00:00Z'), at('2026-01-07T11:00:00Z')).match(/Jan/g)).toHaveLength(1)
})
