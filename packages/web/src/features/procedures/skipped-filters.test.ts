import { expect, test } from 'vitest'
import { readSkippedFilters } from './skipped-filters.ts'

test('an address names filters; what is none is left out', () => {
  const all = { procedure: 'D1', from: '2026-11-01', until: '2026-11-30' }
  expect(readSkippedFilters(all)).toEqual(all)
  expect(readSkippedFilters({ procedure: '', from: '2026-02-30', until: 'today', x: 1 })).toEqual({})
  expect(readSkippedFilters({ procedure: 7, from: 20261101 })).toEqual({})
})
