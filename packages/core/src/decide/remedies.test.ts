import { type DecisionContext, decide } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { at, charterOf, decided, historyOf } from '../../test/small-charter.ts'

const BODY = `remedies:
  - id: R1
    audience: public
    table:
      - { bought: "< 30 days", allow: [refund, apology], up to: price }
      - { bought: "30 days .. 2 years", allow: [repair] }
      - { allow: [apology] }
authority:
  - { id: A1, position: agent, may: [refund, apology], per ticket: 100 EUR, per day: 500 EUR, bend: 200 EUR a month }
  - { id: A2, position: team-lead, may: [refund, repair], per ticket: 1000 EUR }
`
const remedies = (facts: string, context?: DecisionContext) =>
  decide(
    charterOf(BODY),
    historyOf(`2026-12-21 09:00 ticket.created {"facts":${facts}}`),
    at('2026-12-21 10:00'),
    context,
  )
const spent = ({ ticket = 0, today = 0, byR1 = 0 }) => ({
  ticket: [eur(ticket)],
  today: [eur(today)],
  clauses: { R1: [eur(byR1)] },
})
const eur = (minor: number) => ({ minor, currency: 'EUR' })

describe('remedies and authority', () => {
  it('R1: the matching row says what is allowed, up to the value of a fact', () => {
    expect(remedies('{"bought":"2026-12-01","price":"45.50 EUR"}').remedies).toMatchObject([
      {
        clause: 'R1',
        row: 1,
        allow: ['refund', 'apology'],
        up_to: eur(4550),
        needs: null,
        authority: 'not asked',
        passed_over: [3],
      },
    ])
    expect(remedies('{"bought":"2026-11-21","price":"45.50 EUR"}').remedies[0]?.row).toBe(2)
    expect(remedies('{"bought":"2024-12-21"}').remedies[0]?.row).toBe(3)
  })

  it('R1, C5: an unknown price, or one in another currency, gives no amount and is missing', () => {
    const unknown = remedies('{"bought":"2026-12-01"}')
    expect(unknown.remedies[0]).toMatchObject({ up_to: null, needs: 'price' })
    expect(unknown.missing).toEqual(['price'])
    expect(unknown.remedies[0]?.limits.map(({ up_to }) => up_to)).toEqual([eur(0), eur(0), eur(0)])
    expect(remedies('{"bought":"2026-12-01","price":"45.50 USD"}').remedies[0]?.up_to).toBeNull()
  })

  it('C3: ages are counted in dates of the charter’s zone', () => {
    const row = (bought: string) => remedies(`{"bought":"${bought}"}`).remedies[0]?.row
    expect([row('2026-11-22'), row('2026-11-21'), row('2024-12-22'), row('2024-12-21')]).toEqual([1, 2, 2, 3])
  })

  it('R2: the actor’s positions say what may be granted without asking', () => {
    const facts = '{"bought":"2026-12-01","price":"450.00 EUR"}'
    expect(remedies(facts, { actor: { who: 'anna', positions: ['agent'] } }).remedies[0]?.authority).toEqual({
      clauses: ['A1'],
      may: [
        { remedy: 'refund', up_to: eur(10000) },
        { remedy: 'apology', up_to: eur(10000) },
      ],
    })
    expect(
      remedies(facts, { actor: { who: 'anna', positions: ['agent'] }, spent: spent({ today: 45000 }) }).remedies[0]
        ?.authority,
    ).toEqual({
      clauses: ['A1'],
      may: [
        { remedy: 'refund', up_to: eur(5000) },
        { remedy: 'apology', up_to: eur(5000) },
      ],
    })
    expect(
      remedies(facts, { actor: { who: 'lea', positions: ['agent', 'team-lead'] } }).remedies[0]?.authority,
    ).toEqual({
      clauses: ['A1', 'A2'],
      may: [
        { remedy: 'refund', up_to: eur(45000) },
        { remedy: 'apology', up_to: eur(10000) },
      ],
    })
  })

  it('R4: what a clause gave on the ticket is taken off what it gives, also in another currency', () => {
    const facts = '{"bought":"2026-12-01","price":"45.50 EUR"}'
    const upTo = (context: DecisionContext) => remedies(facts, context).remedies[0]?.up_to
    expect(upTo({ spent: spent({ byR1: 4000 }) })).toEqual(eur(550))
    expect(upTo({ spent: spent({ byR1: 9000 }) })).toEqual(eur(0))
    expect(upTo({ spent: spent({ ticket: 4000 }) })).toEqual(eur(4550))
    const inDollars = { ...spent({}), clauses: { R1: [{ minor: 1, currency: 'USD' }] } }
    expect(upTo({ spent: inDollars })).toEqual(eur(0))
  })

  it('R5: every position’s limits stand there, without anybody’s day', () => {
    const facts = '{"bought":"2026-12-01","price":"450.00 EUR"}'
    const first = { row: 1, passed_over: [] }
    const context = { actor: { who: 'anna', positions: ['agent'] }, spent: spent({ ticket: 3000, today: 45000 }) }
    expect(remedies(facts, context).remedies[0]?.limits).toEqual([
      { ...first, clause: 'A1', position: 'agent', remedy: 'refund', up_to: eur(7000), per_day: eur(50000) },
      { ...first, clause: 'A1', position: 'agent', remedy: 'apology', up_to: eur(7000), per_day: eur(50000) },
      { ...first, clause: 'A2', position: 'team-lead', remedy: 'refund', up_to: eur(45000), per_day: null },
    ])
  })

  it('R6: budgets for kindness are told whole, with the kinds that they are for', () => {
    expect(remedies('{}').kindness).toEqual([
      { clause: 'A1', position: 'agent', may: ['refund', 'apology'], money: eur(20000), period: 'month' },
    ])
  })

  it('R7: a row that allows none refuses, whatever comes after it, and tells why', () => {
    const { remedies: told, missing } = decided(
      `remedies:
  - id: R1
    table:
      - { bought: ">= 2 years", allow: none, tell: X1 }
      - { tier: free, allow: none }
      - { allow: [repair, apology] }
authority: [ { id: A1, position: agent, may: [repair, apology] } ]
exclusions: [ { id: X1, says: Too old. } ]
`,
      '2026-12-21 09:00 ticket.created {"facts":{"bought":"2024-12-01"}}',
      '2026-12-21 10:00',
    )
    expect(told).toEqual([
      {
        clause: 'R1',
        row: 1,
        passed_over: [3],
        allow: [],
        tell: ['X1'],
        up_to: null,
        needs: null,
        authority: 'not asked',
        limits: [],
      },
    ])
    expect(missing).toEqual([])
  })

  it('R3: what a broken promise brings is allowed only once it is broken', () => {
    const body = `promises: [{ id: P1, audience: public, clock: first-response, table: [{ target: 1 h of office }], if broken: { apologise: true, remedy: R9 } }]
remedies: [{ id: R9, table: [{ allow: [credit], up to: 10 EUR }] }]
`
    const allowed = (now: string) =>
      decide(charterOf(body), historyOf('2026-12-21 09:00 ticket.created'), at(now)).remedies.map(
        ({ clause }) => clause,
      )
    expect(allowed('2026-12-21 09:30')).toEqual([])
    expect(allowed('2026-12-21 11:00')).toEqual(['R9'])
  })
})
