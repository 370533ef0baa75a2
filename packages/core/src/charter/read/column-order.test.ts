import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingsIn } from '../../../test/charter-fixtures.ts'
import { compareCuts } from '../condition/cut-order.ts'
import type { Condition, Cut } from '../parts.ts'
import { checkColumnOrder } from './column-order.ts'
import { Reading } from './reading.ts'

const HEAD =
  'avow: 1\ncharter: a\nlanguages: [en]\nzone: UTC\nfacts:\n  bought: { age: true }\n  used: { age: true }\n  weight: number\n'

/** What is said of a table with these rows, the first of which stands in line 12. */
function saidOf(...rows: readonly string[]): string[] {
  const table = rows.map((row) => `      - { ${row}, allow: refund }\n`).join('')
  return findingsIn(`${HEAD}remedies:\n  - id: R1\n    table:\n${table}`)
}

const WHY = 'has no fixed order, since months differ in length; write both in days, or both in months'

describe('the ages of a column', () => {
  it('C4: are refused beside the one that they have no order with, wherever it stands', () => {
    const others = ['< 20 days', '< 25 days', '< 28 days', '< 33 days', '< 40 days', '< 90 days']
    for (const at of [0, 3, 6])
      expect(
        saidOf(...others.toSpliced(at, 0, '< 30 days').map((cell) => `bought: "${cell}"`), 'bought: "< 1 month"'),
      ).toEqual([`19:19 cuts-out-of-order “< 1 month” beside “< 30 days” in line ${12 + at} ${WHY}`])
  })

  it('C4: are compared with those of their own fact alone', () => {
    expect(saidOf('bought: "< 30 days", used: "< 1 month"', 'bought: "< 31 days", used: "< 31 days"')).toEqual([])
    expect(saidOf('bought: "< 30 days", used: "< 1 month"', 'bought: "< 2 years", used: "< 30 days"')).toEqual([
      `13:38 cuts-out-of-order “< 30 days” beside “< 1 month” in line 12 ${WHY}`,
    ])
    expect(saidOf('weight: "< 30"', 'weight: "< 30.5"', 'weight: unknown')).toEqual([])
  })

  it('C4: are not compared with one that was refused', () => {
    // “1 month” is refused beside 30 days, and so no later cell for being near it.
    expect(saidOf('bought: "< 30 days"', 'bought: "< 1 month"', 'bought: "< 29 days"')).toEqual([
      `13:19 cuts-out-of-order “< 1 month” beside “< 30 days” in line 12 ${WHY}`,
    ])
  })

  it('C4: are refused in the cell that holds both', () => {
    expect(saidOf('bought: "30 days .. 1 month"')).toEqual([
      `12:19 cuts-out-of-order “30 days .. 1 month” in itself ${WHY}`,
    ])
    expect(saidOf('bought: ["< 10 days", "30 days .. 1 month"]')).toEqual([expect.stringContaining('in itself')])
  })

  it('C4: tell what was written and of which fact', () => {
    const ages = (...cuts: readonly Cut[]): Condition =>
      new Map([
        [
          'bought',
          {
            fact: 'bought',
            text: `cell ${cuts.length}`,
            accepts: cuts.map((from) => ({ kind: 'range', from })),
            place: { path: 'p', line: cuts.length, column: 2 },
          },
        ],
      ])
    const reading = new Reading()
    const [days, month]: [Cut, Cut] = [
      { kind: 'age', months: 0, days: 30 },
      { kind: 'age', months: 1, days: 0 },
    ]
    checkColumnOrder([ages(days), ages(days, month)], reading)
    expect(reading.report.findings()).toMatchObject([
      { line: 2, message: `“cell 2” beside “cell 1” in line 1 ${WHY}`, details: { typed: 'cell 2', of: 'bought' } },
    ])
  })

  it('C4: are refused exactly where one that was kept has no order with them', () => {
    const age = fc.record({
      kind: fc.constant('age' as const),
      months: fc.constantFrom(0, 0, 1, 2, 11, 12, 13),
      days: fc.constantFrom(0, 1, 27, 28, 29, 30, 31, 32, 58, 59, 60, 61, 62, 334, 335, 336, 337, 365, 366, 367),
    })
    fc.assert(
      fc.property(fc.array(age, { minLength: 2, maxLength: 12 }), (cuts) => {
        const reading = new Reading()
        checkColumnOrder(
          cuts.map((from, row) => {
            const place = { path: '', line: row + 1, column: 1 }
            return new Map([['bought', { fact: 'bought', text: '', accepts: [{ kind: 'range', from }], place }]])
          }),
          reading,
        )
        const kept: Cut[] = []
        const refused = cuts.flatMap((cut, row) => {
          if (kept.some((other) => compareCuts(other, cut) === undefined)) return [row + 1]
          kept.push(cut)
          return []
        })
        expect(reading.report.findings().map(({ line }) => line)).toEqual(refused)
      }),
      { numRuns: 200 },
    )
  })
})
