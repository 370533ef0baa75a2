import { expect, it } from 'vitest'
import { countWaiting } from './count-waiting.ts'

const AT = '2026-11-22T12:00:00Z'

it('a ticket counts once, in whichever of the lists it stands and however often', () => {
  const attention = [
    { id: 'a', ticket: 7 },
    { id: 'b', ticket: 7 },
    { id: 'c', ticket: null },
  ]
  const notices = [
    { id: 'd', ticket: 7, read_at: null },
    { id: 'e', ticket: 8, read_at: null },
    { id: 'f', ticket: 9, read_at: AT },
    { id: 'g', ticket: null, read_at: null },
  ]
  // Tickets 7 and 8, and two things that are about none.
  expect(countWaiting(attention, notices)).toBe(4)
  expect(countWaiting([], [])).toBe(0)
})
