import { describe, expect, it } from 'vitest'
import { readMapping } from './read-mapping.ts'

const LEAST = `avow-map: 1
id: small
time: { format: yyyy-MM-dd HH:mm, zone: Europe/Rome }
ticket: Id
at: Updated
`

/** `line:column  code  message` of each finding. */
function findings(text: string): string[] {
  return readMapping(text).findings.map(({ line, column, code, message }) => `${line}:${column}  ${code}  ${message}`)
}

describe('a mapping file', () => {
  it('needs little, and says the rest by its defaults', () => {
    const { mapping, findings: found } = readMapping(LEAST)
    expect(found).toEqual([])
    expect(mapping?.csv).toEqual({
      separator: ',',
      unknown: new Set(['']),
      skipDuplicates: false,
      decimal: '.',
      encoding: 'utf-8',
    })
    expect(mapping?.created).toEqual({ by: 'customer' })
    expect(mapping?.ticket).toMatchObject({ name: 'Id', place: { line: 4, column: 9 } })
    expect(mapping).not.toHaveProperty('state')
    expect(mapping).not.toHaveProperty('seq')
  })

  it('may be written in JSON', () => {
    const json = {
      'avow-map': 1,
      id: 'j',
      time: { format: 'iso', zone: 'UTC' },
      ticket: 'Id',
      at: 'At',
      csv: { separator: 'tab' },
    }
    expect(readMapping(JSON.stringify(json)).mapping?.csv.separator).toBe('\t')
  })

  it.each([
    ['avow-map: 2\nid: x', 'wrong-version', 'write avow-map: 1'],
    [LEAST.replace('id: small\n', ''), 'missing-field', 'a mapping needs the field “id”'],
    [`${LEAST}tickets: Id\n`, 'unknown-field', '“tickets”; did you mean “ticket”?'],
    [LEAST.replace('Europe/Rome', 'Europe/Roma'), 'unknown-value', 'there is no time zone “Europe/Roma”'],
    [LEAST.replace('HH:mm', 'HH:nn'), 'unknown-value', 'there is no part “nn”'],
    [`${LEAST}csv: { separator: ";;" }\n`, 'wrong-shape', 'expected one character'],
    [`${LEAST}state: { column: State, values: { Open: opened } }\n`, 'unknown-value', 'did you mean “open”?'],
    [`${LEAST}state: { values: { Open: open } }\n`, 'missing-field', 'state needs the field “column”'],
    [
      `${LEAST}facts: { price: { column: Price, number: true, money: EUR } }\n`,
      'fields-conflict',
      '“number” and “money” exclude each other',
    ],
    [`${LEAST}facts: { price: { column: Price, money: EURO } }\n`, 'bad-money', '“EURO”'],
    [
      `${LEAST}facts: { tier: { column: Tier, take: final } }\n`,
      'unknown-value',
      'there is no word “final”; there are: each, first, last',
    ],
    [
      `${LEAST}events: [ { type: ticket.created } ]\n`,
      'reserved-name',
      'comes from the keys created, assigned and facts',
    ],
    [`${LEAST}events: [ { type: commitment.kept } ]\n`, 'reserved-name', 'a table cannot give'],
    [`${LEAST}events: [ { type: message.recieved } ]\n`, 'unknown-event', 'did you mean “message.received”?'],
    [`${LEAST}events: [ { type: status.changed, at: Solved } ]\n`, 'missing-field', 'the new state'],
    [`${LEAST}events: [ { type: taken, to: open } ]\n`, 'fields-conflict', '“to” belongs to status.changed'],
    [`${LEAST}skip: [ Activity ]\n`, 'wrong-shape', 'expected columns with their cells'],
    [`${LEAST}at: Other\n`, 'named-twice', '“at” stands here already, in line 5'],
    ['- a list', 'wrong-shape', 'expected a mapping with its fields'],
    ['id: [', 'not-readable', ''],
    ['', 'not-readable', 'document is empty'],
  ])('says what is wrong with %j', (text, code, message) => {
    const found = findings(text).filter((line) => line.includes(`  ${code}  `))
    expect(found.join('\n')).toContain(message)
    expect(found).not.toEqual([])
    expect(readMapping(text).mapping).toBeUndefined()
  })

  it('places what is wrong by line and column', () => {
    expect(findings(`${LEAST}state:\n  column: State\n  values:\n    Open: opne\n`)).toEqual([
      '9:11  unknown-value  there is no state “opne”; did you mean “open”?',
    ])
  })
})
