import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, HEAD } from '../../test/charter-fixtures.ts'
import { type ClauseToImprove, EFFORTS, measuredClauses, rankImprovements } from './improvements.ts'

const clause = (id: string, [touched, told, wrong]: readonly [number, number, number], effort: string | null = null) =>
  ({ clause: id, touched, told, wrong, effort: EFFORTS.find((one) => one === effort) ?? null }) as const
const ranks = (contacts: number, ...clauses: ClauseToImprove[]) =>
  rankImprovements(contacts, clauses).map(({ of, rank }) => [of.clause, rank])

describe('what to improve first', () => {
  it('M17: is ranked by share × harm ÷ effort', () => {
    const [first] = rankImprovements(200, [clause('P1', [50, 40, 10], 'large')])
    expect(first).toMatchObject({ rank: 1, share: 0.25, harm: 0.25 })
    expect(first?.weight).toBeCloseTo(0.0625 / 3, 12)
    // Half of everything, a tenth of it wrong, against a tenth of everything, all of it wrong.
    expect(ranks(100, clause('P1', [50, 50, 5]), clause('P2', [10, 10, 10]))).toEqual([
      ['P2', 1],
      ['P1', 2],
    ])
    expect(ranks(100, clause('P1', [50, 50, 5], 'small'), clause('P2', [10, 10, 10], 'large'))).toEqual([
      ['P1', 1],
      ['P2', 2],
    ])
  })

  it('M17: an effort that nobody said counts as medium', () => {
    const weights = rankImprovements(10, [clause('P1', [4, 4, 2]), clause('P2', [4, 4, 2], 'medium')])
    expect(weights.map(({ weight }) => weight)).toEqual([0.1, 0.1])
    expect(weights.map(({ of }) => of.clause)).toEqual(['P1', 'P2'])
  })

  it('M17: of equal ones the one with more that went wrong stands first, then the order of the charter', () => {
    // 20 × 10 ÷ 10 and 40 × 5 ÷ 10.
    expect(ranks(100, clause('P1', [40, 10, 5]), clause('P2', [20, 10, 10]), clause('P3', [40, 10, 5]))).toEqual([
      ['P2', 1],
      ['P1', 2],
      ['P3', 3],
    ])
    // A third is no binary fraction: 1 × 1 ÷ 3 and 7 × 3 ÷ 63 weigh the same.
    expect(ranks(100, clause('P1', [1, 3, 1]), clause('P2', [7, 63, 3]))).toEqual([
      ['P2', 1],
      ['P1', 2],
    ])
  })

  it('M17: what was never measured, and what never went wrong, has no rank, and neither is taken for the other', () => {
    const told = rankImprovements(10, [clause('P1', [3, 0, 0]), clause('P2', [3, 3, 0]), clause('P3', [1, 1, 1])])
    expect(told.map(({ of, rank, harm, weight }) => [of.clause, rank, harm, weight])).toEqual([
      ['P3', 1, 1, 0.05],
      ['P2', null, 0, 0],
      ['P1', null, null, null],
    ])
    expect(rankImprovements(0, [clause('P1', [0, 0, 0])])).toEqual([
      { of: clause('P1', [0, 0, 0]), rank: null, share: null, harm: null, weight: null },
    ])
  })

  const anyClauses = fc
    .array(
      fc.record({
        touched: fc.integer({ min: 0, max: 1_000_000 }),
        told: fc.double({ min: 0, max: 1, noNaN: true }),
        wrong: fc.double({ min: 0, max: 1, noNaN: true }),
        effort: fc.constantFrom(null, ...EFFORTS),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map(({ touched, told, wrong, effort }, index): ClauseToImprove => {
        const telling = Math.round(touched * told)
        return { clause: `P${index}`, touched, told: telling, wrong: Math.round(telling * wrong), effort }
      }),
    )

  it('M17: every clause is told once, ranks count up from 1, and no clause weighs more than one before it (at random)', () => {
    fc.assert(
      fc.property(anyClauses, (clauses) => {
        const told = rankImprovements(1_000_000, clauses)
        expect(told.map(({ of }) => of.clause).toSorted()).toEqual(clauses.map(({ clause: id }) => id).toSorted())
        const ranked = told.filter(({ rank }) => rank !== null)
        expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, index) => index + 1))
        expect(told.slice(0, ranked.length)).toEqual(ranked)
        expect(ranked.length).toBe(clauses.filter(({ wrong }) => wrong > 0).length)
        ranked.forEach(({ weight }, index) => {
          const before = ranked[index - 1]?.weight ?? Number.POSITIVE_INFINITY
          // A weight is a rounded quotient; the order is of whole numbers.
          expect(weight ?? Number.NaN).toBeLessThanOrEqual((before ?? Number.NaN) * (1 + 1e-12))
        })
      }),
    )
  })

  it('M17: a clause by which more goes wrong never falls behind one that it stood before (at random)', () => {
    fc.assert(
      fc.property(anyClauses, fc.nat(), (clauses, pick) => {
        const worse = clauses[pick % Math.max(1, clauses.length)]
        if (worse === undefined || worse.wrong === worse.told) return
        const rankOf = (among: readonly ClauseToImprove[]) =>
          rankImprovements(1_000_000, among).find(({ of }) => of.clause === worse.clause)?.rank ?? among.length + 1
        const after = clauses.map((one) => (one === worse ? { ...one, wrong: one.wrong + 1 } : one))
        expect(rankOf(after)).toBeLessThanOrEqual(rankOf(clauses))
      }),
    )
  })
})

describe('the clauses that are ranked', () => {
  it('M16: are promises, which speak for themselves, remedies, and procedures with what they are measured by', () => {
    const document = documentOf(`${HEAD}promises:
  - { id: P1, owner: team-lead, audience: staff, clock: first-response, table: [ { target: 1 h of office } ] }
  - { id: P2, audience: staff, clock: resolution, table: [ { target: 2 h of office } ] }
remedies: [ { id: R1, table: [ { allow: [apology] } ] } ]
procedures:
  - { id: W1, standards: [P2], steps: [ { do: Look. } ] }
  - { id: W2, steps: [ { do: Look. } ] }
`)
    expect(measuredClauses(document)).toEqual([
      { id: 'P1', kind: 'promise', promises: ['P1'], owner: 'team-lead' },
      { id: 'P2', kind: 'promise', promises: ['P2'], owner: undefined },
      { id: 'R1', kind: 'remedy', promises: null, owner: undefined },
      { id: 'W1', kind: 'procedure', promises: ['P2'], owner: undefined },
      { id: 'W2', kind: 'procedure', promises: null, owner: undefined },
    ])
  })
})
