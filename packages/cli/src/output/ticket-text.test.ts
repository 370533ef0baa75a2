import { compileZone, openZone } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { ticketText } from './ticket-text.ts'

const rome = openZone(compileZone('Europe/Rome', Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1), 'test'))

describe('a ticket on one line', () => {
  it('tells its facts as people write them', () => {
    expect(ticketText({ channel: 'email', vip: true, price: { minor: 850, currency: 'EUR' }, tier: null }, rome)).toBe(
      'channel email, vip yes, price 8.50 EUR, tier unknown',
    )
    expect(ticketText({}, rome)).toBe('any')
  })

  it('tells when it is opened in the zone, and names the zone', () => {
    const inRome = 'tier gold, opened Wed 23 Dec 2026 16:00 (Europe/Rome)'
    expect(ticketText({ tier: 'gold', at: '2026-12-23T15:00:00.000Z' }, rome)).toBe(inRome)
    expect(ticketText({ tier: 'gold', at: '2026-12-23T16:00' }, rome)).toBe(inRome)
  })

  it('keeps universal time where no zone is known, or not for so long', () => {
    expect(ticketText({ at: '2026-12-23T15:00:00.000Z' })).toBe('opened 2026-12-23T15:00:00.000Z')
    expect(ticketText({ at: '2028-12-23T15:00:00.000Z' }, rome)).toBe('opened 2028-12-23T15:00:00.000Z (UTC)')
  })
})
