import type { Commitment } from '@avow/contract'
import { expect, test } from 'vitest'
import { inOrderOfNeed, standingOf } from './standing.ts'

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
