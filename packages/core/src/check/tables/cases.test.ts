import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { boxWords } from '../words/case-words.ts'
import { casesOf, casesOfAll, casesOfBoth, hasNoCases, isUnknown, sectionsOf, type TableSource } from './cases.ts'

function sourceOf(facts: string, rows: readonly string[], { when = '', hit = 'first' } = {}): TableSource {
  const scope = when === '' ? '' : `when: { ${when} }, `
  const table = rows.map((row) => `{ ${row}${row === '' ? '' : ', '}target: 14 days }`).join(', ')
  const { document } = charterOf(
    `facts:\n${facts}promises:\n  - { id: P1, audience: staff, clock: first-response, measured: [each], hit: ${hit}, ${scope}table: [ ${table} ] }\n`,
  )
  const [promise] = document.promises
  if (promise === undefined) throw new Error('no promise')
  return { facts: document.facts, hit: promise.hit, when: promise.when, rows: promise.rows }
}

/** Every atom of a column in words, and the rows that accept it. */
function told({ columns, diagramColumns, words }: ReturnType<typeof casesOf>): string[] {
  return columns.flatMap((column, index) =>
    column.atoms.map((_, atom) => {
      const bits = diagramColumns[index]?.bits ?? new Int32Array()
      const rows = Array.from({ length: 32 * words }, (_, row) => row).filter(
        (row) => (((bits[atom * words + (row >> 5)] ?? 0) >> (row & 31)) & 1) === 1,
      )
      const all =
        column.atoms.length === 1
          ? `${column.fact} ${column.atoms.every(isUnknown) ? 'unknown' : 'any'}`
          : boxWords(
              columns,
              columns.map((_, other) => (other === index ? [atom] : 'any')),
            )
      return `${all}: ${rows.join(' ')}`
    }),
  )
}

const TIER = '  tier: { in order: [free, gold] }\n'

describe('the cases of a table', () => {
  it('C1: are each value and unknown, with the rows that accept them', () => {
    expect(told(casesOf(sourceOf(TIER, ['tier: gold', 'tier: unknown', ''])))).toEqual([
      'tier free: 2',
      'tier gold: 0 2',
      'tier unknown: 1 2',
    ])
  })

  it('C2: are the segments between the cuts that occur', () => {
    expect(told(casesOf(sourceOf('  price: money EUR\n', ['price: "< 10 EUR"', 'price: "10 EUR .. 50 EUR"'])))).toEqual(
      ['price under 10 EUR: 0', 'price 10 EUR to under 50 EUR: 1', 'price 50 EUR or more: ', 'price unknown: '],
    )
  })

  it('C7: are those inside the scope alone', () => {
    const cases = casesOf(sourceOf(`${TIER}  vip: yes or no\n`, ['vip: yes', ''], { when: 'tier: gold' }))
    expect(told(cases)).toEqual(['tier any: 0 1', 'vip no: 1', 'vip yes: 0 1', 'vip unknown: 1'])
    expect(hasNoCases(cases)).toBe(false)
  })

  it('E11: of a count are whole numbers from 0 on', () => {
    expect(told(casesOf(sourceOf('  vip: yes or no\n', ['contacts: "< 0"', 'contacts: ">= 3"'])))).toEqual([
      'contacts 0 to 2: ',
      'contacts 3 or more: 1',
    ])
    expect(hasNoCases(casesOf(sourceOf('  vip: yes or no\n', [''], { when: 'contacts: unknown' })))).toBe(true)
  })

  it('C5: of money and of durations are never below zero, those of a number may be', () => {
    const facts = '  price: money EUR\n  waited: duration\n  score: number\n'
    expect(told(casesOf(sourceOf(facts, ['price: "< 0 EUR"', 'waited: "< 0 h"', 'score: "< 0"'])))).toEqual([
      'price known: 1 2',
      'price unknown: 1 2',
      'waited known: 0 2',
      'waited unknown: 0 2',
      'score under 0: 0 1 2',
      'score 0 or more: 0 1',
      'score unknown: 0 1',
    ])
  })

  it('leave out facts that no row speaks of', () => {
    expect(casesOf(sourceOf(TIER, ['', 'tier: "-"'])).columns).toEqual([])
  })

  it('note the rows behind the 32nd in words of their own', () => {
    const rows = Array.from({ length: 70 }, (_, row) => (row % 33 === 0 ? 'tier: gold' : 'tier: free'))
    const free = rows.flatMap((row, index) => (row === 'tier: free' ? [index] : []))
    expect(told(casesOf(sourceOf(TIER, rows)))).toEqual([
      `tier free: ${free.join(' ')}`,
      'tier gold: 0 33 66',
      'tier unknown: ',
    ])
  })
})

