import { expect, it } from 'vitest'
import { nextTry } from './next-try.ts'

const MINUTE = 60_000
const DAY = 86_400_000

it('mail is tried again after a minute, then ever more rarely, for five days', () => {
  const pauses: number[] = []
  let now = 0
  for (let tries = 1; ; tries++) {
    const next = nextTry(tries, 0, now)
    if (next === undefined) break
    pauses.push(next - now)
    now = next
  }
  expect(pauses.slice(0, 10).map((pause) => pause / MINUTE)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360])
  expect(now).toBe(5 * DAY)
})

it('mail that waited too long while nothing ran is given up at once', () => {
  expect(nextTry(1, 0, 5 * DAY)).toBeUndefined()
  expect(nextTry(1, 0, 5 * DAY - 1)).toBe(5 * DAY)
})
