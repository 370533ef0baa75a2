import { describe, expect, it } from 'vitest'
import { type BenchResult, markdownTable, withTable } from './run-bench.ts'

const result = (value: number): BenchResult => ({
  bench: 'calendar',
  at: '2026-01-05T10:00:00.000Z',
  machine: '2 × a processor',
  rows: [{ what: 'due | elapsed', value, unit: 'per s', reach: '≥ 5 M' }],
})

describe('the table of measured figures', () => {
  it.each([
    [12_345_678.4, '12,345,678'],
    [1234.5, '1,235'],
    [100, '100'],
    [45.678, '45.7'],
    [0.12345, '0.123'],
    [0, '0'],
  ])('writes %d as %s', (value, text) => {
    expect(markdownTable([result(value)])).toContain(`| calendar | due \\| elapsed | ${text} per s | ≥ 5 M |  |`)
  })

  it('stands between its marks, whatever was there before, and leaves the rest of the page alone', () => {
    const once = withTable('# Figures\n\nWords.\n', 'old')
    const page = `${once}\nMore words.\n`
    expect(withTable(page, 'new')).toBe(page.replace('old', 'new'))
    expect(once.startsWith('# Figures\n\nWords.\n')).toBe(true)
  })
})
