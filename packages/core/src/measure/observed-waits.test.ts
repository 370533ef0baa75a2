import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayNumber } from '../calendar/index.ts'
import { medianWait, type ObservedWait } from './observed-waits.ts'

const TODAY = dayNumber(2026, 11, 23)
const wait = (minutes: number, more: Partial<ObservedWait> = {}): ObservedWait => ({
  of: 'Rival Ltd',
  channel: 'phone',
  day: TODAY,
  ms: minutes * 60_000,
  ...more,
})
const told = (waits: readonly ObservedWait[], channel?: string) => {
  const found = medianWait(waits, { of: 'rival ltd ', channel, today: TODAY })
  return found === undefined ? undefined : [found.ms / 60_000, found.count]
}

describe('waits noted at somebody else', () => {
  it('M14: their median is one of them, by nearest rank, with their number', () => {
    expect(told([])).toBeUndefined()
    expect(told([wait(9), wait(1), wait(4)])).toEqual([4, 3])
    expect(told([wait(9), wait(1), wait(4), wait(2)])).toEqual([2, 4])
  })

  it('M14: they are those of the one named, on the channel where one is asked for', () => {
    const waits = [wait(9), wait(1, { of: 'Other Ltd' }), wait(3, { channel: 'email' }), wait(2, { channel: null })]
    expect(told(waits)).toEqual([3, 3])
    expect(told(waits, 'phone')).toEqual([9, 1])
    expect(told(waits, 'chat')).toBeUndefined()
  })

  it('M14: they are of the last twelve months up to today', () => {
    const first = dayNumber(2025, 11, 23)
    expect(told([wait(9, { day: first }), wait(1, { day: first - 1 }), wait(2, { day: TODAY + 1 })])).toEqual([9, 1])
  })

  it('M14: half of them at least are no longer, and half no shorter', () => {
    const some = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 12 }), (minutes, months) => {
        const found = medianWait(
          minutes.map((one) => wait(one, { day: addMonths(TODAY, -months) })),
          { of: 'Rival Ltd', today: TODAY },
        )
        const ms = found?.ms ?? Number.NaN
        expect(found?.count).toBe(minutes.length)
        expect(minutes.filter((one) => one * 60_000 <= ms).length * 2).toBeGreaterThanOrEqual(minutes.length)
        expect(minutes.filter((one) => one * 60_000 >= ms).length * 2).toBeGreaterThanOrEqual(minutes.length)
      }),
    )
  })
})
