import type { CharterInForce } from '@avow/contract'
import { expect, test } from 'vitest'
import { ar } from '../../messages/ar/index.ts'
import { en } from '../../messages/en/index.ts'
import { makeWords } from '../../messages/make-words.ts'
import { charterWords } from './charter-words.ts'

const charter: CharterInForce = {
  id: 'c',
  version: 1,
  hash: '0'.repeat(64),
  effective: '2026-01-01T00:00:00.000Z',
  languages: ['el', 'en'],
  zone: 'Europe/Athens',
  title: null,
  promises: [
    {
      id: 'P1',
      clock: 'first-response',
      says: { el: 'Απαντάμε μέσα σε {target}.', en: 'We answer within {target}.' },
      because: null,
      no_answer_needed: [],
    },
    { id: 'P2', clock: 'from repair.booked until repair.done', says: null, because: null, no_answer_needed: [] },
  ],
  clauses: [],
  facts: [
    {
      name: 'tier',
      kind: 'choice',
      currency: null,
      says: { en: 'Customer tier' },
      values: [{ value: 'gold', says: { en: 'gold', ar: 'ذهبية' } }],
      derived: false,
    },
    { name: 'bought', kind: 'age', currency: null, says: null, values: [], derived: false },
  ],
  calendars: [{ name: 'office', zone: 'Europe/Athens', says: { en: 'office hours', ar: 'ساعات عمل المكتب' } }],
  positions: [{ name: 'team-lead', says: { en: 'team lead' } }],
  events: [{ name: 'repair.booked', says: { en: 'repair booked' } }],
  no_answer_needed: [],
  tone: [],
}
const plain = (text: string | undefined) => text?.replace(/[\u2066-\u2069]/g, '')
const english = charterWords(charter, makeWords('en', 'en-GB', en))
const arabic = charterWords(charter, makeWords('ar', 'ar-AE', ar))

test('a text is in the reader’s language, else in the charter’s first, and says which', () => {
  expect(plain(english.promiseText('P1', '4 h of office')?.text)).toBe('We answer within 4 hours of office hours.')
  expect(arabic.promiseText('P1', '4 h of office')).toMatchObject({ language: 'el' })
})

test('without a target the text says so in words, never in braces', () => {
  expect(plain(english.promiseText('P1', undefined)?.text)).toBe('We answer within the time promised.')
})

test('lengths are in words of the language, plurals too', () => {
  expect(plain(arabic.target('2 working days of office'))).toBe('يومَي عمل من ساعات عمل المكتب')
  expect(plain(english.target('1 month'))).toBe('1 month')
  expect(english.target('as long as it takes')).toBe('as long as it takes')
})

test('promises are named by what they are about', () => {
  expect(english.promiseName('P1')).toBe('First answer')
  expect(plain(english.promiseName('P2'))).toBe('repair booked to repair.done')
  expect(english.promiseName('P9')).toBe('P9')
})

test('facts and their values are named as the charter names them', () => {
  expect(english.fact('tier')).toBe('Customer tier')
  expect(arabic.factValue('tier', 'gold')).toBe('ذهبية')
  expect(english.factValue('tier', null)).toBe('unknown')
  expect(english.factValue('vip', true)).toBe('yes')
  expect(english.factValue('price', { minor: 8950, currency: 'EUR' })).toBe('€89.50')
  expect(english.factValue('bought', '2026-11-15')).toBe('15 Nov 2026')
  expect(english.position('team-lead')).toBe('team lead')
  expect(english.position('assignee')).toBe('the assignee')
})
