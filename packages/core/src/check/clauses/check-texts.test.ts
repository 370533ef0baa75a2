import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { checkTexts } from './check-texts.ts'

const PROMISE = 'clock: first-response, measured: [each], table: [ { target: 3 days } ]'

function told(body: string, languages = '[en, pl, el]') {
  return checkTexts(charterOf(body, { languages }).document).map(
    ({ code, line, message }) => `${line} ${code}: ${message}`,
  )
}

describe('the check of texts', () => {
  it('finds a language that a text lacks', () => {
    expect(told('title: { en: Our service, el: Υπηρεσία }\n')).toEqual([
      '5 text-missing: The title has no text in “pl”. Readers of this language would see it in another.',
    ])
    expect(told('title: Our service\n')).toEqual([
      '5 text-missing: The title has no text in “pl” and “el”. Readers of these languages would see it in another.',
    ])
  })

  it('takes a missing master text for an error', () => {
    expect(told('title: { pl: Obsługa, el: Υπηρεσία }\n')).toEqual([
      "5 master-text-missing: The title has no text in “en”, the charter's master language, from which the others are made. Write it.",
    ])
  })

  it('looks at facts, their values, events, calendars and positions', () => {
    const body = `facts:
  tier: { one of: [free, gold], says: { en: Tier }, values say: { gold: { en: Gold } } }
events:
  repair.done: { says: { en: Repaired } }
calendars:
  office: { open: { mon: 09:00-17:00 }, says: { en: Office } }
`
    const found = told(body, '[en, pl]')
    expect(found.map((line) => line.slice(line.indexOf(':') + 2, line.indexOf(' has ')))).toEqual([
      'The fact “tier”',
      'The value “gold” of “tier”',
      'The event “repair.done”',
      'The calendar “office”',
      'The fact “tier”',
    ])
    expect(found.at(-1)).toContain('has texts for some of its values and none for free.')
  })

  it('finds a translation that does not tell the time', () => {
    const says = 'says: { en: "Within {target}.", pl: "W ciągu {target}.", el: "Σύντομα." }'
    expect(told(`promises:\n  - { id: P1, audience: staff, ${says}, ${PROMISE} }\n`)).toEqual([
      '6 target-not-told: “says” of P1 says {target} in “en” and not in “el”, so readers there are not told the time. Put {target} where the time belongs.',
    ])
  })

  it('finds a public promise without words', () => {
    expect(
      told(`promises:\n  - { id: P1, audience: public, ${PROMISE} }\n  - { id: P2, audience: staff, ${PROMISE} }\n`),
    ).toEqual([
      '6 text-missing: P1 is public and has no “says”, so the public page has no words for it. Write them, or make its audience staff.',
    ])
  })

  it('finds nothing where every language has every text', () => {
    const says = 'says: { en: "Within {target}.", pl: "W ciągu {target}." }, because: { en: So., pl: Tak. }'
    expect(told(`promises:\n  - { id: P1, audience: public, ${says}, ${PROMISE} }\n`, '[en, pl]')).toEqual([])
  })

  const place = 'postal addresses'
  const whole = ['contact', 'complaints'].map((field) => `${field}: { en: ${place} }\n`).join('')

  it('looks at how the whole charter says to reach the company and to complain', () => {
    expect(told(whole, '[en, pl]')).toEqual([
      '5 text-missing: “contact” of test has no text in “pl”. Readers of this language would see it in another.',
      '6 text-missing: “complaints” of test has no text in “pl”. Readers of this language would see it in another.',
    ])
  })

  it('names the clause and the field of a text that it lacks', () => {
    const texts = 'says: { en: Soon. }, because: { en: So. }, limits: { en: Not abroad. }'
    const body = `positions: { lead: { says: { en: Lead } } }\npromises:\n  - { id: P1, ${texts}, ${PROMISE} }\n`
    expect(told(body, '[en, pl]').map((line) => line.slice(line.indexOf(':') + 2, line.indexOf(' has ')))).toEqual([
      'The position “lead”',
      '“says” of P1',
      '“because” of P1',
      '“limits” of P1',
    ])
    const { document } = charterOf(body, { languages: '[en, pl]' })
    expect(checkTexts(document).map(({ says }) => says?.data['part'])).toEqual([
      ['position', 'lead'],
      ['says', 'P1'],
      ['because', 'P1'],
      ['text', 'limits', 'P1'],
    ])
  })

  it('asks for texts of all values only where some have one', () => {
    const values = (say: string) => told(`facts: { tier: { one of: [free, gold]${say} } }\n`, '[en]')
    expect(values(', values say: { gold: { en: Gold }, free: { en: Free } }')).toEqual([])
    expect(values('')).toEqual([])
    expect(values(', values say: { gold: { en: Gold } }')).toHaveLength(1)
  })

  it('takes a translation that is not there for missing alone, not for one without the time', () => {
    const says = 'says: { en: "Within {target}.", el: "Σε {target}." }'
    expect(told(`promises:\n  - { id: P1, audience: staff, ${says}, ${PROMISE} }\n`)).toEqual([
      '6 text-missing: “says” of P1 has no text in “pl”. Readers of this language would see it in another.',
    ])
  })
})
