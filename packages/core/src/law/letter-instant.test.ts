import { expect, it } from 'vitest'
import { charterOf } from '../../test/check/charter-texts.ts'
import { parseDate } from '../calendar/index.ts'
import { lawLimit, letterInstant } from './law-limit.ts'
import type { LawTime } from './law-row.ts'

const { zone } = charterOf('')
const NONE: ReadonlySet<number> = new Set()

function letterOf(unit: LawTime['unit'], count: number, before: number, from: string, holidays = NONE): string {
  const start = Date.parse(from)
  const within = { count, unit }
  const limit = lawLimit(within, start, zone, holidays)
  return new Date(letterInstant(within, { start, limit, before }, zone, holidays)).toISOString()
}

it.each([
  ['so many dates before the last one', 'day', 14, 3, '2026-01-05T09:00Z', '2026-01-15T23:00:00.000Z'],
  ['over a change of the clocks', 'day', 14, 3, '2026-03-20T09:00Z', '2026-03-30T22:00:00.000Z'],
  ['working days where the law counts these', 'working-day', 15, 3, '2026-01-05T09:00Z', '2026-01-20T23:00:00.000Z'],
  ['never before half of the time', 'working-day', 2, 3, '2026-01-05T09:00:00Z', '2026-01-06T16:00:00.000Z'],
  ['half of a time in hours', 'hour', 48, 3, '2026-01-05T09:00:00Z', '2026-01-06T09:00:00.000Z'],
] as const)('%s', (_, unit, count, before, from, letter) => {
  expect(letterOf(unit, count, before, from)).toBe(letter)
})

it('steps over holidays', () => {
  const holiday = parseDate('2026-01-23')
  expect(letterOf('working-day', 15, 3, '2026-01-05T09:00Z', new Set(holiday === undefined ? [] : [holiday]))).toBe(
    '2026-01-20T23:00:00.000Z',
  )
})