describe('the cases of several tables of one charter', () => {
  const facts = `${TIER}  vip: yes or no\n  price: money EUR\n`

  it('are told apart by the cuts of all; each table’s rows begin with a word, inside its scope alone', () => {
    const many = Array.from({ length: 33 }, (_, row) => (row === 32 ? 'price: "< 20 EUR"' : 'tier: gold'))
    const tables = [sourceOf(facts, many), sourceOf(facts, ['price: "< 10 EUR"', ''], { when: 'tier: free' })]
    const golden = Array.from({ length: 32 }, (_, row) => row).join(' ')
    expect(told(casesOfAll(tables))).toEqual([
      'tier free: 32 64 65',
      `tier gold: ${golden} 32`,
      'tier unknown: 32',
      `price under 10 EUR: ${golden} 32 64 65`,
      `price 10 EUR to under 20 EUR: ${golden} 32 65`,
      `price 20 EUR or more: ${golden} 65`,
      `price unknown: ${golden} 65`,
    ])
    expect(casesOfAll(tables).words).toBe(3)
  })

  it('are no columns where there is no table', () => {
    expect(casesOfAll([])).toEqual({ columns: [], diagramColumns: [], words: 0 })
  })
})

describe('the cases of two tables', () => {
  const both = (old: TableSource, fresh: TableSource) => told(casesOfBoth(old, fresh))

  it('are told apart by the cuts of both; the new rows stand from the next word on', () => {
    const price = '  price: money EUR\n'
    expect(both(sourceOf(price, ['price: "< 10 EUR"']), sourceOf(price, ['price: "< 20 EUR"', '']))).toEqual([
      'price under 10 EUR: 0 32 33',
      'price 10 EUR to under 20 EUR: 32 33',
      'price 20 EUR or more: 33',
      'price unknown: 33',
    ])
  })

  it('F1: hold a value that one charter lacks, to which it is unknown', () => {
    expect(
      both(
        sourceOf(TIER, ['tier: free', 'tier: unknown']),
        sourceOf('  tier: { in order: [gold, silver] }\n', ['tier: silver', 'tier: unknown']),
      ),
    ).toEqual(['tier gold: ', 'tier silver: 1 32', 'tier free: 0 33', 'tier unknown: 1 33'])
  })

  it('F1: hold the values of both types where a fact changed its type', () => {
    expect(
      both(
        sourceOf(TIER, ['tier: gold', 'tier: unknown']),
        sourceOf('  tier: whole number\n', ['tier: ">= 2"', 'tier: unknown']),
      ),
    ).toEqual(['tier 1 or less: 1', 'tier 2 or more: 1 32', 'tier free: 33', 'tier gold: 0 33', 'tier unknown: 1 33'])
    expect(
      both(
        sourceOf('  price: money EUR\n', ['price: "< 10 EUR"']),
        sourceOf('  price: money PLN\n', ['price: "< 40 PLN"']),
      ),
    ).toEqual(expect.arrayContaining(['price under 10 EUR: 0', 'price 40 PLN or more: ', 'price unknown: ']))
    expect(
      both(sourceOf('  tier: number\n', ['tier: ">= 2"', 'tier: unknown']), sourceOf(TIER, ['tier: [gold, unknown]'])),
    ).toEqual(['tier free: 1', 'tier gold: 1 32', 'tier under 2: 32', 'tier 2 or more: 0 32', 'tier unknown: 1 32'])
  })

  it('F1: cut ages by ages and numbers by numbers where one became the other', () => {
    expect(
      both(
        sourceOf('  bought: number\n', ['bought: [1, ">= 30"]', 'bought: unknown', 'bought: ["<= 0", unknown]']),
        sourceOf('  bought: { age: true }\n', ['bought: "< 30 days"', 'bought: [">= 2 years", unknown]']),
      ),
    ).toEqual([
      'bought under 30 days ago: 1 2 32',
      'bought 30 days to under 2 years ago: 1 2',
      'bought 2 years ago or more: 1 2 33',
      'bought at most 0: 2 33',
      'bought more than 0 to under 1: 33',
      'bought 1: 0 33',
      'bought more than 1 to under 30: 33',
      'bought 30 or more: 0 33',
      'bought unknown: 1 2 33',
    ])
  })

  it('C7: fold each scope into its own rows', () => {
    expect(both(sourceOf(TIER, [''], { when: 'tier: gold' }), sourceOf(TIER, ['']))).toEqual([
      'tier free: 32',
      'tier gold: 0 32',
      'tier unknown: 32',
    ])
  })

  it('of a fact that only one charter has do not limit the other', () => {
    expect(both(sourceOf(TIER, ['']), sourceOf('  vip: yes or no\n', ['vip: yes']))).toEqual([
      'vip no: 0',
      'vip yes: 0 32',
      'vip unknown: 0',
    ])
  })

  it('C6: are looked at for two rows where the policy is unique', () => {
    const [one, other] = [sourceOf(TIER, [''], { hit: 'unique' }), sourceOf(TIER, ['tier: gold', ''])]
    expect(sectionsOf([one, other], 1)).toEqual([
      { word: 0, rows: 1, keep: 2 },
      { word: 1, rows: 2, keep: 1 },
    ])
  })
})
