import { fileURLToPath } from 'node:url'
import { checkCharter, compileDraft, readCharter } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { CHARTER_KINDS } from './charter-kind.ts'
import { charterOfKind } from './charter-template.ts'
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
const POLISH: OpeningHours = {
  week: [...Array(5).fill('09:00-17:00'), '', ''],
  country: 'PL',
  closed: [2026, 2027].flatMap((year) => publicHolidays('PL', year)),
  until: '2027-12-31',
}
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
  [
    'Polish, closed on holidays',
    { slug: 'acme', zone: 'Europe/Warsaw', languages: ['pl', 'en'], hours: POLISH, currency: 'PLN' },
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

  it('lives under the law of the country that was chosen, and passes its packs; under none where none was', () => {
    const lawOf = (settings: (typeof SETTINGS)[number][1]) =>
      readCharter(charterOfKind(ROOT, kind, settings)).document?.law
    expect(lawOf(SETTINGS[2][1])).toBeUndefined()
    expect(lawOf(SETTINGS[1][1])?.jurisdictions).toEqual(['GR', 'EU'])
    const law = lawOf(SETTINGS[3][1])
    expect(law?.jurisdictions).toEqual(['PL', 'EU'])
    expect(law?.sectors).toEqual([kind === 'public-office' ? 'public-service' : 'consumer'])
    expect(law?.holidays).toBe('office')
    // What was looser than the law would be found: a complaint is told apart, and its promise pushed past the limit.
    const text = charterOfKind(ROOT, kind, SETTINGS[3][1]).replace(/target: (14|30) days/g, 'target: 60 days')
    const { document, data } = readCharter(text)
    if (document === undefined) throw new Error('it cannot be read')
    const { zone, calendars } = compileDraft({ document, data }, { asOf: AS_OF, zoneData: 'test' })
    const found = checkCharter(document, { asOf: AS_OF, zone, calendars }).map(({ says }) => says?.data['law'])
    expect(found).toEqual(kind === 'public-office' ? [] : ['PL-1'])
  })

  it('has an objective, a review, whom to reach, and a procedure for money back and one for complaints', () => {
    const { document } = readCharter(charterOfKind(ROOT, kind, SETTINGS[0][1]))
    if (document === undefined) throw new Error('it cannot be read')
    const { objectives, procedures, promises, remedies, contact, complaints, isReviewed, languages } = document
    expect([objectives.length, procedures.length, isReviewed]).toEqual([1, 2, true])
    for (const { objective } of [...promises, ...remedies, ...procedures]) expect(objective).toBe('O1')
    for (const procedure of procedures)
      for (const { action } of procedure.steps)
        if (action.kind === 'do') expect([...action.says.by.keys()].sort()).toEqual([...languages].sort())
    for (const texts of [contact, complaints])
      expect([...(texts?.by.keys() ?? [])].sort()).toEqual([...languages].sort())
    expect(procedures.map(({ steps }) => steps.some(({ action }) => action.kind === 'decide'))).toEqual([true, true])
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
