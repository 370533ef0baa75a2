import { type DecisionContext, decide } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { at, charterOf, historyOf } from '../../test/small-charter.ts'

const BODY = `remedies:
  - id: R1
    audience: public
    table:
      - { bought: "< 30 days", allow: [refund, apology], up to: price }
      - { bought: "30 days .. 2 years", allow: [repair] }
      - { allow: [apology] }
authority:
  - { id: A1, position: agent, may: [refund, apology], per ticket: 100 EUR, per day: 500 EUR }
  - { id: A2, position: team-lead, may: [refund, repair], per ticket: 1000 EUR }
`
const remedies = (facts: string, context?: DecisionContext) =>
  decide(
    charterOf(BODY),
    historyOf(`2026-12-21 09:00 ticket.created {"facts":${facts}}`),
    at('2026-12-21 10:00'),
    context,
  )
const eur = (minor: number) => ({ minor, currency: 'EUR' })

describe('remedies and authority', () => {
  it('R1: the matching row says what is allowed, up to the value of a fact', () => {
    expect(remedies('{"bought":"2026-12-01","price":"45.50 EUR"}').remedies).toEqual([
      { clause: 'R1', row: 1, allow: ['refund', 'apology'], up_to: eur(4550), authority: 'not asked' },
    ])
    expect(remedies('{"bought":"2026-11-21","price":"45.50 EUR"}').remedies[0]?.row).toBe(2)
    expect(remedies('{"bought":"2024-12-21"}').remedies[0]?.row).toBe(3)
  })

  it('R1, C5: an unknown price, or one in another currency, gives no amount and is missing', () => {
    const unknown = remedies('{"bought":"2026-12-01"}')
    expect(unknown.remedies[0]?.up_to).toBeNull()
    expect(unknown.missing).toEqual(['price'])
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
      remedies(facts, { actor: { who: 'anna', positions: ['agent'] }, spent: { ticket: eur(0), today: eur(45000) } })
        .remedies[0]?.authority,
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
