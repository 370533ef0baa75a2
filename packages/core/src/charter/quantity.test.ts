import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney, parseFixedDuration, parseMoney } from './quantity.ts'

describe('money', () => {
  it.each([
    ['100 EUR', { minor: 10_000, currency: 'EUR' }],
    ['50.5 EUR', { minor: 5050, currency: 'EUR' }],
    ['50.50 EUR', { minor: 5050, currency: 'EUR' }],
    ['0 EUR', { minor: 0, currency: 'EUR' }],
    ['100 JPY', { minor: 100, currency: 'JPY' }],
    ['1.234 KWD', { minor: 1234, currency: 'KWD' }],
    [' 7EUR ', { minor: 700, currency: 'EUR' }],
  ])('C5: %j is %j', (text, money) => {
    expect(parseMoney(text)).toEqual(money)
  })

  it.each([
    '100',
    'EUR 100',
    '1.234 EUR',
    '1.5 JPY',
    '-3 EUR',
    '1,5 EUR',
    '100 EUR extra',
    '',
    '100 eur',
    '99999999999999999999 EUR',
    '1e3 EUR',
  ])('C5: %j is none', (text) => {
    expect(parseMoney(text)).toBeUndefined()
  })

  it('C5: is written as it is read', () => {
    expect(formatMoney({ minor: 10_000, currency: 'EUR' })).toBe('100 EUR')
    expect(formatMoney({ minor: 5, currency: 'EUR' })).toBe('0.05 EUR')
    expect(formatMoney({ minor: -1050, currency: 'EUR' })).toBe('-10.50 EUR')
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'), (minor, currency) => {
        expect(parseMoney(formatMoney({ minor, currency }))).toEqual({ minor, currency })
      }),
    )
  })
})

describe('a fixed length of time', () => {
  it.each([
    ['2 h', 7_200_000],
    ['1 h 30 min', 5_400_000],
    ['90 min', 5_400_000],
    ['10 s', 10_000],
    ['5 ms', 5],
    ['2 hours 1 minute 3 seconds', 7_263_000],
  ])('%s is %i ms', (text, ms) => {
    expect(parseFixedDuration(text)).toBe(ms)
  })

  it.each(['2 days', '1 month', '2', 'h', '1.5 h', '', '-2 h', '2 h of office'])('%j is none', (text) => {
    expect(parseFixedDuration(text)).toBeUndefined()
  })
})
