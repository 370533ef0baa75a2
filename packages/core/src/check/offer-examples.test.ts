import { describe, expect, it } from 'vitest'
import { compileDraft, type PlainValue, readCharter } from '../charter/index.ts'
import { runExamples } from './examples.ts'
import { type OfferedExample, offerExamples } from './offer-examples.ts'

const ASOF = Date.parse('2026-11-22T10:30:00Z')
const HEAD = `avow: 1
charter: small
languages: [en]
zone: Europe/Warsaw
facts:
  channel: { one of: [email, phone, chat] }
  tier: { in order: [standard, gold] }
  price: money EUR
  bought: { age: true }
  wait: duration
events: { repair.booked: {}, repair.done: {} }
calendars: { office: { open: { mon-fri: 09:00-17:00 } } }
promises:
  - id: P1
    clock: first-response
    table:
      - { channel: email, tier: gold, target: 1 h of office }
      - { channel: email, target: 4 h of office }
      - { target: 8 h of office }
  - { id: P2, clock: update-every, hit: unique, table: [ { wait: "> 2 h", target: 2 h of office }, { wait: "<= 2 h", target: 3 h of office } ] }
  - { id: P3, clock: { from: repair.booked, until: repair.done }, table: [ { contacts: ">= 3", target: 2 days }, { target: 3 days } ] }
remedies:
  - id: R1
    table:
      - { bought: "< 30 days", price: "> 10 EUR", allow: [refund, apology], up to: price }
      - { allow: [apology] }
`

function compiled(...examples: readonly unknown[]) {
  const lines = examples.map((example) => `  - ${JSON.stringify(example)}\n`).join('')
  const { document, data, findings } = readCharter(`${HEAD}${examples.length > 0 ? `examples:\n${lines}` : ''}`)
  if (document === undefined) throw new Error(JSON.stringify(findings))
  return compileDraft({ document, data }, { asOf: ASOF, zoneData: 'test' })
}

function offered(...examples: readonly unknown[]) {
  const charter = compiled(...examples)
  const report = runExamples(charter)
  const offers = offerExamples(charter, report.untried, ASOF)
  return {
    report,
    offers,
    named: new Map(report.untried.map(({ clause, row }, index) => [`${clause}/${row}`, offers[index]])),
  }
}

describe('An example is offered', () => {
  it('for each row that none tries, with what the charter says, and nothing that does not matter', () => {
    const { named, report } = offered()
    expect([report.rows, report.untried.length]).toEqual([9, 9])
    expect(named.get('P1/1')).toEqual({
      given: { channel: 'email', tier: 'gold', at: '2026-11-22T11:30' },
      expect: { P1: { due: '2026-11-23T10:00', row: 1 } },
    })
    expect(named.get('P2/1')?.given).toMatchObject({ wait: expect.any(String) as PlainValue })
    expect(named.get('R1/1')).toMatchObject({
      given: {
        bought: expect.stringMatching(/^2026-/) as PlainValue,
        price: expect.stringMatching(/ EUR$/) as PlainValue,
      },
      expect: { R1: { allow: ['refund', 'apology'], 'up to': expect.stringMatching(/ EUR$/) as PlainValue, row: 1 } },
    })
  })

  it('so that all of them taken come out, and leave untried only what no example can reach', () => {
    const isThere = (offer: OfferedExample | undefined) => offer !== undefined
    const { report, offers } = offered(...offered().offers.filter(isThere))
    expect(report.examples.flatMap(({ failures }) => failures)).toEqual([])
    // Contacts are counted from the log and cannot be given.
    expect(report.untried.map(({ clause, row }) => `${clause}/${row}`)).toEqual(['P3/1'])
    expect(offers).toEqual([undefined])
  })
})
