import { expect, it } from 'vitest'
import { isReported } from './is-reported.ts'

it('what the law does is a fact only where the row was read in the law or on its authority’s page', () => {
  expect(['UK-F1', 'SA-1'].map(isReported)).toEqual([false, false])
  expect(['PL-1', 'IT-1', 'UK-T1', 'XX-9'].map(isReported)).toEqual([true, true, true, true])
})
