import { patched } from '@avow/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patchBetween } from './patch-between.ts'

const text = fc.string({ unit: fc.constantFrom(...'ab2 h:,{}\n', '😀'), maxLength: 60 })

test('one patch makes any text any other', () => {
  fc.assert(
    fc.property(text, text, (old, fresh) => {
      expect(patched(old, patchBetween(old, fresh))).toBe(fresh)
    }),
  )
})
