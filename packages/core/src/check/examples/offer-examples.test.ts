import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { compileDraft, type PlainValue, readCharter } from '../../charter/index.ts'
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

  it('from the minute of asking on, in UTC where the clock shows the same time twice', () => {
    const charter = compiled()
    const at = (asOf: string) =>
      offerExamples(charter, runExamples(charter).untried, Date.parse(asOf)).map((offer) => offer?.given['at'])[0]
    expect(at('2026-11-22T10:30:59.999Z')).toBe('2026-11-22T11:30')
    expect(at('2026-10-25T00:30:00Z')).toBe('2026-10-25T02:30')
    expect(at('2026-10-25T01:30:00Z')).toBe('2026-10-25T01:30:00.000Z')
    expect(at('2026-10-25T02:30:00Z')).toBe('2026-10-25T03:30')
  })

  it('for the rows that are asked for, of clauses that are there', () => {
    const charter = compiled()
    const row = { row: 2, says: '', reached: false, place: charter.document.place }
    const [gone, second, beyond] = offerExamples(
      charter,
      [
        { ...row, clause: 'P9' },
        { ...row, clause: 'P1' },
        { ...row, clause: 'P1', row: 4 },
      ],
      ASOF,
    )
    expect([gone, beyond]).toEqual([undefined, undefined])
    expect(second).toEqual({
      given: { channel: 'email', tier: 'standard', at: '2026-11-22T11:30' },
      expect: { P1: { due: '2026-11-23T13:00', row: 2 } },
    })
  })

  /** The offers for all rows of a charter of its own. */
  const offersOf = (body: string) => {
    const charter = charterOf(body)
    return offerExamples(charter, runExamples(charter).untried, ASOF)
  }

  it('where one row alone may match, with a ticket that no other row matches', () => {
    expect(
      offersOf(`facts: { tier: { one of: [free, gold] }, channel: { one of: [email, phone] } }
promises: [ { id: P1, clock: resolution, hit: unique, table: [ { tier: free, target: 1 day }, { channel: email, target: 2 days } ] } ]
`).map((offer) => offer?.given),
    ).toEqual([
      { tier: 'free', channel: 'phone', at: '2026-11-22T11:30' },
      { tier: 'gold', channel: 'email', at: '2026-11-22T11:30' },
    ])
  })

  it('of remedies with what they allow, and with an amount where there is one', () => {
    expect(
      offersOf(`facts: { tier: { one of: [free, gold, none] } }
remedies: [ { id: R1, table: [ { tier: free, allow: none }, { tier: gold, allow: [credit], up to: 10 EUR }, { allow: [apology] } ] } ]
`).map((offer) => offer?.expect),
    ).toEqual([
      { R1: 'none' },
      { R1: { allow: ['credit'], 'up to': '10 EUR', row: 2 } },
      { R1: { allow: ['apology'], row: 3 } },
    ])
  })

  it('never for a row of a table in which no ticket is, nor of a promise that a crisis suspends', () => {
    const promises = `promises:
  - { id: P1, clock: resolution, when: { contacts: unknown }, table: [ { target: 1 day } ] }
  - { id: P2, clock: resolution, table: [ { target: 2 days } ] }
`
    const suspended = `crisis:
  - { id: Z1, from: 2026-11-20T00:00, until: 2026-11-30T00:00, says: { en: A flood. }, amends: [ { promise: P2, suspended: yes } ] }
`
    expect(offersOf(promises).map((offer) => offer?.expect)).toEqual([
      undefined,
      { P2: { due: '2026-11-25T00:00', row: 1 } },
    ])
    expect(offersOf(promises + suspended)).toEqual([undefined, undefined])
  })

  it('with a clock that an event starts, started', () => {
    const [offer] = offersOf(`events: { begun: {}, done: {} }
promises: [ { id: P1, clock: { from: begun, until: done }, table: [ { target: 2 days } ] } ]
`)
    expect(offer?.expect).toEqual({ P1: { due: '2026-11-25T00:00', row: 1 } })
  })
})
