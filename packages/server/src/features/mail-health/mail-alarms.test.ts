import { expect, it } from 'vitest'
import { alarmsOf } from './mail-alarms.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A Monday, noon UTC. */
const now = Date.UTC(2026, 10, 2, 12)
const nothing = { lastMailAt: undefined, oldestWaitingAt: undefined, failingSince: undefined, arrivals: [] }
const codes = (seen: Partial<Parameters<typeof alarmsOf>[0]>, at = now) =>
  alarmsOf({ ...nothing, ...seen }, at).raised.map(({ code }) => code)

it('a mail that waits for more than 5 minutes, and fetching that fails for more than 15', () => {
  expect(codes({})).toEqual([])
  expect(codes({ oldestWaitingAt: now - 5 * MINUTE, failingSince: now - 15 * MINUTE })).toEqual([])
  expect(codes({ oldestWaitingAt: now - 5 * MINUTE - 1, failingSince: now - 15 * MINUTE - 1 })).toEqual([
    'mailbox-late',
    'mailbox-not-fetched',
  ])
  expect(alarmsOf({ ...nothing, failingSince: now - 61 * MINUTE }, now).raised[0]?.data).toEqual({ minutes: 61 })
})

it('silence, which only a mail ends', () => {
  // Each hour of each day, until five hours ago.
  const lastMailAt = now - 5 * HOUR
  const arrivals = Array.from({ length: 27 * 24 }, (_, index) => lastMailAt - index * HOUR)
  expect(alarmsOf({ ...nothing, lastMailAt, arrivals }, now)).toEqual({
    raised: [{ code: 'mailbox-silent', data: { minutes: 300, hours: 5 } }],
    healed: ['mailbox-late', 'mailbox-not-fetched'],
  })
  expect(alarmsOf({ ...nothing, lastMailAt: now - 4 * HOUR, arrivals }, now).healed).toContain('mailbox-silent')
  // Weeks later nothing is usual any more: that is no mail.
  const late = alarmsOf({ ...nothing, lastMailAt, arrivals }, now + 30 * DAY)
  expect([late.raised, late.healed]).toEqual([[], ['mailbox-late', 'mailbox-not-fetched']])
})
