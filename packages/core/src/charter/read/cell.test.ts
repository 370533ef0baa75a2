import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn, HEAD, withRow } from '../../../test/charter-fixtures.ts'
import { MAX_CELL_CHARACTERS } from '../limits.ts'
import { readCharter } from '../read-charter.ts'
import { CELL_SCHEMA } from './cell.ts'

const cellOf = (cells: string, fact: string) => documentOf(withRow(cells)).promises[0]?.rows[0]?.cells.get(fact)

/** What a finding tells screens beside its words. */
const detailsOf = (cells: string) => readCharter(withRow(cells)).findings.map(({ details }) => details)

describe('the condition in a cell', () => {
  it('C1: is any of the values of a list, and is shown in one line', () => {
    expect(cellOf('channel: [email, phone]', 'channel')).toMatchObject({
      fact: 'channel',
      text: 'email, phone',
      accepts: [{ kind: 'values', values: [0, 2] }],
    })
    expect(cellOf('price: ["< 10 EUR", unknown]', 'price')).toMatchObject({
      text: '< 10 EUR, unknown',
      accepts: [{ kind: 'range', to: { kind: 'number', value: 1000 } }, { kind: 'unknown' }],
    })
    expect(cellOf('tier: gold', 'tier')).toMatchObject({ text: 'gold', accepts: [{ kind: 'values', values: [2] }] })
  })

  it('C1: with several mistakes in a list tells each', () => {
    expect(findingsIn(withRow('channel: [emial, email, caht]'))).toEqual([
      '23:21 unknown-value there is no value of “channel” called “emial”; did you mean “email”?',
      '23:35 unknown-value there is no value of “channel” called “caht”; did you mean “chat”?',
    ])
  })

  it('has a length that it may not pass', () => {
    const long = (length: number) =>
      findingsIn(withRow(`channel: "${'x'.repeat(length)}"`)).map((one) => one.slice(0, 80))
    expect(long(MAX_CELL_CHARACTERS + 1)).toEqual([
      `23:20 too-long this condition has ${MAX_CELL_CHARACTERS + 1} characters; the most is ${MAX_CELL_CHARACTERS}`,
    ])
    expect(long(MAX_CELL_CHARACTERS)[0]).toMatch(/^23:21 unknown-value/)
    expect(findingsIn(withRow(`channel: [email, "${'x'.repeat(MAX_CELL_CHARACTERS + 1)}"]`))).toHaveLength(1)
  })

  it.each([
    ['weight: heavy', { typed: 'heavy', of: 'weight', like: '>= 3' }],
    ['price: much', { typed: 'much', of: 'price', like: '> 100 EUR' }],
    ['wait: long', { typed: 'long', of: 'wait', like: '> 2 h' }],
    ['bought: late', { typed: 'late', of: 'bought', like: '< 30 days' }],
  ])('%s is told with a condition as it should look', (cells, details) => {
    expect(detailsOf(cells)).toMatchObject([details])
  })

  it('of a word that is no value is told with all that are, unknown among them', () => {
    expect(findingsIn(withRow('channel: unknwon'))).toEqual([
      '23:20 unknown-value there is no value of “channel” called “unknwon”; did you mean “unknown”?',
    ])
  })

  it('C3: may be an age up to now where a decision is taken at one moment', () => {
    const body = (clause: string) => findingsIn(`${HEAD}${clause}\n`)
    expect(body('remedies: [ { id: R1, table: [ { owned: "< 30 days", allow: [refund] } ] } ]')).toEqual([])
    expect(
      body(
        'authority: [ { id: A1, position: agent, when: { owned: "< 30 days" }, may: [refund], per ticket: 5 EUR } ]',
      ),
    ).toEqual([])
  })
})

it('the schema of a cell lets be written what can be read', () => {
  expect(CELL_SCHEMA.anyOf).toEqual([
    { type: ['string', 'number', 'boolean', 'null'] },
    { type: 'array', minItems: 1, items: { type: ['string', 'number', 'boolean'] } },
  ])
  expect(CELL_SCHEMA.description).toMatch(/^A condition on one fact: .*"> 100 EUR", a range "1 \.\. 5" \(the first/)
})
