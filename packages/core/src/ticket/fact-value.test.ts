import { describe, expect, it } from 'vitest'
import { factNumber } from './fact-value.ts'

describe('values of facts', () => {
  it('C5: money fits in its own currency, in whole minor units, and not below zero', () => {
    const money = { kind: 'money', currency: 'EUR' } as const
    expect(factNumber(money, { minor: 4550, currency: 'EUR' })).toBe(4550)
    expect(factNumber(money, '45.50 EUR')).toBe(4550)
    expect(factNumber(money, '45.50 USD')).toBeUndefined()
    expect(factNumber(money, { minor: 45.5, currency: 'EUR' })).toBeUndefined()
    expect(factNumber(money, { minor: -1, currency: 'EUR' })).toBeUndefined()
    expect(factNumber(money, 45)).toBeUndefined()
  })

  it('C1: a word that is no value of a choice is unknown', () => {
    const tier = { kind: 'choice', values: ['free', 'gold', '2'], ordered: true } as const
    expect(['free', 'gold', 'platinum', 2, true, null].map((value) => factNumber(tier, value))).toEqual([
      0,
      1,
      undefined,
      2,
      undefined,
      undefined,
    ])
  })

  it('takes yes and no in words and as truth values', () => {
    const vip = { kind: 'yes-no' } as const
    expect([true, 'yes', false, 'no', 'maybe', 1].map((value) => factNumber(vip, value))).toEqual([
      1,
      1,
      0,
      0,
      undefined,
      undefined,
    ])
  })

  it('takes decimals, but not for a whole number', () => {
    expect(factNumber({ kind: 'number' }, 3.5)).toBe(3.5)
    expect(factNumber({ kind: 'number', whole: true }, 3.5)).toBeUndefined()
    expect(factNumber({ kind: 'number' }, Number.NaN)).toBeUndefined()
  })

  it('takes durations in milliseconds or in words, not below zero', () => {
    const waited = { kind: 'duration' } as const
    expect([90_000, '90 s', '1 h 30 min', -1, 'soon'].map((value) => factNumber(waited, value))).toEqual([
      90_000,
      90_000,
      5_400_000,
      undefined,
      undefined,
    ])
  })
})
