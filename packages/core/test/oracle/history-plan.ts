/** A random history before it is laid out in time: how many tickets, and the moves made on them. */
import fc from 'fast-check'
import { MINUTE } from './wall-clock.ts'

const WHAT = [
  ...many('received', 14),
  // A message and the state that goes with it, at one instant.
  ...many('ask', 8),
  ...many('settle', 6),
  // A due time is told, facts change, and it is told anew or withdrawn (F4, F5).
  ...many('retell', 6),
  // A customer says thanks, and the reopening is undone (K9).
  ...many('thanks', 4),
  // A declared run, ended or given up.
  ...many('repair', 6),
  ...many('sent', 14),
  ...many('auto', 8),
  ...many('status', 18),
  ...many('reopened', 2),
  ...many('facts', 12),
  ...many('declared', 14),
  'note',
  'assigned',
  'spam',
  'undo',
  ...many('merged', 2),
  'absorbed',
  'duplicate',
  'unknown',
] as const
const WHEN = [
  ...many('same', 6),
  ...many('minutes', 9),
  ...many('hours', 3),
  ...many('days', 2),
  ...many('due', 6),
  'opening',
  'closing',
  'midnight',
  'change',
] as const
export function many<const T extends string>(word: T, count: number): T[] {
  return Array.from({ length: count }, () => word)
}

const move = fc.record({
  ticket: fc.constantFrom(0, 0, 0, 1, 2),
  what: fc.constantFrom(...WHAT),
  when: fc.constantFrom(...WHEN),
  shift: fc.constantFrom(0, 0, 0, 0, 0, -1, 1),
  late: fc.constantFrom('no', 'no', 'no', 'no', 'no', 'no', 'minutes', 'event', 'due'),
  /** Where a choice is open, these decide. */
  a: fc.nat(999),
  b: fc.nat(999),
})
export type Move = typeof move extends fc.Arbitrary<infer T> ? T : never

export interface HistoryPlan {
  readonly start: number
  readonly tickets: number
  readonly byAgent: readonly number[]
  readonly moves: readonly Move[]
  /** `some`: seq on some events, in no order; `all`: on all, rising as the log took them in. */
  readonly seq: 'none' | 'some' | 'all'
  readonly hasIds: boolean
  readonly omitsBy: boolean
}

export const historyPlan: fc.Arbitrary<HistoryPlan> = fc.record({
  start: fc.integer({ min: -6 * 24 * 12, max: 24 * 12 }).map((five) => five * 5 * MINUTE),
  tickets: fc.constantFrom(1, 1, 1, 2, 3),
  byAgent: fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }),
  moves: fc.array(move, { minLength: 2, maxLength: 16, size: 'max' }),
  seq: fc.constantFrom('none', 'none', 'some', 'all'),
  hasIds: fc.boolean(),
  omitsBy: fc.boolean(),
})
