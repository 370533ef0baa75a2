import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areApart, movedOver, patched, patchesOf } from './patches.ts'
import { applySplices, type Splice } from './splice.ts'

const text = fc.string({ unit: fc.constantFrom(...'ab2 h:,{}\n', '😀'), maxLength: 60 })

function splicesFor(given: string): fc.Arbitrary<readonly Splice[]> {
  return fc.array(fc.tuple(fc.nat(), fc.nat({ max: 8 }), text), { minLength: 1, maxLength: 4 }).map((wished) => {
    let { length } = given
    return wished.map(([place, much, insert]) => {
      const at = place % (length + 1)
      const remove = Math.min(much, length - at)
      length += insert.length - remove
      return { at, remove, insert }
    })
  })
}

test('splices come to the same in one go as one after the other', () => {
  fc.assert(
    fc.property(
      text.chain((given) => fc.tuple(fc.constant(given), splicesFor(given))),
      ([given, splices]) => {
        const patches = patchesOf(splices)
        expect(patched(given, patches)).toBe(applySplices(given, splices))
        for (const [index, { from, to }] of patches.entries()) {
          expect(from).toBeLessThanOrEqual(to)
          expect(from).toBeGreaterThanOrEqual(patches[index - 1]?.to ?? 0)
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('what is apart comes to the same text in either order', () => {
  let joined = 0
  fc.assert(
    fc.property(
      fc
        .string({ unit: fc.constantFrom(...'ab2 h:,{}\n', '😀'), maxLength: 120 })
        .chain((given) => fc.tuple(fc.constant(given), splicesFor(given), splicesFor(given))),
      ([given, mine, theirs]) => {
        const [one, other] = [patchesOf(mine), patchesOf(theirs)]
        if (!areApart(given, one, other)) return
        joined++
        const theirsFirst = patched(patched(given, other), movedOver(one, other, 'others first'))
        const mineFirst = patched(patched(given, one), movedOver(other, one, 'we first'))
        expect(mineFirst).toBe(theirsFirst)
      },
    ),
    { numRuns: 2000 },
  )
  expect(joined).toBeGreaterThan(50)
})
