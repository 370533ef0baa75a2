import { describe, expect, it } from 'vitest'
import { charterOf, historyOf, at as instant } from '../../test/small-charter.ts'
import { factsAtHand } from './facts-at-hand.ts'
import type { Happening } from './happening.ts'
import { passStep, type WantedAct } from './pass-step.ts'
import { proceduresOn } from './procedures-on.ts'
import { walk } from './walk.ts'

const CHARTER = charterOf(`promises: [{ id: P1, clock: resolution, table: [{ target: 9 days }] }]
remedies: [{ id: R1, table: [{ allow: [refund], up to: price }] }]
procedures:
  - id: D1
    when: { channel: [email, chat] }
    steps:
      - { do: { en: Look } }
      - { approve: team-lead, when: { tier: gold } }
      - { decide: R1 }
      - { hand over: duty-manager, needs: [price, tried] }
`)
const done = (step: number): Happening => ({ kind: 'done', seq: step * 10, procedure: 'D1', step })
const SKIPPED: Happening = { kind: 'skipped', seq: 20, procedure: 'D1', step: 2 }

function asked(
  wanted: Partial<WantedAct>,
  { happened = [] as readonly Happening[], facts = '{"channel":"email","tier":"gold"}', known = [] as string[] } = {},
) {
  const history = historyOf(`2026-12-21 09:00 ticket.created {"facts":${facts}}`)
  const atHand = factsAtHand(CHARTER, history, instant('2026-12-24 12:00'))
  const [on] = proceduresOn(CHARTER.document, atHand, happened)
  if (on === undefined) throw new Error('no procedure is on the ticket')
  const act: WantedAct = { step: 1, round: 1, act: 'done', reason: '', fields: {}, positions: [], ...wanted }
  return passStep(on, walk(on.procedure, atHand, happened), act, new Set(known))
}

describe('a step that somebody wants to do', () => {
  it('W9: is the present one', () => {
    expect(asked({})).toEqual({ kind: 'goes' })
    expect(asked({ step: 3 })).toMatchObject({ kind: 'not-now', present: { step: 1 } })
    expect(asked({ step: 9 })).toMatchObject({ kind: 'not-now', present: { step: 1 } })
    expect(asked({ round: 2 })).toMatchObject({ kind: 'not-now', present: { step: 1 } })
  })

  it('W9: changes nothing when it was done before', () => {
    expect(asked({}, { happened: [done(1)] })).toEqual({ kind: 'was-done' })
    expect(asked({ act: 'skipped', reason: 'no' }, { happened: [done(1)] })).toMatchObject({ kind: 'not-now' })
  })

  it('W9: is one of a procedure that applies', () => {
    const facts = '{"channel":"phone","tier":"gold"}'
    expect(asked({ step: 2 }, { happened: [done(1)], facts })).toEqual({ kind: 'not-now', present: undefined })
    expect(asked({}, { facts: '{}' })).toEqual({ kind: 'goes' })
  })

  it('W9: is skipped for a reason', () => {
    expect(asked({ act: 'skipped', reason: ' ' })).toEqual({ kind: 'needs-reason' })
    expect(asked({ act: 'skipped', reason: 'They rang.' })).toEqual({ kind: 'goes' })
  })

  it('W9: is skipped, not done, where its condition is not known', () => {
    const before = { happened: [done(1)], facts: '{"channel":"email"}' }
    const positions = ['team-lead']
    expect(asked({ step: 2, positions }, before)).toEqual({ kind: 'not-known', facts: ['tier'] })
    expect(asked({ step: 2, positions, act: 'skipped', reason: 'Not asked.' }, before)).toEqual({ kind: 'goes' })
  })

  it('W9: is approved, and its approval skipped, by who holds the position', () => {
    const before = { happened: [done(1)] }
    const needs = { kind: 'needs-position', position: 'team-lead' }
    expect(asked({ step: 2, positions: ['agent'] }, before)).toEqual(needs)
    expect(asked({ step: 2, act: 'skipped', reason: 'Late.' }, before)).toEqual(needs)
    expect(asked({ step: 2, positions: ['agent', 'team-lead'] }, before)).toEqual({ kind: 'goes' })
  })

  it('W5: is decided in words with a reason', () => {
    const before = { happened: [done(1), done(2)] }
    expect(asked({ step: 3 }, before)).toEqual({ kind: 'needs-reason' })
    expect(asked({ step: 3, reason: 'Nothing is owed.' }, before)).toEqual({ kind: 'goes' })
  })

  it('W9: is handed over with all that is needed', () => {
    const before = { happened: [done(1), SKIPPED, done(3)] }
    expect(asked({ step: 4 }, before)).toEqual({ kind: 'needs-fields', fields: ['price', 'tried'] })
    expect(asked({ step: 4, fields: { price: '12 EUR', tried: '  ' } }, before)).toEqual({
      kind: 'needs-fields',
      fields: ['tried'],
    })
    expect(asked({ step: 4, fields: { tried: 'A new cable.' } }, { ...before, known: ['price'] })).toEqual({
      kind: 'goes',
    })
    expect(asked({ step: 4, act: 'skipped', reason: 'Solved.' }, before)).toEqual({ kind: 'goes' })
  })
})
