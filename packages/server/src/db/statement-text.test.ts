import { describe, expect, it } from 'vitest'
import { instant, readsTogether, type Said, sentOf, Words, writesTogether } from './statement-text.ts'

const said = (strings: TemplateStringsArray, ...values: readonly unknown[]): Said => ({ strings, values })
const numbered = (table: Words, from: number) => said`select n from ${table} where n > ${from}`
const noted = (n: number, why: string) => said`insert into note values (${n}, ${why})`

describe('a statement', () => {
  it('has numbered places for its values, and words of ours where they stand', () => {
    const counted = new Words('(select 1 as n) counted')
    const { text, parameters } = sentOf(numbered(counted, 3))
    expect([text, parameters]).toEqual(['select n from (select 1 as n) counted where n > $1', [3]])
  })

  it('has one text for all its values', () => {
    const counted = new Words('counted')
    const texts = [1, 2].map((from) => sentOf(numbered(counted, from)).text)
    expect(new Set(texts).size).toBe(1)
  })
})

describe('statements that leave together', () => {
  it('are one, whose places are numbered through', () => {
    const counted = new Words('counted')
    expect(writesTogether([noted(1, 'a'), noted(2, 'b')])).toEqual({
      text: 'with part_1 as (insert into note values ($1, $2)), part_2 as (insert into note values ($3, $4)) select',
      parameters: [1, 'a', 2, 'b'],
    })
    expect(readsTogether([numbered(counted, 7), numbered(counted, 8)])).toEqual({
      text:
        'with part_1 as (select n from counted where n > $1), part_2 as (select n from counted where n > $2) ' +
        "select (select coalesce(json_agg(r), '[]') from part_1 r) as part_1, " +
        "(select coalesce(json_agg(r), '[]') from part_2 r) as part_2",
      parameters: [7, 8],
    })
  })

  it('of the same beginning are told apart', () => {
    const one = noted(1, 'a')
    const texts = [[one], [one, one], [one, one, one]].map((writes) => writesTogether(writes).text)
    expect(new Set(texts).size).toBe(3)
    expect(texts[0]).toBe('insert into note values ($1, $2)')
  })
})

it('an instant is read as JSON has it', () => {
  expect(instant('at').text).toBe('floor(extract(epoch from at) * 1000)::bigint')
})
