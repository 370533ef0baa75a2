import type { Commitment, TicketRow } from '@avow/contract'
import type { Span } from './promise-line.ts'

/** How a promise stands, as it is shown: with a sign and words, and a colour. */
export type Standing = 'running' | 'risk' | 'kept' | 'broken' | 'paused' | 'cancelled'

/** Past its due time a running one is broken, also in the seconds before the server has noted it. */
export function standingOf({ state, due, risk_at }: Commitment, now: number): Standing {
  if (state !== 'running') return state
  return running(due, risk_at, now)
}

/**
 * How a ticket stands in the list: broken while it is our turn and a promise on it was not kept, since nobody waits more than
 * that customer; else by the promise that breaks next, and then by what is paused or was broken.
 */
export function rowStanding(
  { state, next, broken, paused }: Pick<TicketRow, 'state' | 'next' | 'broken' | 'paused'>,
  now: number,
): Standing | undefined {
  if (broken > 0 && (state === 'new' || state === 'open')) return 'broken'
  if (next !== null) return running(next.due, next.risk_at, now)
  if (paused > 0) return 'paused'
  return broken > 0 ? 'broken' : undefined
}

function running(due: string | null, riskAt: string | null, now: number): Standing {
  if (due !== null && Date.parse(due) < now) return 'broken'
  return riskAt !== null && Date.parse(riskAt) <= now ? 'risk' : 'running'
}

/** The spans of a reckoning, from its why. */
export function spansOf({ why }: Commitment): readonly Span[] {
  return why.flatMap(({ code, from, to }): Span[] => {
    if (from === null || to === null) return []
    if (code !== 'counted' && code !== 'closed' && code !== 'paused') return []
    return [{ kind: code, from: Date.parse(from), to: Date.parse(to) }]
  })
}

/** An interval in which the customer heard nothing: it ends with its due time, and another follows. */
export function isMissed({ state, clock, fulfilled_at }: Commitment): boolean {
  return state === 'broken' && clock === 'update-every' && fulfilled_at === null
}

/** Nothing more can be done for it: kept, cancelled, done late, or missed. */
export function isOver(one: Commitment): boolean {
  return one.state === 'kept' || one.state === 'cancelled' || one.fulfilled_at !== null || isMissed(one)
}

/** What is shown first: broken and not done, at risk, running by due time, paused; then what is settled, the latest first. */
export function inOrderOfNeed(commitments: readonly Commitment[], now: number): readonly Commitment[] {
  const rank = (one: Commitment) => {
    const standing = standingOf(one, now)
    if (standing === 'broken') return isOver(one) ? 3 : 0
    return { risk: 1, running: 1, paused: 2, kept: 4, cancelled: 5 }[standing]
  }
  const time = (one: Commitment) => Date.parse(one.settled_at ?? one.due ?? one.start)
  return [...commitments].sort((a, b) => rank(a) - rank(b) || (rank(a) < 3 ? time(a) - time(b) : time(b) - time(a)))
}
