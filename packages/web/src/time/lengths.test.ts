import { expect, test } from 'vitest'
import { DAY, exactParts, HOUR, MINUTE, wallParts } from './lengths.ts'

const said = (parts: ReturnType<typeof wallParts>) => parts.map(({ unit, n }) => `${n} ${unit}`).join(' ')

test.each([
  [0, '0 seconds'],
  [59_999, '59 seconds'],
  [MINUTE, '1 minutes'],
  [80 * MINUTE, '1 hours 20 minutes'],
  [2 * HOUR, '2 hours'],
  [DAY + 4 * HOUR + 59 * MINUTE, '1 days 4 hours'],
  [9 * DAY + 4 * HOUR, '9 days'],
  [-5, '0 seconds'],
])('%d ms on the wall is %s', (ms, words) => {
  expect(said(wallParts(ms))).toBe(words)
})

test.each([
  [0, '0 minutes'],
  [26 * HOUR + MINUTE + 1000, '26 hours 1 minutes 1 seconds'],
  [30 * MINUTE, '30 minutes'],
])('%d ms of opening time is %s, exactly', (ms, words) => {
  expect(said(exactParts(ms))).toBe(words)
})
