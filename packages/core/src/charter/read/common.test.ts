import { describe, expect, it } from 'vitest'
import { clausesOf } from '../clause-texts.ts'
import { readCharter } from '../read-charter.ts'
import { viewClauses } from '../view/view-clauses.ts'

const read = (stance: string) =>
  readCharter(`avow: 1
charter: test
languages: [en]
zone: UTC
promises:
  - { id: P1, clock: resolution, ${stance}table: [ { target: 2 days } ] }
exclusions: [ { id: X1, says: No credit., ${stance.replace('parity', 'deliberate-gap')}} ]
`)

describe('how the company means to stand to its competitors', () => {
  it('is said by any clause, and read with its other fields', () => {
    const { document, findings } = read('stance: parity, ')
    if (document === undefined) throw new Error(findings.map(({ message }) => message).join())
    expect(clausesOf(document).map(({ id, stance }) => [id, stance])).toEqual([
      ['P1', 'parity'],
      ['X1', 'deliberate-gap'],
    ])
    const told = viewClauses(document).map(({ id, terms }) => [id, terms.find(({ name }) => name === 'stance')?.text])
    expect(told).toEqual([
      ['P1', 'parity'],
      ['X1', 'deliberate-gap'],
    ])
  })

  it('need not be said', () => {
    const { document } = read('')
    expect(document && clausesOf(document).map((clause) => 'stance' in clause)).toEqual([false, false])
  })

  it('is one of three words', () => {
    const { findings } = read('stance: partiy, ')
    expect(findings.map(({ code, message }) => [code, message.includes('“parity”')])).toEqual([
      ['unknown-value', true],
      ['unknown-value', true],
    ])
  })
})
