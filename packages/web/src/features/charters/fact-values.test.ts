import { expect, test } from 'vitest'
import { exampleAmount, readAmount, readNumber, sameFact, writeAmount } from './fact-values.ts'

test.each([
  ['89', 'EUR', 8900],
  ['89,5', 'EUR', 8950],
  ['٨٩٫٥٠', 'EUR', 8950],
  ['1500', 'JPY', 1500],
  ['1.250', 'KWD', 1250],
])('%s %s', (typed, currency, minor) => {
  expect(readAmount(typed, currency)).toEqual({ minor, currency })
})

test('what is no amount is not taken', () => {
  expect([readAmount('89.999', 'EUR'), readAmount('eighty', 'EUR'), readAmount('-1', 'EUR')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(readAmount(' ', 'EUR')).toBeNull()
})

test('an amount is written as it is read', () => {
  expect(writeAmount({ minor: 8950, currency: 'EUR' })).toBe('89.50')
  expect(readAmount(writeAmount({ minor: 8950, currency: 'EUR' }), 'EUR')).toEqual({ minor: 8950, currency: 'EUR' })
})

test('an example of an amount is one, in any currency', () => {
  expect(['EUR', 'JPY', 'KWD'].map(exampleAmount)).toEqual(['64.00', '64', '64.000'])
})

test('numbers', () => {
  expect([readNumber('12,5'), readNumber('١٢'), readNumber('x'), readNumber('')]).toEqual([12.5, 12, undefined, null])
})

test('values are compared by what they say', () => {
  expect(sameFact({ minor: 1, currency: 'EUR' }, { minor: 1, currency: 'EUR' })).toBe(true)
  expect(sameFact('1', 1)).toBe(false)
})
