import { fileURLToPath } from 'node:url'
import { checkCharter, compileDraft, LAW_ROWS, lawRowsFor, readCharter, SECTORS } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { CHARTER_KINDS, CHARTER_TEMPLATES, type CharterTemplate, SCRATCH } from './charter-kind.ts'
import { jurisdictionsOf } from './charter-law.ts'
import { charterOfKind, fitTemplate, templateText } from './charter-template.ts'
import { HOLIDAY_COUNTRIES, publicHolidays } from './public-holidays.ts'
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

/** What reading and checking a text finds; the text must be a charter. */
function checked(text: string) {
  const { document, data, findings } = readCharter(text)
  if (document === undefined) throw new Error(`it cannot be read: ${JSON.stringify(findings)}`)
  const { zone, calendars } = compileDraft({ document, data }, { asOf: AS_OF, zoneData: 'test' })
  return { document, findings: [...findings, ...checkCharter(document, { asOf: AS_OF, zone, calendars })] }
}

/** The template for a company of these jurisdictions, in all its languages. */
function under(template: CharterTemplate, jurisdictions: Parameters<typeof fitTemplate>[1]['jurisdictions']): string {
  const languages = ['en', 'it', 'pl', 'el', 'ar']
  const fit = { slug: 'acme', zone: 'Europe/Rome', languages, currency: 'EUR', jurisdictions, office: {} }
  return fitTemplate(templateText(ROOT, template), fit)
}

/** What sectors say of a company’s size or licence and not of its trade: no template is for them. */
const NO_TRADE = ['large-company', 'regulated-service']

describe('the charters to begin with', () => {
  it.each(CHARTER_TEMPLATES)(
    '%s has no finding as it ships, under every law that it was written for at once',
    (one) => {
      const { document, findings } = checked(templateText(ROOT, one))
      expect(findings).toEqual([])
      expect(document.languages).toEqual(['en', 'it', 'pl', 'el', 'ar'])
      expect(document.law === undefined).toBe(one === SCRATCH)
    },
  )

  it.each(CHARTER_KINDS)(
    '%s has none under each of these laws alone, and under that of each country to choose',
    (kind) => {
      const law = checked(templateText(ROOT, kind)).document.law
      if (law === undefined) throw new Error('it names no law')
      for (const jurisdiction of law.jurisdictions) {
        // A jurisdiction of which no row is known for any of its sectors would be named for nothing.
        expect(lawRowsFor([jurisdiction], law.sectors), jurisdiction).not.toEqual([])
        const one = checked(under(kind, [jurisdiction]))
        expect([one.document.law?.jurisdictions, one.findings]).toEqual([[jurisdiction], []])
      }
      for (const country of HOLIDAY_COUNTRIES) {
        const closed = [2026, 2027].flatMap((year) => publicHolidays(country, year))
        const hours = { ...POLISH, country, closed }
        const settings = { slug: 'acme', zone: 'Europe/Rome', languages: ['it', 'en'], hours, currency: 'EUR' }
        expect(checked(charterOfKind(ROOT, kind, settings)).findings, country).toEqual([])
      }
    },
  )

  it('are there for every trade of which the packs know a row', () => {
    const covered = CHARTER_KINDS.flatMap((kind) => checked(templateText(ROOT, kind)).document.law?.sectors ?? [])
    expect(new Set([...covered, ...NO_TRADE])).toEqual(new Set(SECTORS))
    // And there are rows to be compared with: the packs are not empty.
    expect(LAW_ROWS.length).toBeGreaterThan(40)
  })

  it('from scratch has little: one promise, who is told of it, an apology and who may give it', () => {
    const { document } = checked(templateText(ROOT, SCRATCH))
    const { promises, escalation, remedies, authority, objectives, procedures } = document
    expect([promises, escalation, remedies, authority, objectives, procedures].map(({ length }) => length)).toEqual([
      1, 1, 1, 2, 0, 0,
    ])
  })
})

describe.each(CHARTER_KINDS)('the charter to begin with of kind %s', (kind) => {
  it.each(SETTINGS)('has no finding for %s', (_, settings) => {
    const { document, findings } = checked(charterOfKind(ROOT, kind, settings))
    expect(findings).toEqual([])
    expect([document.languages, document.zone]).toEqual([settings.languages, settings.zone])
    expect(document.promises.length).toBeGreaterThanOrEqual(3)
  })

  it('says something of every kind that customers ask about', () => {
    const { values, exclusions, channels } = checked(templateText(ROOT, kind)).document
    expect([values.length, exclusions.length]).toEqual([1, 1])
    expect(new Set(channels.map(({ channel }) => channel)).size).toBe(3)
  })

  it('lives under the law of the country that was chosen, and passes its packs; under none where none was', () => {
    const lawOf = (settings: (typeof SETTINGS)[number][1]) =>
      readCharter(charterOfKind(ROOT, kind, settings)).document?.law
    expect(lawOf(SETTINGS[2][1])).toBeUndefined()
    expect(lawOf(SETTINGS[1][1])?.jurisdictions).toEqual(['GR', 'EU'])
    const law = lawOf(SETTINGS[3][1])
    expect(law?.jurisdictions).toEqual(['PL', 'EU'])
    expect(law?.sectors).toEqual(readCharter(templateText(ROOT, kind)).document?.law?.sectors)
    expect(law?.holidays).toBe('office')
    // What was looser than the law would be found: a complaint is told apart, and its promise pushed past the limit.
    const text = charterOfKind(ROOT, kind, SETTINGS[3][1]).replace(/target: (5|14|30) days/g, 'target: 90 days')
    const found = checked(text).findings.map(({ says }) => says?.data['law'])
    const rows = lawRowsFor(jurisdictionsOf('PL'), law?.sectors ?? [])
    const bound = rows.filter(({ limit }) => limit?.matter === 'complaint').map(({ id }) => id)
    expect(found.toSorted()).toEqual(bound.toSorted())
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
