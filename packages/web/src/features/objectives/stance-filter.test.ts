import type { Comparison, Objective } from '@avow/contract'
import { describe, expect, it } from 'vitest'
import { ofStance, readStanceFilter } from './stance-filter.ts'

const comparison = (of: string, stance: Comparison['stance']): Comparison => ({
  of,
  stance,
  claims: { kind: 'percent', percent: 90 },
  channel: null,
  source: 'their page',
  date: '2026-11-23',
  is_old: false,
  ours: null,
  gap: null,
  observed: null,
})
const objective = (id: string, comparisons: Comparison[], stance: Objective['stance'] = null): Objective => ({
  id,
  says: {},
  owner: null,
  value: null,
  baseline: null,
  target: { kind: 'percent', percent: 95 },
  stretch: null,
  by: '2027-06-30',
  stance,
  current: { measure: 'satisfaction', figure: null, cases: 0 },
  is_reached: null,
  is_stretch_reached: null,
  comparisons,
})
const ALL = [
  objective('O1', [comparison('A', 'parity'), comparison('B', 'differentiator')]),
  objective('O2', [comparison('C', 'parity'), comparison('D', null)]),
  objective('O3', [comparison('E', 'differentiator')], 'deliberate-gap'),
]
const told = (search: Readonly<Record<string, unknown>>) =>
  ofStance(ALL, readStanceFilter(search)).map(({ id, comparisons }) => [id, comparisons.map(({ of }) => of).join('')])

describe('objectives by how we mean to stand to others', () => {
  it('are all of them where none or an unknown one is named', () => {
    expect(told({})).toEqual([
      ['O1', 'AB'],
      ['O2', 'CD'],
      ['O3', 'E'],
    ])
    expect(told({ stance: 'behind' })).toEqual(told({}))
    expect(told({ stance: ['parity'] })).toEqual(told({}))
  })

  it('are those marked so, whole, and those with such a comparison, with only such', () => {
    expect(told({ stance: 'parity' })).toEqual([
      ['O1', 'A'],
      ['O2', 'C'],
    ])
    expect(told({ stance: 'differentiator' })).toEqual([
      ['O1', 'B'],
      ['O3', 'E'],
    ])
    expect(told({ stance: 'deliberate-gap' }), 'marked itself').toEqual([['O3', 'E']])
  })
})
