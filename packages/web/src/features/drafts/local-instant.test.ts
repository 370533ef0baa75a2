import { expect, test } from 'vitest'
import { localInstant } from './local-instant.ts'

test.each([
  ['2026-12-01T08:00', 'Europe/Warsaw', '2026-12-01T07:00:00.000Z'],
  ['2026-07-01T08:00', 'Europe/Warsaw', '2026-07-01T06:00:00.000Z'],
  ['2026-03-29T02:15', 'Europe/Warsaw', '2026-03-29T01:15:00.000Z'],
  ['', 'UTC', undefined],
])('%s in %s', (time, zone, instant) => {
  expect(localInstant(time, zone)).toBe(instant)
})
