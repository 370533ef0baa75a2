import type { Commitment, TicketRow } from '@avow/contract'
import { expect, test } from 'vitest'
import { inOrderOfNeed, rowStanding, standingOf } from './standing.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString()
const now = Date.parse(at(30))

const commitment = (more: Partial<Commitment>): Commitment => ({
  promise: 'P1',
  run: 1,
  clock: 'first-response',
  key: '',
  state: 'running',
  start: at(0),
  due: at(59),
  risk_at: at(45),
  settled_at: null,
  fulfilled_at: null,
  reason: null,
  target: '1 h of office',
  calendar: 'office',
  row: 1,
  pauses: [],
  left_ms: null,
  put_off: false,
  unsure: false,
  why: [],
  ...more,
})

test.each([
  ['running', {}],
  ['risk', { risk_at: at(30) }],
  ['broken', { due: at(29), risk_at: at(20) }],
  ['kept', { state: 'kept' as const, due: at(10) }],
])('%s', (standing, more) => {
  expect(standingOf(commitment(more), now)).toBe(standing)
})

test('what needs somebody comes first', () => {
  const order = inOrderOfNeed(
    [
      commitment({ promise: 'kept', state: 'kept', settled_at: at(10) }),
      commitment({ promise: 'later', due: at(59) }),
      commitment({ promise: 'done late', state: 'broken', due: at(5), settled_at: at(5), fulfilled_at: at(9) }),
      commitment({ promise: 'paused', state: 'paused', due: null }),
      commitment({ promise: 'sooner', due: at(40) }),
      commitment({ promise: 'not done', state: 'broken', due: at(20), settled_at: at(20) }),
    ],
    now,
  )
  expect(order.map(({ promise }) => promise)).toEqual(['not done', 'sooner', 'later', 'paused', 'done late', 'kept'])
})

const next = { promise: 'P3', start: at(0), due: at(59), risk_at: at(45) }

test.each<[string, string, Partial<TicketRow>]>([
  ['what is broken while it is our turn is broken, whatever is still to come', 'broken', { broken: 1, next }],
  [
    'what was broken and is answered stands by what comes next',
    'running',
    { state: 'waiting-for-customer', broken: 1, next },
  ],
  [
    'what was broken and waits for the customer is paused',
    'paused',
    { state: 'waiting-for-customer', broken: 1, paused: 1 },
  ],
  ['what was broken, with nothing to come, is broken', 'broken', { state: 'waiting-for-customer', broken: 1 }],
  ['nothing broken: what comes next', 'running', { next }],
])('in the list, %s', (_, standing, more) => {
  const row: Pick<TicketRow, 'state' | 'next' | 'broken' | 'paused'> = {
    state: 'open',
    next: null,
    broken: 0,
    paused: 0,
    ...more,
  }
  expect(rowStanding(row, now)).toBe(standing)
})
