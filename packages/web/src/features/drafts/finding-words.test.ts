import { readFileSync } from 'node:fs'
import { type CharterInForce, givesWords } from '@avow/contract'
import type { Finding } from '@avow/core'
import { describe, expect, test } from 'vitest'
import { everyWord } from '../../../test/every-word.ts'
import { LANGUAGES, type Language } from '../../messages/languages.ts'
import { makeWords } from '../../messages/make-words.ts'
import { charterWords } from '../charters/charter-words.ts'
import { DraftChecker } from './check-draft.ts'
import { findingWords } from './finding-words.ts'

const NOW = Date.parse('2026-11-22T09:00:00Z')
const RETAILER = readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8')
const HEAD = 'avow: 1\ncharter: test\nlanguages: [en, pl, el]\nzone: Europe/Warsaw\n'
const FAULTY = `${HEAD}title: { en: Our service }
positions: [agent, lead]
facts:
  channel: { one of: [email, chat, phone] }
  bought: { age: true }
calendars:
  office: { open: { mon-fri: 09:00-17:00 }, closed: [2026-12-19 .. 2027-01-03], holidays until: 2027-01-10 }
promises:
  - { id: P1, audience: staff, clock: first-response, measured: [each], table: [ { channel: email, bought: "<= 30 days", target: 1 h of office }, { channel: chat, target: 1 h of office }, { channel: chat, target: 2 h of office } ] }
escalation:
  - { id: E1, for: P1, steps: [ { after: 2 h of office, tell: lead }, { at: 50%, tell: agent } ] }
`

const charter: CharterInForce = {
  id: 'x',
  version: 1,
  hash: '0'.repeat(64),
  effective: '2026-01-01T00:00:00.000Z',
  languages: ['en'],
  zone: 'Europe/Warsaw',
  title: null,
  promises: [],
  clauses: [],
  facts: [
    { name: 'channel', kind: 'choice', currency: null, says: { en: 'Channel' }, values: [], derived: false },
    { name: 'bought', kind: 'age', currency: null, says: { en: 'Bought' }, values: [], derived: false },
  ],
  calendars: [{ name: 'office', zone: 'Europe/Warsaw', says: { en: 'office hours' } }],
  positions: [],
  events: [],
  no_answer_needed: [],
  tone: [],
}

async function contextOf(language: Language) {
  const locale = language === 'en' ? 'en-GB' : language
  const words = makeWords(language, locale, (await everyWord(language)).words)
  return { words, of: charterWords(charter, words) }
}

/** Without the fences of values. */
const plain = (text: string | undefined) => text?.replace(/[\u2066-\u2069]/g, '')

function findingsOf(text: string): readonly Finding[] {
  return new DraftChecker().find(text, NOW)
}

describe('what the checks found', () => {
  test('is said in English as the reader writes dates, lengths and languages', async () => {
    const context = await contextOf('en')
    const said = findingsOf(FAULTY).map(({ says }) => plain(says && findingWords(says, context)))
    expect(said).toEqual([
      'There is no text for the title in Polish and Greek. Readers of these languages would see it in another.',
      expect.stringMatching(/^The holidays of “office” run out on 10 Jan 2027, in 49 days: /),
      expect.stringMatching(
        /^P1 promises nothing for Channel: email, Bought: at least 31 days or unknown; or Channel: phone or unknown: no row covers it\./,
      ),
      expect.stringMatching(
        /^The calendar “office” is closed on 16 dates in a row, 19 Dec 2026 to 3 Jan 2027, and P1 promises 1 hour of office hours: what starts on Fri,? 18 Dec 2026, 17:00 /,
      ),
      'Row 3 of P1 (2 hours of office hours) has the same conditions as row 2. Take one of the two out.',
      expect.stringMatching(/^Step 2 of E1 \(50%\) acts before step 1 \(after 2 hours of office hours\)/),
    ])
  })

  test.each(LANGUAGES)('is said in %s whole', async (language) => {
    const context = await contextOf(language)
    const found = findingsOf(FAULTY)
    expect(found.length).toBeGreaterThan(5)
    for (const { says, message } of found) {
      const said = plain(says && findingWords(says, context))
      expect(said).toMatch(/[.]$/)
      expect(said).not.toContain('undefined')
      if (language !== 'en') expect(said).not.toBe(message)
    }
  })

  test('has no sentence of data where only reading found it', () => {
    const [wrong] = findingsOf(RETAILER.replace('1 h of office', '1 h of ofice'))
    expect(wrong).toMatchObject({ code: 'unknown-calendar' })
    expect(wrong?.says).toBeUndefined()
  })
})

describe('what a row gives', () => {
  test.each([
    ['1 h of office', '1 hour of office hours'],
    ['refund, credit', 'refund, credit'],
    ['refund, credit up to 10 EUR', 'refund, credit, up to €10.00'],
    ['refund up to price', 'refund, up to price'],
    ['refund; 100 EUR a ticket; 250 EUR a day', 'refund, up to €100.00 a ticket, up to €250.00 a day'],
    ['refund; 50 EUR to bend a month', 'refund, out of kindness €50.00 a month'],
  ])('%s is said %s', async (written, said) => {
    expect(plain(givesWords(written, await contextOf('en')))).toBe(said)
  })
})
