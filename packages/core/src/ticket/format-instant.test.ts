import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatInstant } from './format-instant.ts'

/** As far as a Date goes. */
const FARTHEST = 8_640_000_000_000_000

describe('formatInstant', () => {
  it('writes what a Date writes', () => {
    const ordinary = fc.integer({ min: -2_300_000_000_000, max: 7_300_000_000_000 })
    const any = fc.double({ min: -FARTHEST, max: FARTHEST, noNaN: true })
    fc.assert(
      fc.property(fc.oneof(ordinary, any), (instant) => {
        expect(formatInstant(instant)).toBe(new Date(instant).toISOString())
      }),
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, FARTHEST + 1])('throws for %s, which is no instant', (wrong) => {
    expect(() => formatInstant(wrong)).toThrow(RangeError)
  })
})
