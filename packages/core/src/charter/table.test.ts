import { describe, expect, it } from 'vitest'
import { parseCell } from './condition/parse-cell.ts'
import { Wrong } from './condition/tokens.ts'
import type { Cell, Condition, FactDefinition, FactType, HitPolicy } from './parts.ts'
import { acceptedOf, compileTable, hitOf, hitRow, NO_ROW, rowsHit, SEVERAL_ROWS, type Table } from './table.ts'

const PLACE = { path: '', line: 1, column: 1 }
const channel: FactType = { kind: 'choice', values: ['email', 'chat', 'phone'], ordered: false }
const vip: FactType = { kind: 'yes-no' }
const users: FactType = { kind: 'number', whole: true }
const facts = new Map<string, FactDefinition>(
  Object.entries({ channel, vip, users }).map(([name, type]) => [name, { name, type, derived: false, place: PLACE }]),
)

function condition(written: Readonly<Record<string, string>>): Condition {
  return new Map(
    Object.entries(written).map(([name, text]): [string, Cell] => {
      const accepts = parseCell(text, facts.get(name)?.type ?? vip)
      if (accepts instanceof Wrong) throw new Error(accepts.message)
      return [name, { fact: name, text, accepts, place: PLACE }]
    }),
  )
}

function table(hit: HitPolicy, rows: readonly Record<string, string>[], when: Record<string, string> = {}): Table {
  return compileTable(
    facts,
    hit,
    condition(when),
    rows.map((row) => ({ cells: condition(row) })),
  )
}

const EMAIL = 0
const CHAT = 1
const PHONE = 2
const UNKNOWN_CHANNEL = 3
const NO = 0
const YES = 1
const UNKNOWN_VIP = 2

describe('the row that a ticket hits', () => {
  const rows = [{ channel: 'email', vip: 'yes' }, { channel: 'email, chat' }, { vip: 'no' }]

  it('C1, C6: is the first of which every cell matches, or none', () => {
    const first = table('first', rows)
    expect(hitRow(first, [EMAIL, YES])).toBe(0)
    expect(hitRow(first, [EMAIL, NO])).toBe(1)
    expect(hitRow(first, [CHAT, YES])).toBe(1)
    expect(hitRow(first, [PHONE, NO])).toBe(2)
    expect(hitRow(first, [PHONE, YES])).toBe(NO_ROW)
    expect(hitRow(first, [UNKNOWN_CHANNEL, UNKNOWN_VIP])).toBe(NO_ROW)
  })

  it('C6: is the only one, where the table says so, and never one of two', () => {
    const unique = table('unique', rows)
    expect(hitRow(unique, [EMAIL, YES])).toBe(SEVERAL_ROWS)
    expect(hitRow(unique, [EMAIL, NO])).toBe(SEVERAL_ROWS)
    expect(hitRow(unique, [CHAT, YES])).toBe(1)
    expect(hitRow(unique, [PHONE, NO])).toBe(2)
    expect(hitRow(unique, [PHONE, YES])).toBe(NO_ROW)
  })

  it('C10: is one of all that match, whatever the hit policy', () => {
    for (const hit of ['first', 'unique'] as const) {
      expect(rowsHit(table(hit, rows), [EMAIL, NO])).toEqual([1, 2])
      expect(rowsHit(table(hit, rows), [EMAIL, YES])).toEqual([0, 1])
      expect(rowsHit(table(hit, rows), [PHONE, YES])).toEqual([])
    }
    // More rows than one word holds, every third of them for e-mail.
    const many = Array.from({ length: 70 }, (_, row) => ({ channel: row % 3 === 0 ? 'email' : 'chat', vip: '-' }))
    const long = table('first', many)
    const wanted = many.flatMap(({ channel }, row) => (channel === 'email' ? [row] : []))
    expect(rowsHit(long, [EMAIL, YES])).toEqual(wanted)
    expect(rowsHit(long, [PHONE, YES])).toEqual([])
    const open = table(
      'first',
      many.map(() => ({})),
    )
    expect(rowsHit(open, [])).toEqual(many.map((_, row) => row))
  })

  it('C7: is none outside the scope of the clause', () => {
    const scoped = table('first', [{ vip: 'yes' }, {}], { channel: 'chat' })
    expect(scoped.columns.map(({ space }) => space.fact.name)).toEqual(['channel', 'vip'])
    expect(hitRow(scoped, [CHAT, YES])).toBe(0)
    expect(hitRow(scoped, [CHAT, NO])).toBe(1)
    expect(hitRow(scoped, [EMAIL, YES])).toBe(NO_ROW)
    expect(hitRow(scoped, [UNKNOWN_CHANNEL, YES])).toBe(NO_ROW)
  })

  it('C7: meets scope and row where both speak of one fact', () => {
    const both = table('first', [{ users: '>= 3' }], { users: '< 10' })
    const [column] = both.columns
    expect(column?.space.cuts).toEqual([
      { kind: 'number', value: 3 },
      { kind: 'number', value: 10 },
    ])
    expect([0, 1, 2, 3].map((atom) => hitRow(both, [atom]))).toEqual([NO_ROW, 0, NO_ROW, NO_ROW])
  })

  it('C1: is the first row where none says anything, and no column is looked at', () => {
    const free = table('first', [{ channel: '-' }, {}], { vip: '-' })
    expect(free.columns).toEqual([])
    expect(hitRow(free, [])).toBe(0)
    expect(hitRow(table('unique', [{}, {}]), [])).toBe(SEVERAL_ROWS)
    expect(hitRow(table('first', []), [])).toBe(NO_ROW)
  })

  it('is told by its index, which “none” and “several” never are', () => {
    expect([NO_ROW, SEVERAL_ROWS].filter((hit) => hit >= 0)).toEqual([])
    expect(NO_ROW).not.toBe(SEVERAL_ROWS)
  })
})

