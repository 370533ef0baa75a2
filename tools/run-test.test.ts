import { describe, expect, it } from 'vitest'
import { skipsNotAllowed, verdict } from './run-test.ts'

const skipped = [{ name: 'a.test.ts > one > two', reason: 'no corpus' }]

describe('skipped tests', () => {
  it('are refused in CI unless the list names them, whole or by their beginning', () => {
    expect(skipsNotAllowed(skipped, [])).toEqual(skipped)
    expect(skipsNotAllowed(skipped, ['a.test.ts > one'])).toEqual(skipped)
    expect(skipsNotAllowed(skipped, ['a.test.ts > one > two'])).toEqual([])
    expect(skipsNotAllowed(skipped, ['a.test.ts > *'])).toEqual([])
  })
})

describe('the last line of npm test', () => {
  const good = { counts: { passed: 3, failed: 0, errors: 0, skipped: [] }, failedChecks: 0, refused: [] }
  const nothing = { passed: 0, failed: 0, errors: 0, skipped }

  it('counts what passed and what failed', () => {
    expect(verdict(good)).toEqual({ lines: ['3 passed, 0 failed'], failed: 0 })
  })

  it('stands below each skipped test with its reason', () => {
    expect(verdict({ ...good, counts: { ...good.counts, skipped } }).lines).toEqual([
      'skipped: a.test.ts > one > two (no corpus)',
      '3 passed, 0 failed',
    ])
  })

  it.each([
    ['a failed test', { counts: { ...good.counts, failed: 1 } }, '3 passed, 1 failed'],
    ['an error outside a test', { counts: { ...good.counts, errors: 1 } }, '3 passed, 1 failed'],
    ['a check', { failedChecks: 2 }, '3 passed, 2 failed'],
    ['a skip that may not be', { refused: skipped }, '3 passed, 1 failed'],
    ['a missing browser', { setUpProblem: 'no browser' }, '3 passed, 1 failed'],
    ['a run without a test', { counts: nothing }, '0 passed, 1 failed'],
  ])('never says success after %s', (_what, change, line) => {
    const { lines, failed } = verdict({ ...good, ...change })
    expect(lines.at(-1)).toBe(line)
    expect(failed).toBeGreaterThan(0)
  })
})
