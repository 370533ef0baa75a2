import type { Commitment, Reason } from '@avow/contract'
import type { ReasonCode } from '@avow/core'
import { describe, expect, test } from 'vitest'
import { ar } from '../../messages/ar/index.ts'
import { en } from '../../messages/en/index.ts'
import { makeWords } from '../../messages/make-words.ts'
import { momentsOf } from '../../time/moments.ts'
import { charterWords } from '../charters/charter-words.ts'
import { isReckoned, whyLine } from './why-lines.ts'

const CODES: Readonly<Record<ReasonCode, true>> = {
  started: true,
  row: true,
  amended: true,
  target: true,
  counted: true,
  closed: true,
  paused: true,
  'pause-not-counted': true,
  dates: true,
  'row-changed': true,
  'row-kept': true,
  'row-fixed': true,
  'rows-passed-over': true,
  more: true,
  'put-off': true,
  told: true,
  'settled-first': true,
  reopened: true,
  'reopened-late': true,
  'reopening-undone': true,
  kept: true,
  broken: true,
  'fulfilled-late': true,
  cancelled: true,
  running: true,
  sum: true,
  unsure: true,
  'silent-solve': true,
}

const reason = (code: string, more: Partial<Reason> = {}): Reason => ({
  code,
  text: 'ENGLISH OF THE CORE',
  from: '2026-01-05T09:00:00.000Z',
  to: null,
  counted_ms: null,
  data: { row: 1, target: '2 h of office', reason: 'spam', problem: 'past-horizon', moved: 2 },
  ...more,
})

const commitment = (more: Partial<Commitment> = {}): Commitment => ({
  promise: 'P1',
  run: 1,
  clock: 'first-response',
  key: '',
  state: 'running',
  start: '2026-01-05T09:00:00.000Z',
  due: '2026-01-05T11:00:00.000Z',
  risk_at: null,
  settled_at: null,
  fulfilled_at: null,
  reason: null,
  target: '2 h of office',
  calendar: 'office',
  row: 1,
  pauses: [],
  left_ms: null,
  put_off: false,
  unsure: false,
  why: [],
  ...more,
})

const speaking = (language: 'en' | 'ar') => {
  const words = makeWords(language, language === 'en' ? 'en-GB' : 'ar', language === 'en' ? en : ar)
  return { words, moments: momentsOf(words.locale, 'Europe/Warsaw'), of: charterWords(undefined, words) }
}
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

describe.each(['en', 'ar'] as const)('%s', (language) => {
  const lines = Object.keys(CODES).filter((code) => !isReckoned(reason(code)))

  test.each(lines)('%s has words', (code) => {
    const said = whyLine(reason(code), commitment(), speaking(language))
    expect(said).not.toContain('ENGLISH OF THE CORE')
    expect(said).not.toContain('{')
  })
})

test('says when, and what is promised', () => {
  const { words, moments, of } = speaking('en')
  const say = (line: Reason, one = commitment()) => plain(whyLine(line, one, { words, moments, of }))
  expect(say(reason('started'))).toBe(
    'The clock started on Mon, 5 Jan 2026, 10:00: a person is to answer for the first time.',
  )
  expect(say(reason('row'))).toBe('By row 1 the time promised is 2 hours of office.')
  expect(say(reason('fulfilled-late', { to: '2026-01-05T09:40:00.000Z' }))).toBe(
    'Broken: due Mon, 5 Jan 2026, 10:00, and done on Mon, 5 Jan 2026, 10:40, 40 min late.',
  )
  expect(say(reason('started'), commitment({ clock: 'from repair.booked until repair.done', key: '7' }))).toBe(
    'The clock started on Mon, 5 Jan 2026, 10:00 with repair.booked of 7, and runs until repair.done.',
  )
})

test('a target in dates says its last day; one in working days its closing', () => {
  const { words, moments, of } = speaking('en')
  const dates = reason('dates', { from: '2026-01-05T09:00:00.000Z', to: '2026-01-19T23:00:00.000Z' })
  const say = (target: string) => plain(whyLine(dates, commitment({ target }), { words, moments, of }))
  expect(say('14 days')).toBe(
    '14 days from 5 Jan 2026: due at the end of 19 Jan 2026, 2 dates later because of pauses.',
  )
  expect(say('3 working days of office')).toBe(
    '3 working days of office from 5 Jan 2026: due at the closing on Tue, 20 Jan 2026, 00:00.',
  )
})

test('which other rows match, and which counts', () => {
  const say = (language: 'en' | 'ar', rows: string) => {
    const data = { row: 2, rows, count: rows.split(', ').length }
    return plain(whyLine(reason('rows-passed-over', { data }), commitment(), speaking(language)))
  }
  expect(say('en', '5')).toBe('Row 5 matches too: row 2 counts, as the first that matches.')
  expect(say('en', '3, 5')).toBe('Rows 3 and 5 match too: row 2 counts, as the first that matches.')
  expect(say('ar', '5')).toContain('السطر 5')
})

test('a code that a newer server sends is said in its English', () => {
  expect(whyLine(reason('quite-new'), commitment(), speaking('ar'))).toBe('ENGLISH OF THE CORE')
})
