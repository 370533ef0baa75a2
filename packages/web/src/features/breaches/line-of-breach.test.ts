import type { Breach } from '@avow/contract'
import { expect, test } from 'vitest'
import { lineOf } from './line-of-breach.ts'

const hour = (n: number) => `2026-01-05T${String(n).padStart(2, '0')}:00:00.000Z`
const commitment: Breach['commitment'] = {
  promise: 'P1',
  run: 1,
  clock: 'first-response',
  key: '',
  state: 'broken',
  start: hour(8),
  due: hour(12),
  risk_at: null,
  settled_at: hour(12),
  fulfilled_at: null,
  reason: null,
  target: '4 h of office',
  calendar: 'office',
  row: 1,
  pauses: [],
  left_ms: null,
  put_off: false,
  unsure: false,
}

test('what counted is one span, whoever had the ticket; closed and paused stay apart', () => {
  const segments = [
    { kind: 'unassigned', from: hour(8), to: hour(9) },
    { kind: 'waiting', from: hour(9), to: hour(10) },
    { kind: 'closed', from: hour(10), to: hour(11) },
    { kind: 'paused', from: hour(11), to: hour(12) },
  ]
  expect(lineOf({ commitment, segments }).why.map(({ code, from, to }) => [code, from, to])).toEqual([
    ['counted', hour(8), hour(10)],
    ['closed', hour(10), hour(11)],
    ['paused', hour(11), hour(12)],
  ])
})
