import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import type { AuthorityClause, AuthorityRow } from '../../charter/index.ts'
import type { Hit } from '../differences/table-differences.ts'
import { limitOf, mostOf } from './authority-limits.ts'

/** Clauses of authority with these rows, each row as it is written. */
function clausesOf(...clauses: readonly (readonly string[])[]): readonly AuthorityClause[] {
  const list = clauses.map((rows, index) => {
    const table = rows.map((row) => `{ ${row} }`).join(', ')
    return `  - { id: A${index + 1}, position: agent, table: [ ${table} ] }\n`
  })
  const facts = 'facts: { tier: { in order: [free, gold] } }\n'
  return charterOf(`${facts}positions: [agent]\nauthority:\n${list.join('')}`).document.authority
}

/** The most of a refund by these rows of the clauses: the amount, its currency, and by which row. */
function most(hits: readonly Hit[], ...clauses: readonly (readonly string[])[]) {
  const found = mostOf('refund', clausesOf(...clauses), hits)
  if (typeof found === 'string') return found
  const { minor, currency, clause, row } = found
  return `${minor} ${currency ?? ''} ${clause.id}/${row}`
}

const of = (amount: string) => `may: [refund], per ticket: ${amount}`

describe('the most of a remedy that several clauses give', () => {
  it('R2: is the largest of their limits, of equal ones the first', () => {
    expect(most([0, 0, 0], [of('5 EUR')], [of('8 EUR')], [of('7 EUR')])).toBe('800 EUR A2/0')
    expect(most([0, 0], [of('8 EUR')], [of('8 EUR')])).toBe('800 EUR A1/0')
    expect(most([0, 0], [of('8 EUR')], [of('5 EUR')])).toBe('800 EUR A1/0')
  })

  it('is by the row that each comes to', () => {
    const rows = [`tier: gold, ${of('9 EUR')}`, of('2 EUR')]
    expect(most([0], rows)).toBe('900 EUR A1/0')
    expect(most([1], rows)).toBe('200 EUR A1/1')
    expect(most(['none'], rows)).toBe('none')
    expect(most([], rows)).toBe('none')
    expect(most(['none', 0], rows, [of('1 EUR')])).toBe('100 EUR A2/0')
  })

  it('is none where their rows name other remedies', () => {
    expect(most([0], ['may: [repair], per ticket: 5 EUR'])).toBe('none')
    expect(most([0, 0], ['may: [repair], per ticket: 9 EUR'], [of('5 EUR')])).toBe('500 EUR A2/0')
  })

  it('has no bound where one of them has none', () => {
    expect(most([0, 0], ['may: [refund]'], [of('5 EUR')])).toBe('Infinity  A1/0')
    expect(most([0, 0], [of('5 EUR')], ['may: [refund]'])).toBe('Infinity  A2/0')
  })

  it('is unsure in two currencies, and where two rows of one match', () => {
    expect(most([0, 0], [of('5 EUR')], [of('8 PLN')])).toBe('unsure')
    expect(most(['several', 0], [of('5 EUR')], [of('8 EUR')])).toBe('unsure')
    expect(most([0, 'several'], [of('5 EUR')], [of('8 EUR')])).toBe('unsure')
    expect(most([0, 0], [of('8 EUR')], ['may: [refund], per ticket: 5 EUR, per day: 5 PLN'])).toBe('unsure')
  })
})

describe('the most that a row gives on one ticket', () => {
  it.each([
    ['may: [refund]', { minor: Number.POSITIVE_INFINITY }],
    ['may: [refund], per ticket: 5 EUR', { minor: 500, currency: 'EUR' }],
    ['may: [refund], per day: 7 EUR', { minor: 700, currency: 'EUR' }],
    ['may: [refund], per ticket: 5 EUR, per day: 7 EUR', { minor: 500, currency: 'EUR' }],
    ['may: [refund], per ticket: 9 EUR, per day: 7 EUR', { minor: 700, currency: 'EUR' }],
    ['may: [refund], per ticket: 9 EUR, per day: 7 PLN', 'unsure'],
  ])('of “%s” is the less of its two limits', (row, limit) => {
    const rows: readonly AuthorityRow[] = clausesOf([row]).flatMap((clause) => clause.rows)
    expect(rows.map(limitOf)).toEqual([limit])
  })
})
