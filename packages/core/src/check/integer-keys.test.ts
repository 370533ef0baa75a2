import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IntegerKeys } from './integer-keys.ts'

describe('numbered keys', () => {
  it('give equal keys one number, and new ones the next', () => {
    const keys = new IntegerKeys(2)
    const source = Int32Array.of(1, 2, 3, 1, 2, -1)
    expect([keys.number(source, 0), keys.number(source, 1), keys.number(source, 3), keys.number(source, 4)]).toEqual([
      0, 1, 0, 2,
    ])
    expect(keys.size).toBe(3)
  })

  it('number as a map does, however many keys there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 3000 }),
        (width, numbers) => {
          const keys = new IntegerKeys(width)
          const known = new Map<string, number>()
          const source = Int32Array.from(numbers)
          for (let offset = 0; offset + width <= source.length; offset++) {
            const key = source.subarray(offset, offset + width).join()
            if (!known.has(key)) known.set(key, known.size)
            expect(keys.number(source, offset)).toBe(known.get(key))
          }
          expect(keys.size).toBe(known.size)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('do not mind a width of nothing', () => {
    const keys = new IntegerKeys(0)
    expect([keys.number(Int32Array.of(), 0), keys.number(Int32Array.of(), 0), keys.size]).toEqual([0, 0, 1])
  })
})
