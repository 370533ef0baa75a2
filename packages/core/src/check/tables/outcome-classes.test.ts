import { expect, it } from 'vitest'
import { numbersByKey } from './outcome-classes.ts'

it('numbers keys in the order in which they are met, equal ones alike', () => {
  expect(numbersByKey(['4 h', '1 h', '4 h', '', '1 h', '2 h'])).toEqual([0, 1, 0, 2, 1, 3])
  expect(numbersByKey([])).toEqual([])
})
