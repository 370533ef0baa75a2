import type { CharterInForce, ClauseView } from '@avow/contract'
import { describe, expect, test } from 'vitest'
import { everyWord } from '../../../test/every-word.ts'
import { isolated } from '../../messages/isolates.ts'
import { makeWords } from '../../messages/make-words.ts'
import { charterWords } from '../charters/charter-words.ts'
import { cellWords } from './cell-words.ts'
import { conditionColumns, givenColumns } from './clause-columns.ts'
import { givenWords, whenWords } from './given-words.ts'
import { partWords } from './part-words.ts'
import { termWords } from './term-words.ts'

const charter: CharterInForce = {
  id: 'x',
  version: 1,
  hash: '0'.repeat(64),
  effective: '2026-01-01T00:00:00.000Z',
  languages: ['en', 'ar'],
  zone: 'Europe/Warsaw',
  title: null,
  promises: [],
  clauses: [],
  facts: [
    {
      name: 'channel',
      kind: 'choice',
      currency: null,
      says: { en: 'Channel' },
      values: [
        { value: 'email', says: { en: 'e-mail' } },
        { value: 'form', says: { en: 'web form' } },
      ],
      derived: false,
    },
    { name: 'price', kind: 'money', currency: 'EUR', says: { en: 'Purchase price' }, values: [], derived: false },
  ],
  calendars: [{ name: 'office', zone: 'Europe/Warsaw', says: { en: 'office hours' } }],
  positions: [{ name: 'team-lead', says: { en: 'team lead' } }],
  events: [
    { name: 'repair.booked', says: { en: 'repair booked' } },
    { name: 'repair.done', says: { en: 'repair done' } },
  ],
  no_answer_needed: [],
}
const { words: catalogue } = await everyWord('en')
const words = makeWords('en', 'en-GB', catalogue)
const context = { words, of: charterWords(charter, words) }
/** Without the fences of values. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

describe('a condition', () => {
  test.each([
    ['channel', 'email', 'e-mail'],
    ['channel', 'email, form', 'e-mail or web form'],
    ['channel', 'not [email, form]', 'not e-mail or web form'],
    ['channel', 'unknown', 'unknown'],
    ['price', '> 100 EUR', 'over €100.00'],
    ['price', '10 EUR .. 50.50 EUR', '€10.00 to under €50.50'],
    ['bought', '< 30 days', 'under 30 days'],
    ['bought', '30 days .. 2 years', '30 days to under 2 years'],
    ['contacts', '>= 3', 'at least 3'],
    ['vip', 'yes', 'yes'],
    ['weight', 'heavy as lead', 'heavy as lead'],
  ])('on %s: %s', (fact, written, said) => {
    expect(plain(cellWords(fact, written, context))).toBe(said)
  })

  test('of a step is a time', () => {
    expect(plain(whenWords('at', '75%', context))).toBe('at 75% of the time')
    expect(plain(whenWords('after', '2 h of office', context))).toBe('2 hours of office hours after the due time')
  })
})

describe('what a row gives', () => {
  test.each([
    ['target', '1 h of office', '1 hour of office hours'],
    ['allow', 'refund, voucher', 'Refund and voucher'],
    ['up to', 'price', 'Purchase price'],
    ['up to', '10 EUR', '€10.00'],
    ['per day', '500 EUR', '€500.00'],
    ['bend', '200 EUR a month', '€200.00 a month'],
    ['tell', 'assignee, team-lead', 'the assignee and team lead'],
    ['audience', 'position:team-lead', 'team lead'],
  ])('%s: %s', (name, written, said) => {
    expect(plain(givenWords(name, written, context))).toBe(said)
  })
})

describe('a term', () => {
  test.each([
    ['clock', 'first-response', 'First answer'],
    ['clock', 'repair.booked … repair.done, once', 'repair booked to repair done, once'],
    ['measured', 'each, 95% a month', 'each one and 95% a month'],
    ['when', 'channel: email, form, contacts: >= 3', 'Channel: e-mail or web form and Contacts: at least 3'],
    ['pauses', 'waiting-for-customer', 'Waiting for customer'],
    ['if broken', 'apologise, R2', 'we apologise and R2'],
    ['hit', 'unique', 'unique'],
  ])('%s: %s', (name, written, said) => {
    expect(plain(termWords(name, written, context))).toBe(said)
  })
})

describe('the columns of a clause', () => {
  const clause: ClauseView = {
    id: 'E1',
    kind: 'escalation',
    audience: 'staff',
    says: null,
    because: null,
    terms: [],
    texts: [],
    rows: [
      { when: { at: '75%' }, gives: { tell: 'assignee' }, says: null },
      { when: { after: '2 h of office' }, gives: { 'give to': 'team-lead', tell: 'assignee' }, says: null },
    ],
  }

  test('are one for the time of a step, whichever way it is counted', () => {
    const [when, ...others] = conditionColumns(clause, context)
    expect(others).toEqual([])
    expect(clause.rows.map((row) => plain(when?.text(row) ?? ''))).toEqual([
      'at 75% of the time',
      '2 hours of office hours after the due time',
    ])
  })

  test('stand in the order of the document, though a store has lost it', () => {
    const rows = [{ when: {}, gives: { 'per ticket': '100 EUR', bend: '1 EUR a month', may: 'refund' }, says: null }]
    expect(givenColumns({ ...clause, kind: 'authority', rows }, context).map(({ label }) => label)).toEqual([
      'May give',
      'On a ticket',
      'For kindness',
    ])
  })
})

describe('what a comparison says', () => {
  const part = { about: 'rows', change: 'looser', text: '', old: '1 h of office', new: '2 h of office' }

  test('is said with the names of the charter', () => {
    expect(plain(partWords({ ...part, where: 'channel email or form' }, context) ?? '')).toBe(
      'Looser for Channel e-mail or web form: 1 hour of office hours becomes 2 hours of office hours',
    )
    expect(plain(partWords(part, context) ?? '')).toContain('Looser: 1 hour')
  })

  test('of cases that have no names here stands as it was said', () => {
    expect(plain(partWords({ ...part, where: 'channel email; or 2 more kinds of case' }, context) ?? '')).toContain(
      '2 more kinds of case',
    )
    expect(partWords({ about: 'wording', change: 'changed', text: 'the text differs' }, context)).toBeUndefined()
  })
})

test('values are fenced in, so that their direction harms nothing', () => {
  expect(cellWords('price', '> 100 EUR', context)).toContain(isolated('€100.00'))
})
