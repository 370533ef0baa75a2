import { describe, expect, it } from 'vitest'
import { CHARTER_CURRENCIES, inCurrency, likelyCurrency } from './charter-currency.ts'
import { HOLIDAY_COUNTRIES } from './public-holidays.ts'

describe('the currency of a charter to begin with', () => {
  it('is that of the country that was chosen', () => {
    expect(likelyCurrency('PL', 'Europe/Rome')).toBe('PLN')
    expect(likelyCurrency('CZ', 'Europe/Prague')).toBe('CZK')
    const others = HOLIDAY_COUNTRIES.filter((country) => likelyCurrency(country, 'UTC') !== 'EUR')
    expect(others).toEqual(['CZ', 'PL'])
  })

  it('is that of the zone where another country was meant, and euros where nothing says more', () => {
    const zones = { 'Europe/London': 'GBP', 'Europe/Zurich': 'CHF', 'America/New_York': 'USD', 'Africa/Cairo': 'EGP' }
    for (const [zone, currency] of Object.entries({ ...zones, 'Asia/Riyadh': 'SAR', 'Asia/Dubai': 'AED' }))
      expect(likelyCurrency('', zone)).toBe(currency)
    expect(likelyCurrency('', 'Etc/UTC')).toBe('EUR')
  })

  it('stands in every amount, worth about as much', () => {
    expect(inCurrency('is: money EUR\nper day: 500 EUR, bend: 200 EUR a month', 'PLN')).toBe(
      'is: money PLN\nper day: 2000 PLN, bend: 800 PLN a month',
    )
    for (const currency of CHARTER_CURRENCIES) {
      const amount = Number(/^(\d+) /.exec(inCurrency('50 EUR', currency))?.[1])
      expect(amount).toBeGreaterThan(0)
    }
    expect(() => inCurrency('50 EUR', 'XXX')).toThrow('XXX')
  })
})
