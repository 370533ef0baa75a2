import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest, slipsBetween } from './nearest.ts'

const budget = (): { left: number } => ({ left: 1000 })

describe('slips', () => {
  it.each([
    ['tire', 'tier', 1],
    ['tier', 'tier', 0],
    ['chanel', 'channel', 1],
    ['channnel', 'channel', 1],
    ['chennel', 'channel', 1],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
  ])('between %j and %j are %i', (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips)
  })

  it('are the same both ways, none only for the same word, and at most the longer length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        const slips = slipsBetween(a, b)
        expect(slips).toBe(slipsBetween(b, a))
        expect(slips === 0).toBe(a === b)
        expect(slips).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })

  it('that are enough need not be counted further', () => {
    expect(slipsBetween('aaaaaaaa', 'bbbbbbbb', 2)).toBeGreaterThanOrEqual(2)
  })
})

describe('the nearest word', () => {
  const words = ['channel', 'tier', 'priority', 'price', 'bought']

  it.each([
    ['tire', 'tier'],
    ['chanel', 'channel'],
    ['CHANNEL', 'channel'],
    ['prioritiy', 'priority'],
    ['prise', 'price'],
  ])('to %s is %s', (typed, found) => {
    expect(nearest(typed, words, budget())).toBe(found)
  })

  it.each(['x', 'xyz', 'somethingelse', ''])('to %j is none', (typed) => {
    expect(nearest(typed, words, budget())).toBeUndefined()
  })

  it('is the first of those equally near', () => {
    expect(nearest('aac', ['aab', 'aad'], budget())).toBe('aab')
  })

  it('is not sought beyond the budget, nor for very long words', () => {
    const spent = { left: 1 }
    expect(nearest('tire', ['tyre', 'tier'], spent)).toBe('tyre')
    expect(nearest('tire', words, spent)).toBeUndefined()
    expect(nearest('x'.repeat(1_000_000), ['x'.repeat(999_999)], budget())).toBeUndefined()
  })
})
