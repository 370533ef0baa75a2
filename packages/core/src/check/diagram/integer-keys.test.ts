import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IntegerKeys } from './integer-keys.ts'

/** What a map of the keys as text says of the same keys one after another, beside what they got. */
function compared(width: number, source: Int32Array, step: number) {
  const keys = new IntegerKeys(width)
  const known = new Map<string, number>()
  for (let offset = 0; offset + width <= source.length; offset += step) {
    const key = source.subarray(offset, offset + width).join()
    if (!known.has(key)) known.set(key, known.size)
    expect(keys.number(source, offset)).toBe(known.get(key))
    expect(keys.size).toBe(known.size)
  }
  return { keys, known }
}

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
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 600 }),
        (width, numbers) => {
          compared(width, Int32Array.from(numbers), 1)
        },
      ),
      { numRuns: 20 },
    )
  })

  it.each([1, 2, 3])('are known again after they have grown, of a width of %d', (width) => {
    // 500 keys, all different, then each once more.
    const all = Int32Array.from({ length: 500 * width }, (_, at) => (at % width === width - 1 ? at : 7))
    const twice = Int32Array.of(...all, ...all)
    expect(compared(width, twice, width).known.size).toBe(500)
  })

  it('keep a copy: what stands in the source later changes nothing', () => {
    const keys = new IntegerKeys(1)
    const source = Int32Array.of(5)
    expect(keys.number(source, 0)).toBe(0)
    source[0] = 6
    expect(keys.number(source, 0)).toBe(1)
    source[0] = 5
    expect(keys.number(source, 0)).toBe(0)
  })

  it('do not mind a width of nothing', () => {
    const keys = new IntegerKeys(0)
    expect([keys.number(Int32Array.of(), 0), keys.number(Int32Array.of(), 0), keys.size]).toEqual([0, 0, 1])
  })
})