describe('a table of more than 32 rows', () => {
  /** Rows for 0, 1, 2 … users, so that row n is hit by n users and atom n + 1. */
  const many = (count: number) => Array.from({ length: count }, (_, row) => ({ users: String(row) }))

  it.each([1, 31, 32, 33, 64, 65, 100])('C6: of %i rows is hit at every one of them, under either policy', (count) => {
    for (const hit of ['first', 'unique'] as const) {
      const made = table(hit, many(count))
      expect(made).toMatchObject({ rows: count, words: Math.ceil(count / 32) })
      for (let row = 0; row < count; row++) expect(hitRow(made, [row + 1])).toBe(row)
      expect(hitRow(made, [0])).toBe(NO_ROW)
      expect(hitRow(made, [count + 1])).toBe(NO_ROW)
    }
  })

  it('C6: hits its first row of several, however far apart they are', () => {
    const rows = [...many(40), { users: '35' }, { users: '2' }]
    expect(hitRow(table('first', rows), [36])).toBe(35)
    expect(hitRow(table('first', rows), [3])).toBe(2)
    expect(hitRow(table('unique', rows), [36])).toBe(SEVERAL_ROWS)
    expect(hitRow(table('unique', rows), [3])).toBe(SEVERAL_ROWS)
    expect(hitRow(table('unique', rows), [4])).toBe(3)
  })

  it.each([31, 32, 33, 64, 65])('C1: of %i rows that all match has no row behind its last', (count) => {
    const rows = Array.from({ length: count }, () => ({}))
    expect(hitRow(table('first', rows), [])).toBe(0)
    expect(hitRow(table('unique', rows), [])).toBe(SEVERAL_ROWS)
  })

  it('says of each row and atom whether it is accepted', () => {
    const made = table('first', [...many(40), { channel: 'chat' }])
    const [byChannel, byUsers] = [0, 1]
    expect(made.columns.map(({ space }) => space.fact.name)).toEqual(['channel', 'users'])
    expect(acceptedOf(made, byUsers, 36, 35)).toBe(true)
    expect(acceptedOf(made, byUsers, 36, 3)).toBe(false)
    expect(acceptedOf(made, byUsers, 36, 40)).toBe(true)
    expect(acceptedOf(made, byChannel, CHAT, 40)).toBe(true)
    expect(acceptedOf(made, byChannel, PHONE, 40)).toBe(false)
    expect(acceptedOf(made, byChannel, PHONE, 0)).toBe(true)
    expect(acceptedOf(made, 2, 0, 0)).toBe(false)
  })
})

describe('the row of those left, for a table of one word', () => {
  const rows = (hit: HitPolicy, count: number) =>
    table(
      hit,
      Array.from({ length: count }, () => ({})),
    )

  it('C6: is the first under “first”', () => {
    expect(hitOf(rows('first', 5), 0b01100)).toBe(2)
    expect(hitOf(rows('first', 5), 0b00001)).toBe(0)
    expect(hitOf(rows('first', 32), 1 << 31)).toBe(31)
  })

  it('C6: is the only one under “unique”', () => {
    expect(hitOf(rows('unique', 5), 0b01100)).toBe(SEVERAL_ROWS)
    expect(hitOf(rows('unique', 5), 0b01000)).toBe(3)
    expect(hitOf(rows('unique', 32), (1 << 31) | 1)).toBe(SEVERAL_ROWS)
  })

  it('is none where no row of the table is left', () => {
    expect(hitOf(rows('first', 5), 0)).toBe(NO_ROW)
    expect(hitOf(rows('first', 5), 0b100000)).toBe(NO_ROW)
    expect(hitOf(rows('unique', 2), -1 << 2)).toBe(NO_ROW)
    expect(hitOf(rows('first', 31), 1 << 31)).toBe(NO_ROW)
  })
})
