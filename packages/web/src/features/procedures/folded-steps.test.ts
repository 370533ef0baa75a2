import type { WalkedStepJson } from '@avow/contract'
import { expect, test } from 'vitest'
import { foldedSteps } from './folded-steps.ts'

const AT = '2026-11-23T09:00:00.000Z'

function step(number: number, state: WalkedStepJson['state']): WalkedStepJson {
  const isSettled = state === 'done' || state === 'skipped'
  const settled = isSettled ? ({ how: state, at: AT, by: null, reason: null, handed: null } as const) : null
  return { step: number, round: 1, state, facts: [], settled, since: null, until: null, mine: true, needs: [] }
}
const shown = (states: readonly WalkedStepJson['state'][]) => {
  const parts = foldedSteps(states.map((state, index) => step(index + 1, state)))
  return [parts.folded, parts.shown, parts.past].map((some) => some.map((one) => one.step))
}

test('a short procedure stands open', () => {
  expect(shown(['done', 'left-out', 'now', 'later'])).toEqual([[], [1, 2, 3, 4], []])
  expect(shown(['done', 'done', 'done', 'done', 'now'])).toEqual([[], [1, 2, 3, 4, 5], []])
})

test('of a long one the last settled steps stand open, and what is to be done', () => {
  expect(shown(['done', 'skipped', 'left-out', 'done', 'done', 'now', 'later'])).toEqual([[1, 2], [3, 4, 5, 6, 7], []])
  expect(shown(['done', 'done', 'done', 'done', 'done'])).toEqual([[1, 2], [3, 4, 5], []])
})

test('what the way led past is kept apart', () => {
  expect(shown(['done', 'passed-by', 'now'])).toEqual([[], [1, 3], [2]])
})
