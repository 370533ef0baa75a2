import { fileURLToPath } from 'node:url'
import { checkCharter, compileDraft, readCharter } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { CHARTER_KINDS, charterOfKind } from './charter-template.ts'
import { publicHolidays } from './public-holidays.ts'
import type { OpeningHours } from './set-up-state.ts'

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url))
const AS_OF = Date.UTC(2026, 10, 22)

const SPLIT: OpeningHours = {
  week: ['09:00-13:00, 14:00-18:00', '09:00-13:00, 14:00-18:00', '', '10:00-12:00', '08:30-24:00', '', ''],
  country: 'GR',
  closed: [2026, 2027].flatMap((year) => publicHolidays('GR', year)),
  until: '2027-12-31',
}
const ALWAYS: OpeningHours = { week: Array(7).fill('00:00-24:00'), country: '', closed: [], until: '2027-12-31' }
const SETTINGS = [
  [
    'all languages, Arabic first',
    { slug: 'acme', zone: 'Africa/Cairo', languages: ['ar', 'en', 'it', 'pl', 'el'], hours: SPLIT, currency: 'EGP' },
  ],
  ['Greek alone', { slug: '4you', zone: 'Europe/Athens', languages: ['el'], hours: SPLIT, currency: 'EUR' }],
  [
    'Polish and English, day and night',
    { slug: 'acme', zone: 'Europe/Warsaw', languages: ['pl', 'en'], hours: ALWAYS, currency: 'PLN' },
  ],
] as const

describe.each(CHARTER_KINDS)('the charter to begin with of kind %s', (kind) => {
  it.each(SETTINGS)('has no finding for %s', (_, settings) => {
    const text = charterOfKind(ROOT, kind, settings)
    const { document, data, findings } = readCharter(text)
    expect(findings).toEqual([])
    if (document === undefined) throw new Error('it cannot be read')
    const charter = compileDraft({ document, data }, { asOf: AS_OF, zoneData: 'test' })
    expect(checkCharter(document, { asOf: AS_OF, zone: charter.zone, calendars: charter.calendars })).toEqual([])
    expect([document.languages, document.zone]).toEqual([settings.languages, settings.zone])
    expect(document.promises.length).toBeGreaterThanOrEqual(3)
  })

  it('keeps its comments, and says nothing in languages that nobody chose', () => {
    const text = charterOfKind(ROOT, kind, { ...SETTINGS[1][1], slug: 'acme' })
    expect(text).toMatch(/^# /)
    expect(text).toContain('charter: acme-care')
    expect(text).not.toMatch(/^\s+(en|it|pl|ar): /m)
  })

  it('counts in the currency of the company, and in no other', () => {
    for (const [, settings] of SETTINGS) {
      const currencies = charterOfKind(ROOT, kind, settings).match(/\b[A-Z]{3}(?=[ ,}]|$)/gm) ?? []
      expect(currencies.filter((currency) => currency !== settings.currency)).toEqual([])
    }
  })

  it('tells somebody before each of its promises breaks, and when it does', () => {
    const { document } = readCharter(charterOfKind(ROOT, kind, SETTINGS[0][1]))
    for (const { id } of document?.promises ?? []) {
      const steps = document?.escalation.find(({ on }) => on.kind === 'promise' && on.promise === id)?.steps ?? []
      expect(steps.map(({ at, tell }) => [at.kind === 'percent' && at.percent, tell])).toEqual([
        [75, ['assignee']],
        [100, ['team-lead']],
      ])
    }
  })

  it('closes only on days on which it would be open', () => {
    const closed = readCharter(charterOfKind(ROOT, kind, SETTINGS[1][1])).document?.calendars.get('office')?.rules
      .closed
    expect(closed?.length).toBeGreaterThan(5)
    expect(closed?.length).toBeLessThan(SPLIT.closed.length)
  })
})
