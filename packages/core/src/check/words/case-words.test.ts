import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { casesOf } from '../tables/cases.ts'
import { andWords, boxesWords, boxWords, limitWords, orWords, shortened, witnessWords } from './case-words.ts'

const TYPES = `facts:
  channel: { one of: [email, chat, phone, form] }
  vip: yes or no
  price: money EUR
  score: number
`

/** The columns of a table with these rows. */
function columnsOf(...rows: readonly string[]) {
  const table = rows.map((row) => `{ ${row}, target: 1 day }`).join(', ')
  const { document } = charterOf(
    `${TYPES}promises:\n  - { id: P1, audience: staff, clock: resolution, measured: [each], table: [ ${table} ] }\n`,
  )
  return casesOf({ facts: document.facts, hit: 'first', when: new Map(), rows: document.promises[0]?.rows ?? [] })
    .columns
}
function columnOf(row: string) {
  const [column] = columnsOf(row)
  if (column === undefined) throw new Error('no column')
  return column
}

describe('what a box limits', () => {
  // email, chat, phone, form, unknown
  it.each<[atoms: number[], words: string[]]>([
    [[0], ['channel email']],
    [[0, 2], ['channel email or phone']],
    [[0, 1, 3], ['channel email, chat or form']],
    [[4], ['channel unknown']],
    [[0, 4], ['channel email or unknown']],
    [[0, 1, 4], ['channel email, chat or unknown']],
    [[1, 2, 3, 4], ['channel other than email']],
    [[0, 1, 2, 3], ['channel known']],
    [[0, 1, 2, 3, 4], []],
  ])('is told of the values %j', (atoms, words) => {
    expect(limitWords(columnOf('channel: email'), atoms)).toEqual(words)
  })

  it('is told of yes, no and unknown', () => {
    const column = columnOf('vip: yes')
    expect([[0], [1], [2], [0, 1], [1, 2]].map((atoms) => limitWords(column, atoms))).toEqual([
      ['vip no'],
      ['vip yes'],
      ['vip unknown'],
      ['vip known'],
      ['vip yes or unknown'],
    ])
    expect(limitWords(column, 'any')).toEqual([])
  })

  it('is told of neighbouring ranges as of one', () => {
    const column = columnsOf('price: "< 10 EUR"', 'price: "< 20 EUR"', 'price: "< 30 EUR"')[0]
    if (column === undefined) throw new Error('no column')
    expect([[0], [0, 1], [1, 2], [0, 2], [2, 4], [3]].map((atoms) => limitWords(column, atoms))).toEqual([
      ['price under 10 EUR'],
      ['price under 20 EUR'],
      ['price 10 EUR to under 30 EUR'],
      ['price under 10 EUR or 20 EUR to under 30 EUR'],
      ['price 20 EUR to under 30 EUR or unknown'],
      ['price 30 EUR or more'],
    ])
  })

  it('is told of each column, and of several boxes one after another', () => {
    const columns = columnsOf('channel: email, vip: yes')
    expect(boxWords(columns, [[0], [1]])).toBe('channel email, vip yes')
    expect(boxWords(columns, ['any', [1]])).toBe('vip yes')
    expect(boxWords(columns, ['any', 'any'])).toBe('')
    expect(boxWords(columns, [])).toBe('')
    const boxes = [
      [[0], 'any'],
      [[1], 'any'],
      [[2], 'any'],
      [[3], 'any'],
    ] as const
    expect(boxesWords(columns, boxes, 4)).toBe('channel email; or channel chat; or channel phone; or channel form')
    expect(boxesWords(columns, boxes, 3)).toBe(
      'channel email; or channel chat; or channel phone; or 1 more kind of case',
    )
    expect(boxesWords(columns, boxes, 2)).toBe('channel email; or channel chat; or 2 more kinds of case')
    expect(boxesWords(columns, boxes, 2, false)).toBe('channel email; or channel chat; or further cases')
    expect(boxesWords(columns, [], 2)).toBe('')
  })
})

describe('a witness in words', () => {
  it('is each fact that matters, with its value', () => {
    const columns = columnsOf('channel: email, vip: yes, price: "< 10 EUR", score: "< 3"')
    const words = (facts: Parameters<typeof witnessWords>[0]['facts'], limits = (_: number) => true) =>
      witnessWords({ facts }, columns, limits)
    expect(words({ channel: 'email', vip: true, price: { minor: 999, currency: 'EUR' }, score: 2.5 })).toBe(
      'channel email, vip yes, price 9.99 EUR, score 2.5',
    )
    expect(words({ channel: null, vip: false, price: null })).toBe(
      'channel unknown, vip no, price unknown, score unknown',
    )
    expect(words({ channel: 'chat', vip: true }, (column) => column === 1)).toBe('vip yes')
    expect(words({ channel: 'chat' }, () => false)).toBe('')
  })
})

describe('a list in words', () => {
  it('has its last word joined by another', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(orWords)).toEqual(['', 'a', 'a or b', 'a, b or c'])
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(andWords)).toEqual(['', 'a', 'a and b', 'a, b and c'])
  })

  it('is cut short where it has more than eight', () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => String(at))
    const rest = (left: number) => `${left} more`
    expect(shortened(words(8), rest)).toEqual(words(8))
    expect(shortened(words(9), rest)).toEqual([...words(7), '2 more'])
    expect(shortened(words(12), rest)).toEqual([...words(7), '5 more'])
  })
})
