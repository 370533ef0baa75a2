import { expect, test } from 'vitest'
import { readBreachFilters } from './breach-filters.ts'

test('an address names filters; what is none is left out', () => {
  expect(readBreachFilters({ cause: 'slow', promise: 'P1', team: '', week: '2026-11-16' })).toEqual({
    cause: 'slow',
    promise: 'P1',
    team: '',
    week: '2026-11-16',
  })
  expect(readBreachFilters({ cause: 'weather', promise: '', team: 7, week: 'last', x: 1 })).toEqual({ team: '7' })
})
