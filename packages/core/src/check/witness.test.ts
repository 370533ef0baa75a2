import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AS_OF, promiseOf } from '../../test/check/charter-texts.ts'
import { charterWith, creationOf } from '../../test/check/random-charter.ts'
import { drawFacts, drawFrom, drawTable } from '../../test/check/random-table.ts'
import { decide } from '../decide/index.ts'
import { casesOf } from './cases.ts'
import { checkCharter } from './check.ts'
import { instantText, witnessAt, witnessOf } from './witness.ts'

const long = process.env['AVOW_LONG'] === '1'

describe('a witness', () => {
  it('C1 and C6: is judged by `decide` as its finding says', () => {
    let judged = 0
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('first' as const, 'unique' as const), (seed, hit) => {
        const draw = drawFrom(seed)
        const facts = new Map([...drawFacts(draw)].filter(([, { derived }]) => !derived))
        const subject = drawTable(draw, 7, hit, facts)
        const charter = charterWith(subject)
        for (const { code, witness, line } of checkCharter(charter.document, {
          asOf: AS_OF,
          zone: charter.zone,
          calendars: charter.calendars,
        })) {
          if (witness === undefined || code === 'unreachable-row') continue
          const event = creationOf(witness, AS_OF)
          const { commitments, unevaluated } = decide(charter, [event], event.at)
          const rows = commitments.map(({ row }) => row)
          judged++
          if (code === 'uncovered-case' || code === 'uncovered-unknown') expect([rows, unevaluated]).toEqual([[], []])
          if (code === 'overlapping-rows') expect([rows, unevaluated.length]).toEqual([[], 1])
          if (code === 'row-changes-nothing') expect(rows.length).toBe(1)
          expect(line).toBe(1)
        }
      }),
      { numRuns: long ? 2000 : 100 },
    )
    expect(judged).toBeGreaterThan(long ? 2000 : 80)
  })

  it('C3: looks for a later date where a segment of ages is empty on the day of asking', () => {
    const { document, zone } = promiseOf(['bought: "30 days .. 31 days", target: 1 h of office'])
    const cases = casesOf({
      facts: document.facts,
      hit: 'first',
      when: new Map(),
      rows: document.promises[0]?.rows ?? [],
    })
    expect(witnessOf(cases.columns, [1], { at: AS_OF, zone })?.facts).toEqual({ bought: '2026-10-23' })
    const months = cases.columns.map(({ fact, atoms }) => ({
      fact,
      atoms: atoms.map(({ space, atom }) => ({
        atom,
        space: {
          ...space,
          cuts: [
            { kind: 'age', months: 1, days: 0 },
            { kind: 'age', months: 0, days: 31 },
          ] as const,
        },
      })),
    }))
    // In April a month counts 31 days, but for the last of March, which becomes the 30th.
    const spring = Date.parse('2026-04-10T12:00:00Z')
    expect(witnessAt(months, [1], { at: spring, zone })).toBeUndefined()
    const found = witnessOf(months, [1], { at: spring, zone })
    expect(found?.at).toBe('2026-04-30T12:00:00.000Z')
    expect(found?.facts['bought']).toBe('2026-03-31')
  })

  it('is not looked for behind the horizon', () => {
    const { document, zone } = promiseOf(['bought: "< 30 days", target: 1 h of office'])
    const cases = casesOf({
      facts: document.facts,
      hit: 'first',
      when: new Map(),
      rows: document.promises[0]?.rows ?? [],
    })
    expect(witnessAt(cases.columns, [0], { at: zone.until + 1, zone })).toBeUndefined()
  })

  it('writes instants as RFC 3339 with milliseconds', () => {
    expect(instantText(AS_OF)).toBe('2026-11-22T10:00:00.000Z')
  })
})
