import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCharter } from '../charter/index.ts'
import { type Amount, benchmarkGap, isReached, percentOf, timeOfMs } from './benchmark-gap.ts'

const percent = fc.integer({ min: 0, max: 100_000_000 }).map((of): Amount => ({ kind: 'percent', percent: of / 1e6 }))
const time = fc.integer({ min: 0, max: 10 ** 12 }).map((ms): Amount => ({ kind: 'time', ms }))
const pair = fc.oneof(fc.tuple(percent, percent), fc.tuple(time, time))
const OTHER = { ours: 'theirs', theirs: 'ours', neither: 'neither' } as const
const amountOf = (one: Amount): number => (one.kind === 'percent' ? one.percent : one.ms)

/** The figures of benchmarks, as a charter writes them. */
function claimsOf(...written: string[]): Amount[] {
  const benchmarks = written.map((claims) => `{ of: Rival, claims: ${claims}, source: x, date: 2026-01-05 }`)
  const { document } = readCharter(`avow: 1
charter: test
languages: [en]
zone: Europe/Warsaw
promises: [ { id: P1, clock: resolution, table: [ { target: 2 days } ] } ]
objectives:
  - { id: O1, says: Sooner, measure: median(P1), target: 1 h, by: 2027-06-30, benchmarks: [ ${benchmarks.join(', ')} ] }
`)
  return document?.objectives[0]?.benchmarks.map(({ claims }) => claims) ?? []
}

describe('the gap between our figure and another', () => {
  it('M12: is ours less theirs, in ms whatever the units were written in; of times the shorter is better', () => {
    const [hours = FAIL, minutes = FAIL, both = FAIL] = claimsOf('2 h', '90 min', '1 h 30 min')
    expect(benchmarkGap(minutes, hours)).toEqual({ kind: 'time', by: -1_800_000, better: 'ours' })
    expect(benchmarkGap(hours, minutes)).toEqual({ kind: 'time', by: 1_800_000, better: 'theirs' })
    expect(benchmarkGap(both, minutes)).toEqual({ kind: 'time', by: 0, better: 'neither' })
  })

  it('M12: is in percentage points of shares, of which the larger is better', () => {
    const [ninety = FAIL, more = FAIL, least = FAIL] = claimsOf('90%', '92.5%', '92.500001%')
    expect(benchmarkGap(more, ninety)).toEqual({ kind: 'percent', by: 2.5, better: 'ours' })
    expect(benchmarkGap(more, least)).toEqual({ kind: 'percent', by: -0.000001, better: 'theirs' })
    expect(percentOf(7, 100)).toEqual({ kind: 'percent', percent: 7 })
    expect(percentOf(1, 3)).toEqual({ kind: 'percent', percent: 33.333333 })
    expect([percentOf(0, 0), timeOfMs(null), timeOfMs(1.5)]).toEqual([undefined, undefined, { kind: 'time', ms: 2 }])
  })

  it('M12: there is none between a share and a time', () => {
    fc.assert(
      fc.property(percent, time, (share, length) => {
        expect([benchmarkGap(share, length), benchmarkGap(length, share), isReached(share, length)]).toEqual([
          undefined,
          undefined,
          undefined,
        ])
      }),
    )
  })

  it('M12: turned round it is as large and the other one is better; added to theirs it is ours', () => {
    fc.assert(
      fc.property(pair, ([ours, theirs]) => {
        const gap = benchmarkGap(ours, theirs)
        const back = benchmarkGap(theirs, ours)
        if (gap === undefined || back === undefined) throw new Error('no gap')
        expect(gap.by + back.by).toBe(0)
        expect(back.better).toBe(OTHER[gap.better])
        expect(Object.is(gap.by, -0)).toBe(false)
        expect(amountOf(theirs) + gap.by).toBeCloseTo(amountOf(ours), 6)
        expect(gap.better === 'neither').toBe(amountOf(ours) === amountOf(theirs))
        expect(gap.better === 'ours').toBe(
          ours.kind === 'time' ? amountOf(ours) < amountOf(theirs) : amountOf(ours) > amountOf(theirs),
        )
      }),
    )
  })

  it('M12: what is aimed at is reached by what is as good', () => {
    fc.assert(
      fc.property(pair, ([ours, target]) => {
        expect(isReached(ours, target)).toBe(benchmarkGap(ours, target)?.better !== 'theirs')
        expect(isReached(target, target)).toBe(true)
      }),
    )
  })
})

/** What no figure is: reading the charter failed. */
const FAIL: Amount = { kind: 'time', ms: Number.NaN }
