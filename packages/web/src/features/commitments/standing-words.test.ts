import type { Commitment } from '@avow/contract'
import { expect, test } from 'vitest'
import { ar } from '../../messages/ar/index.ts'
import { en } from '../../messages/en/index.ts'
import { makeWords } from '../../messages/make-words.ts'
import { momentsOf } from '../../time/moments.ts'
import { standingWords } from './standing-words.ts'

const at = (text: string) => new Date(`2026-01-${text}:00.000Z`).toISOString()
const now = Date.parse(at('05T10:00'))

const commitment = (more: Partial<Commitment>): Commitment => ({
  promise: 'P1',
  run: 1,
  clock: 'first-response',
  key: '',
  state: 'running',
  start: at('05T09:00'),
  due: at('05T11:20'),
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

const english = makeWords('en', 'en-GB', en)
const say = (more: Partial<Commitment>, words = english) =>
  standingWords(commitment(more), now, words, momentsOf(words.locale, 'UTC')).replace(/[\u2066-\u2069]/g, '')

test.each([
  ['due within a day: how long, and by when', {}, 'Due in 1 h 20 min, by 11:20'],
  ['due later: when', { due: at('08T11:20') }, 'Due Thu 11:20'],
  ['past due, and the server has not said so yet', { due: at('05T09:48') }, 'Broken 12 min ago, still not done'],
  ['done late', { state: 'broken', due: at('05T09:30'), fulfilled_at: at('05T09:42') }, 'Broken by 12 min'],
  ['an interval without word', { state: 'broken', clock: 'update-every', due: at('04T09:30') }, 'Missed Sun 09:30'],
  ['kept', { state: 'kept', fulfilled_at: at('05T10:10') }, 'Kept, 1 h 10 min before it was due'],
  ['paused', { state: 'paused', due: null, left_ms: 5_400_000 }, 'Paused, 1 h 30 min left'],
  ['cancelled by a rule', { state: 'cancelled', reason: 'spam' }, 'Cancelled: spam'],
  ['cancelled by a reason of the charter', { state: 'cancelled', reason: 'thanks' }, 'Cancelled: thanks'],
] as const)('%s', (_, more, words) => {
  expect(say(more)).toBe(words)
})

test('in Arabic figures are those of the reader’s country', () => {
  expect(say({}, makeWords('ar', 'ar-EG', ar))).toMatch(/١ س ٢٠ د/)
  expect(say({}, makeWords('ar', 'ar-AE', ar))).toMatch(/1 س 20 د/)
})
