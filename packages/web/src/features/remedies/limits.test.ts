import type { Offer } from '@avow/contract'
import { describe, expect, test } from 'vitest'
import { firstAmount, outcomeOf, ownLimit } from './limits.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const offer = (changed: Partial<Offer> = {}): Offer => ({
  clause: 'R1',
  row: 1,
  passed_over: [],
  says: null,
  remedy: 'refund',
  up_to: eur(45000),
  needs: null,
  mine: { backed_by: ['A1'], up_to: eur(10000), left_today: eur(50000) },
  others: ['team-lead'],
  ...changed,
})

describe('what may be granted without asking', () => {
  test('is the smallest of all limits', () => {
    expect(ownLimit(offer())).toEqual(eur(10000))
    expect(ownLimit(offer({ mine: { backed_by: ['A1'], up_to: eur(10000), left_today: eur(2500) } }))).toEqual(
      eur(2500),
    )
    expect(ownLimit(offer({ up_to: eur(4500) }))).toEqual(eur(4500))
  })

  test('is anything where there is no limit, and nothing where one may not at all', () => {
    expect(ownLimit(offer({ up_to: null, mine: { backed_by: ['A1'], up_to: null, left_today: null } }))).toBeNull()
    expect(ownLimit(offer({ mine: null }))).toBeUndefined()
  })

  test('stands in the field; where nothing is left, what the charter allows does', () => {
    expect(firstAmount(offer())).toEqual(eur(10000))
    expect(firstAmount(offer({ mine: null }))).toEqual(eur(45000))
    expect(firstAmount(offer({ mine: { backed_by: ['A1'], up_to: eur(0), left_today: null } }))).toEqual(eur(45000))
    expect(firstAmount(offer({ remedy: 'apology' }))).toBeNull()
  })
})

describe('an amount that is typed', () => {
  test.each([
    ['100.00', { kind: 'grant', amount: eur(10000) }],
    ['100.01', { kind: 'ask', amount: eur(10001) }],
    ['450.01', { kind: 'too-much', most: eur(45000) }],
    ['', { kind: 'no-amount' }],
    ['0', { kind: 'no-amount' }],
    ['-1', { kind: 'no-amount' }],
    ['1e309', { kind: 'no-amount' }],
  ])('%s', (typed, outcome) => {
    expect(outcomeOf(offer(), typed, 'EUR')).toEqual(outcome)
  })

  test('waits for the fact that says how much', () => {
    const unknown = offer({ up_to: null, needs: 'price' })
    expect(firstAmount(unknown)).toBeNull()
    expect(outcomeOf(unknown, '10', 'EUR')).toEqual({ kind: 'needs', fact: 'price' })
    expect(outcomeOf({ ...unknown, remedy: 'replacement' }, '', 'EUR')).toEqual({ kind: 'grant', amount: null })
    expect(outcomeOf({ ...unknown, remedy: 'replacement' }, '10', 'EUR')).toEqual({ kind: 'needs', fact: 'price' })
  })

  test('comes to nothing where all was given, though things and words may be', () => {
    const given = offer({ up_to: eur(0) })
    expect(firstAmount(given)).toBeNull()
    expect(outcomeOf(given, '1', 'EUR')).toEqual({ kind: 'used-up' })
    expect(outcomeOf({ ...given, remedy: 'replacement' }, '', 'EUR')).toEqual({ kind: 'grant', amount: null })
  })

  test('is refused where nobody could give it', () => {
    expect(outcomeOf(offer({ others: [] }), '200', 'EUR')).toEqual({ kind: 'nobody' })
  })

  test('is not asked for where words are given, and may be left out where things are', () => {
    expect(outcomeOf(offer({ remedy: 'apology' }), 'x', 'EUR')).toEqual({ kind: 'grant', amount: null })
    expect(outcomeOf(offer({ remedy: 'replacement' }), '', 'EUR')).toEqual({ kind: 'grant', amount: null })
  })
})
