import { areApart, movedOver, patched, type Splice, splicesOf } from '@avow/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittingPatches } from './fitting-patches.ts'

/** One after the other, as a splice is defined. */
const plainly = (text: string, splices: readonly Splice[]): string =>
  splices.reduce((now, { at, remove, insert }) => now.slice(0, at) + insert + now.slice(at + remove), text)

const words = fc.string({ unit: fc.constantFrom(...'ab2 h:,{}\n', '😀', '😁'), maxLength: 30 })

/** Splices that fit a text, each after those before it. */
const splicesFor = (text: string, most = 4): fc.Arbitrary<readonly Splice[]> =>
  fc.array(fc.tuple(fc.nat(), fc.nat(6), words), { minLength: 1, maxLength: most }).map((wished) => {
    let length = text.length
    return wished.map(([place, much, insert]) => {
      const at = place % (length + 1)
      const remove = Math.min(much, length - at)
      length += insert.length - remove
      return { at, remove, insert }
    })
  })

describe('what splices come to', () => {
  it('is the same as making them one after the other', () => {
    fc.assert(
      fc.property(
        words.chain((text) => fc.tuple(fc.constant(text), splicesFor(text))),
        ([text, splices]) => {
          const patches = fittingPatches(text, splices)
          expect(patched(text, patches)).toBe(plainly(text, splices))
          expect(plainly(text, splicesOf(patches))).toBe(plainly(text, splices))
        },
      ),
    )
  })

  it('keeps characters whole, however they were cut', () => {
    // 😀 and 😁 begin with the same half.
    const patches = fittingPatches('a😀b', [{ at: 2, remove: 1, insert: '😁'.slice(1) }])
    expect(patches).toEqual([{ from: 1, to: 3, insert: '😁' }])
  })

  it('is refused outside of the text', () => {
    expect(() => fittingPatches('abc', [{ at: 2, remove: 2, insert: '' }])).toThrow(RangeError)
    expect(() => fittingPatches('abc', [{ at: 4, remove: 0, insert: 'd' }])).toThrow(RangeError)
  })
})

describe('edits of two people', () => {
  const row = 'table:\n  - { tier: gold, target: 1 h of office }\n  - { target: 4 h of office }\n'
  const change = (old: string, fresh: string): readonly Splice[] => [
    { at: row.indexOf(old), remove: old.length, insert: fresh },
  ]
  const isJoined = (one: readonly Splice[], other: readonly Splice[]): boolean =>
    areApart(row, fittingPatches(row, one), fittingPatches(row, other))

  it('are joined where they are of other values, in one row too', () => {
    expect(isJoined(change('gold', 'silver'), change('1 h', '2 h'))).toBe(true)
    expect(isJoined(change('1 h', '2 h'), change('4 h', '8 h'))).toBe(true)
    expect(isJoined(change('  - { target: 4 h of office }\n', ''), change('1 h', '2 h'))).toBe(true)
  })

  it('are never joined within one value: nobody wrote what would come of it', () => {
    expect(isJoined(change('1 h', '2 h'), change('h of office }\n  - { target: 4', 'min of office }\n'))).toBe(false)
    const number = [{ at: row.indexOf('1 h'), remove: 1, insert: '2' }]
    const unit = [{ at: row.indexOf('h of'), remove: 1, insert: 'min' }]
    expect(isJoined(number, unit)).toBe(false)
    expect(isJoined(change('tier: gold', 'tier: silver'), change('tier', 'level'))).toBe(false)
  })

  it('are not joined where both put something in one place', () => {
    const at = row.indexOf('  - { target: 4')
    const add = (insert: string) => [{ at, remove: 0, insert }]
    expect(isJoined(add('  - { target: 2 h of office }\n'), add('  - { target: 3 h of office }\n'))).toBe(false)
    const end = [{ at: row.length, remove: 0, insert: 'hit: first\n' }]
    expect(isJoined(end, end)).toBe(false)
    expect(isJoined(end, add('  - { target: 2 h of office }\n'))).toBe(true)
  })

  it('come to the same text in either order, and nothing of either is lost', () => {
    let joined = 0
    fc.assert(
      fc.property(
        fc
          .string({ unit: fc.constantFrom(...'ab2 h:,{}\n', '😀'), maxLength: 120 })
          .chain((text) => fc.tuple(fc.constant(text), splicesFor(text, 2), splicesFor(text, 2))),
        ([text, first, second]) => {
          const [one, other] = [fittingPatches(text, first), fittingPatches(text, second)]
          if (!areApart(text, one, other)) return
          joined++
          const after = patched(patched(text, one), movedOver(other, one, 'others first'))
          expect(after).toBe(patched(patched(text, other), movedOver(one, other, 'others first')))
          // Made at once on the text that both began from.
          const both = [...one, ...other].sort((a, b) => a.from - b.from || a.to - b.to)
          expect(after).toBe(patched(text, both))
          for (const { insert } of both) expect(after).toContain(insert)
        },
      ),
      { numRuns: 2000 },
    )
    expect(joined).toBeGreaterThan(100)
  })
})
