import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, entangledPromise, FACTS } from '../../../test/check/charter-texts.ts'
import type { Hit } from '../differences/table-differences.ts'
import { jointCases } from './joint-cases.ts'
import { tableSubjects } from './table-subjects.ts'

/** Promises of one charter, each written as its rows and what else it says. */
function tablesOf(...tables: readonly (readonly [rows: readonly string[], more?: string])[]) {
  const promises = tables.map(([rows, more = ''], index) => {
    const table = rows.map((row) => `{ ${row}${row === '' ? '' : ', '}target: 14 days }`).join(', ')
    return `  - { id: P${index}, audience: staff, clock: resolution, measured: [each]${more}, table: [ ${table} ] }\n`
  })
  const { document, zone } = charterOf(`${FACTS}promises:\n${promises.join('')}`)
  return { sources: tableSubjects(document).map(({ source }) => source), moment: { at: AS_OF, zone } }
}

/** What each table comes to, as one word. */
const each = (hits: readonly Hit[]) => hits.join(' ')

describe('what several tables say of the same tickets', () => {
  it('C1: is told once for each answer, with a ticket that gets it', () => {
    const { sources, moment } = tablesOf([['tier: gold', '']], [['channel: email', 'channel: chat']])
    expect(jointCases(sources, each, (verdict) => verdict, moment)).toEqual([
      { verdict: '1 0', witness: { facts: { channel: 'email', tier: 'free' } } },
      { verdict: '0 0', witness: { facts: { channel: 'email', tier: 'gold' } } },
      { verdict: '1 1', witness: { facts: { channel: 'chat', tier: 'free' } } },
      { verdict: '0 1', witness: { facts: { channel: 'chat', tier: 'gold' } } },
      { verdict: '1 none', witness: { facts: { channel: 'phone', tier: 'free' } } },
      { verdict: '0 none', witness: { facts: { channel: 'phone', tier: 'gold' } } },
    ])
  })

  it('leaves out answers of no interest, and takes those of one key for one', () => {
    const { sources, moment } = tablesOf([['tier: gold', '']], [['channel: email', 'channel: chat']])
    const covered = (hits: readonly Hit[]) => (hits[1] === 'none' ? undefined : each(hits))
    expect(jointCases(sources, covered, (verdict) => verdict.slice(0, 1), moment)).toEqual([
      { verdict: '1 0', witness: { facts: { channel: 'email', tier: 'free' } } },
      { verdict: '0 0', witness: { facts: { channel: 'email', tier: 'gold' } } },
    ])
    expect(jointCases(sources, () => undefined, String, moment)).toEqual([])
  })

  it('C6 and C7: asks each table by its own policy and inside its own scope, however many rows stand before', () => {
    const many = Array.from({ length: 33 }, (_, row) => (row === 32 ? '' : 'channel: chat'))
    const { sources, moment } = tablesOf(
      [many],
      [['tier: gold', 'tier: not free'], ', hit: unique'],
      [[''], ', when: { tier: free }'],
    )
    const found = jointCases(sources, each, (verdict) => verdict, moment)
    expect(found.map(({ verdict }) => verdict)).toEqual([
      '32 none 0',
      '32 1 none',
      '32 several none',
      '32 none none',
      '0 none 0',
      '0 1 none',
      '0 several none',
      '0 none none',
    ])
  })

  it('is shown by a ticket that begins when it is asked to', () => {
    const { sources, moment } = tablesOf([['bought: "< 30 days"', 'bought: "< 4 years"']])
    const start = Date.parse('2026-03-31T08:00:00Z')
    expect(jointCases(sources, each, (verdict) => verdict, moment).slice(0, 2)).toEqual([
      { verdict: '0', witness: { facts: { bought: '2026-10-24' }, at: '2026-11-22T10:00:00.000Z' } },
      { verdict: '1', witness: { facts: { bought: '2026-10-23' }, at: '2026-11-22T10:00:00.000Z' } },
    ])
    const startOf = (verdict: string) => start + Number(verdict) * 3_600_000
    expect(jointCases(sources, (hits) => (hits[0] === 1 ? '1' : undefined), String, moment, startOf)).toEqual([
      { verdict: '1', witness: { facts: { bought: '2026-03-01' }, at: '2026-03-31T09:00:00.000Z' } },
    ])
  })

  it('is not told where the tables are too entangled to be walked', () => {
    const { document, zone } = entangledPromise()
    const sources = tableSubjects(document).map(({ source }) => source)
    expect(jointCases(sources, each, String, { at: AS_OF, zone })).toEqual([])
  })

  it('C3: is not told where no ticket of the next years gets it, or of its start alone where that is given', () => {
    // Four years have 1461 days, whenever they begin, until 2100.
    const { sources, moment } = tablesOf([['bought: "4 years .. 1461 days"', 'tier: gold']])
    const rows = (hits: readonly Hit[]) => (hits[0] === 'none' ? undefined : each(hits))
    expect(jointCases(sources, rows, String, moment)).toEqual([
      { verdict: '1', witness: { facts: { tier: 'gold', bought: '2022-11-23' }, at: '2026-11-22T10:00:00.000Z' } },
    ])
    expect(jointCases(sources, rows, String, moment, () => AS_OF + 1000)).toContainEqual({
      verdict: '0',
      witness: { facts: {}, at: '2026-11-22T10:00:01.000Z' },
    })
    // The first kind of ticket that gets either has no date, the second one has.
    expect(jointCases(sources, rows, () => 'either', moment)).toEqual([
      { verdict: '0', witness: { facts: { tier: 'gold', bought: '2022-11-23' }, at: '2026-11-22T10:00:00.000Z' } },
    ])
  })
})
