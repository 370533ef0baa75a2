import { expect, test } from 'vitest'
import { isolated, withoutTurning } from './isolates.ts'

test('a value is fenced in, and cannot open a fence itself', () => {
  expect(isolated('ABC')).toBe('\u2068ABC\u2069')
  expect(isolated('A\u2069B\u202eC')).toBe('\u2068ABC\u2069')
  expect(isolated('')).toBe('')
})

test('a file name cannot pretend to end otherwise', () => {
  expect(withoutTurning('invoice\u202etxt.exe')).toBe('invoicetxt.exe')
})
