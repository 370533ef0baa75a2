import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import { checkCharter } from '../check.ts'
import { checkHolders } from './check-holders.ts'

const { document, zone, calendars } = charterOf(`positions: [agent, lead, head]
promises: [ { id: P1, clock: resolution, table: [ { target: 9 days } ] } ]
escalation:
  - { id: E1, for: P1, steps: [ { at: 50%, tell: [assignee, agent] }, { at: 75%, tell: [lead, head], give to: head } ] }
procedures:
  - { id: D1, standards: [P1], steps: [ { ask: photo }, { approve: head }, { hand over: agent } ] }
authority:
  - { id: A1, position: agent, may: [refund] }
  - { id: A2, position: lead, may: [refund] }
`)

describe('positions', () => {
  it('CH4: that nobody holds are told where a step or an authority is with them', () => {
    const told = (holders: readonly (readonly [string, number])[]) =>
      checkHolders(document, new Map(holders)).map(({ line, message }) => `${line} ${message}`)
    expect(
      told([
        ['agent', 2],
        ['lead', 1],
        ['head', 1],
      ]),
    ).toEqual([])
    expect(
      told([
        ['agent', 2],
        ['lead', 0],
      ]),
    ).toEqual([
      '8 Step 2 of E1 goes to lead, and nobody holds that position: nobody would get it. Give the position to somebody, or name another.',
      '8 Step 2 of E1 goes to head, and nobody holds that position: nobody would get it. Give the position to somebody, or name another.',
      '10 Step 2 of D1 goes to head, and nobody holds that position: nobody would get it. Give the position to somebody, or name another.',
      '13 A2 says what lead may grant, and nobody holds that position. Give it to somebody, or take the clause out.',
    ])
  })

  it('CH4: are asked about only where it is known who holds them', () => {
    const codes = (options: object) =>
      checkCharter(document, { asOf: AS_OF, zone, calendars, ...options }).filter(
        ({ code }) => code === 'position-unheld',
      )
    expect(codes({})).toEqual([])
    expect(codes({ holders: new Map() })).toHaveLength(7)
  })
})
