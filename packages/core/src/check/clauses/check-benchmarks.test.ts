import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/small-charter.ts'
import { checkQuickly } from '../check.ts'
import { checkBenchmarks } from './check-benchmarks.ts'

const BODY = `promises:
  - { id: P1, clock: resolution, table: [{ target: 9 days }] }
objectives:
  - id: O1
    says: Sooner
    measure: median(P1)
    target: 20 h
    by: 2027-06-30
    benchmarks:
      - { of: Rival Ltd, claims: 30 h, source: their page, date: 2026-06-30 }
      - { of: Rival Ltd, claims: 40 h, source: their page, date: 2028-02-29 }
`
const { document, zone } = charterOf(BODY)
const told = (now: string) =>
  checkBenchmarks(document, { at: Date.parse(now), zone }).map(({ severity, says, line }) => [
    severity,
    says?.data,
    line,
  ])

const FIRST = ['warning', { clause: 'O1', of: 'Rival Ltd', date: '2026-06-30' }, 24]
const SECOND = ['warning', { clause: 'O1', of: 'Rival Ltd', date: '2028-02-29' }, 25]

describe('the figure of somebody else', () => {
  it('CH10: ages with the clock: it is old once twelve months are over in the charter’s zone', () => {
    expect(told('2026-07-01T12:00:00Z')).toEqual([])
    expect(told('2027-06-30T21:59:59.999Z')).toEqual([])
    // Midnight in Warsaw.
    expect(told('2027-06-30T22:00:00Z')).toEqual([FIRST])
    // Twelve months from the 29th of February end with the last day of that month.
    expect(told('2029-02-28T22:59:59.999Z')).toEqual([FIRST])
    expect(told('2029-02-28T23:00:00Z')).toEqual([FIRST, SECOND])
  })

  it('CH10: is told with whose it is, when it was read, and what to do', () => {
    const [finding] = checkBenchmarks(document, { at: Date.parse('2027-12-24T12:00:00Z'), zone })
    expect(finding).toMatchObject({
      code: 'benchmark-old',
      message:
        'O1 compares itself with a figure of Rival Ltd that was read on 2026-06-30, more than 12 months ago. Read it again, and write the figure of today with its source and date.',
    })
  })

  it('CH10: is not asked where nobody says what day it is', () => {
    expect(checkQuickly(document).filter(({ code }) => code === 'benchmark-old')).toEqual([])
  })
})
