import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import { checkBeneath } from './check-beneath.ts'

const HEAD = `facts:
  size: { in order: [small, large] }
  bought: { age: true }
calendars:
  office: { open: { mon-fri: 09:00-17:00 }, holidays until: 2027-02-28 }
  workshop: { open: { mon-thu: 08:00-14:00 }, holidays until: 2027-02-28 }
`

function told(row: string, agreements: readonly string[]) {
  const { document, zone, calendars } = charterOf(
    `${HEAD}promises:\n  - id: P1\n    clock: resolution\n    table:\n${row
      .split('; ')
      .map((one) => `      - { ${one} }\n`)
      .join('')}agreements: [ ${agreements.join(', ')} ]\n`,
  )
  return checkBeneath({ document, zone, calendars }, { at: AS_OF, zone })
}

describe('a promise and the agreements beneath it', () => {
  it('CH1: is tighter where they end after it from some start, which is told', () => {
    const [finding, ...others] = told('target: 16 h of office', [
      '{ id: L1, team: workshop, for: [P1], table: [ { target: 8 h of workshop } ] }',
      '{ id: L2, supplier: Ritter, for: [P1], table: [ { target: 4 h of workshop } ] }',
    ])
    expect(others).toEqual([])
    // Five hours of the workshop on Wednesday, six on Thursday, and the twelfth on Monday.
    expect(finding).toMatchObject({
      code: 'promise-tighter-than-agreements',
      line: 15,
      message:
        'Row 1 of P1 (16 h of office) is tighter than what is agreed beneath it: of what starts on 2026-11-25 09:00, L1 and L2 give their parts one after the other by 2026-11-30 09:00, and it is due on 2026-11-26 17:00 (Europe/Warsaw). Promise longer, or agree on less time.',
      witness: { at: '2026-11-25T08:00:00.000Z' },
    })
  })

  it('CH1: adds them up in the order written, each by the row of the ticket', () => {
    const agreements = [
      '{ id: L1, team: workshop, for: [P1], table: [ { size: large, target: 6 h of office } ] }',
      '{ id: L2, supplier: Ritter, for: [P1], when: { size: large }, table: [ { target: 3 h of office } ] }',
    ]
    expect(told('target: 9 h of office', agreements)).toEqual([])
    expect(told('target: 8 h of office', agreements)).toMatchObject([
      { says: { data: { agreements: ['L1', 'L2'], row: 1 } }, witness: { size: 'large' } },
    ])
    expect(told('size: large, target: 9 h of office; target: 1 h of office', agreements)).toEqual([])
    expect(told('size: small, target: 9 h of office; target: 1 h of office', agreements)).toMatchObject([
      { says: { data: { row: 2 } } },
    ])
  })

  it('is not asked of agreements that other promises rest on, nor where nobody can say which row holds', () => {
    const promise = 'size: large, target: 1 h of office; target: 9 h of office'
    expect(
      told(promise, [
        '{ id: L1, team: workshop, for: [P1], hit: unique, table: [ { size: large, target: 6 h of office }, { size: ">= small", target: 9 h of office } ] }',
      ]),
    ).toEqual([])
  })

  it('dates the facts of its ticket from the start that it tells', () => {
    const [finding] = told('target: 1 day', [
      '{ id: L1, team: workshop, for: [P1], table: [ { bought: "< 2 days", target: 3 days } ] }',
    ])
    // Two dates, one of which has 25 hours.
    expect(finding?.witness).toEqual({ bought: '2027-10-27', at: '2027-10-27T22:00:00.000Z' })
  })

  it('is compared over dates and working days too', () => {
    const agreement = ['{ id: L1, supplier: Ritter, for: [P1], table: [ { target: 3 working days of office } ] }']
    expect(told('target: 5 days', agreement)).toEqual([])
    expect(told('target: 4 days', agreement)).toMatchObject([
      { says: { data: { ends: '2026-11-30T17:00', due: '2026-11-30T00:00' } } },
    ])
  })

  it('is found for each of its rows that is too tight', () => {
    const agreements = ['{ id: L1, team: workshop, for: [P1], table: [ { target: 4 h of office } ] }']
    const rows = 'size: small, target: 3 h of office; size: large, target: 2 h of office'
    expect(told(rows, agreements)).toMatchObject([
      { says: { data: { row: 1, gives: '3 h of office' } }, witness: { size: 'small' } },
      { says: { data: { row: 2, gives: '2 h of office' } }, witness: { size: 'large' } },
    ])
  })

  it.each([
    'size: large, target: 6 h of office }, { target: 3 h of office',
    'size: small, target: 3 h of office }, { target: 6 h of office',
  ])('CH1: is told with the ticket whose agreements end latest behind it (%s)', (rows) => {
    const agreements = [`{ id: L1, team: workshop, for: [P1], table: [ { ${rows} } ] }`]
    const [finding, ...others] = told('target: 2 h of office', agreements)
    expect(others).toEqual([])
    expect(finding?.witness).toMatchObject({ size: 'large' })
  })

  it('CH1: is told from the start that is the worst of all its tickets', () => {
    const agreements = [
      '{ id: L1, team: workshop, for: [P1], table: [ { size: small, target: 8 h of workshop }, { target: 10 h of office } ] }',
    ]
    // Large matters wait over a weekend, small ones from Thursday noon, when they are due, to Monday.
    expect(told('target: 8 h of office', agreements)).toMatchObject([
      { says: { data: { starts: '2026-11-25T12:01' } }, witness: { size: 'small' } },
    ])
  })

  it('is left alone where nobody can say what one of the agreements gives', () => {
    const unsure =
      '{ id: L1, team: workshop, for: [P1], hit: unique, table: [ { size: large, target: 1 h of office }, { size: ">= small", target: 2 h of office } ] }'
    const sure = '{ id: L2, supplier: Ritter, for: [P1], when: { size: large }, table: [ { target: 9 h of office } ] }'
    expect(told('target: 4 h of office', [sure])).toHaveLength(1)
    expect(told('target: 4 h of office', [unsure, sure])).toEqual([])
  })

  it('is measured by the agreements that name it, not by those of another promise', () => {
    const { document, zone, calendars } = charterOf(`${HEAD}promises:
  - { id: P1, clock: resolution, table: [ { target: 2 h of office } ] }
  - { id: P2, clock: resolution, table: [ { target: 2 h of office } ] }
agreements: [ { id: L1, team: workshop, for: [P2], table: [ { target: 3 h of office } ] } ]
`)
    expect(checkBeneath({ document, zone, calendars }, { at: AS_OF, zone })).toMatchObject([
      { says: { data: { clause: 'P2', agreements: ['L1'] } } },
    ])
  })
})
