import { describe, expect, it } from 'vitest'
import { caseColumns, caseNames, caseSeparator, exampleOfCase, readCases } from './case-table.ts'
import { readCharter } from './read-charter.ts'

const { document, data } = readCharter(`avow: 1
charter: shop
languages: [en]
zone: UTC
facts:
  channel: { one of: [email, phone] }
  price: money EUR
calendars:
  always: { open: { mon-sun: 00:00-24:00 } }
promises:
  - id: P1
    clock: first-response
    says: { en: "Within {target}." }
    table: [{ channel: email, target: 1 h of always }, { target: 2 h of always }]
`)

describe('a table of cases', () => {
  it('has columns for the time, the facts and what must come out; others are known as unknown', () => {
    expect(document).toBeDefined()
    if (document === undefined) return
    const names = caseNames(document)
    expect(names).toEqual({ facts: ['channel', 'price'], clauses: ['P1'] })
    expect(
      caseColumns([' at ', 'channel', 'P1', 'P1.row', '# note', '', 'chanel', 'P1.when', 'P2.due'], names),
    ).toEqual([
      { kind: 'given', name: 'at' },
      { kind: 'given', name: 'channel' },
      { kind: 'expect', clause: 'P1' },
      { kind: 'expect', clause: 'P1', field: 'row' },
      { kind: 'note' },
      { kind: 'note' },
      { kind: 'unknown', name: 'chanel' },
      { kind: 'unknown', name: 'P1.when' },
      { kind: 'unknown', name: 'P2.due' },
    ])
  })

  it('gives an example a row, and an empty cell says nothing', () => {
    const columns = caseColumns(['at', 'channel', 'P1', 'P1.row', 'R1.allow'], {
      facts: ['channel'],
      clauses: ['P1', 'R1'],
    })
    expect(exampleOfCase(['2026-01-05T10:00', '', '2026-01-05T12:00', '2', '[refund; apology]'], columns)).toEqual({
      given: { at: '2026-01-05T10:00' },
      expect: { P1: { due: '2026-01-05T12:00', row: 2 }, R1: { allow: ['refund', 'apology'] } },
    })
    expect(exampleOfCase(['2026-01-05T10:00', 'phone', 'none'], columns)).toEqual({
      given: { at: '2026-01-05T10:00', channel: 'phone' },
      expect: { P1: 'none' },
    })
  })

  it('is read line by line: what cannot be is told, however many there are, and the others are taken', () => {
    const right = { given: { channel: 'email', at: '2026-01-05T10:00' }, expect: { P1: { row: 1 } } }
    const wrong = { given: { channel: 'emial', price: 'much', at: 'soon' }, expect: { P1: { row: 9 } } }
    const examples = Array.from({ length: 150 }, (_, index) => (index % 50 === 0 ? right : wrong))
    const { read, mistakes, source } = readCases(data, examples)
    expect(read).toEqual([0, 50, 100])
    expect(source?.document.examples).toHaveLength(3)
    expect(new Set(mistakes.map(({ index }) => index)).size).toBe(147)
    expect(mistakes[0]).toMatchObject({ index: 1, message: expect.stringContaining('emial') })
  })

  it('is not read with a charter that cannot be', () => {
    expect(readCases({ charter: 'shop' }, [])).toMatchObject({
      source: undefined,
      read: [],
      mistakes: [{ index: undefined }, {}, {}],
    })
  })

  it.each([
    ['a,b;c', ','],
    ['a;b\nc,d', ';'],
    ['a\tb\nc,d', '\t'],
    ['a', ','],
  ])('%j is parted by %j', (text, separator) => expect(caseSeparator(text)).toBe(separator))
})
