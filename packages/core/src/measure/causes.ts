/** Why a promise was broken, told from where the counted time of the commitment went (SPEC M6–M9). */
import type { Hand } from './handling.ts'
import type { Segment } from './segments.ts'

/** Of equal shares the first one leads. */
export const CAUSES = ['surge', 'bounced', 'other-team', 'unassigned', 'reopened', 'out-of-hours', 'slow'] as const
export type Cause = (typeof CAUSES)[number]

/** What the shares of causes are told from. */
export interface SpanToExplain {
  /** Of the whole span (SPEC M4). */
  readonly segments: readonly Segment[]
  readonly hands: readonly Hand[]
  /** Until when nobody was there (SPEC M9), UTC ms; null where it came in during opening hours. */
  readonly nobodyUntil: number | null
  /** Many tickets came in when it began (SPEC M8). */
  readonly surge: boolean
}

/** The causes of a broken commitment. */
export interface Explained {
  /** The leading one. */
  readonly cause: Cause
  /** Those that have any of the counted time, ms, in the order of CAUSES; they add up to it. */
  readonly shares: ReadonlyMap<Cause, number>
}

const MANY_HANDS = 3

/** Shares out the counted time of a broken commitment. */
export function explain({ segments, hands, nobodyUntil, surge }: SpanToExplain): Explained {
  const times = new Map<Cause, number>()
  const held = new Map<string, number>()
  const add = (cause: Cause, ms: number) => {
    if (ms > 0) times.set(cause, (times.get(cause) ?? 0) + ms)
  }
  for (const { kind, from, to } of segments) {
    if (kind === 'paused' || kind === 'closed') continue
    if (kind === 'after-reopening') {
      add('reopened', to - from)
      continue
    }
    const start = Math.min(to, Math.max(from, nobodyUntil ?? from))
    add('out-of-hours', start - from)
    add(kind === 'waiting' ? 'slow' : kind, to - start)
    if (kind !== 'unassigned') addHolders(held, hands, start, to)
  }
  const counted = [...times.values()].reduce((sum, ms) => sum + ms, 0)
  if (wasBounced(held, counted)) move(times, ['other-team', 'slow'], 'bounced')
  if (surge) move(times, ['unassigned', 'slow'], 'surge')
  const shares = new Map(CAUSES.flatMap((cause) => (times.has(cause) ? [[cause, times.get(cause) ?? 0] as const] : [])))
  return { cause: leading(shares), shares }
}

function addHolders(held: Map<string, number>, hands: readonly Hand[], from: number, to: number): void {
  hands.forEach(({ at, holder }, index) => {
    const ms = Math.min(to, hands[index + 1]?.at ?? to) - Math.max(from, at)
    if (ms > 0 && holder !== '') held.set(holder, (held.get(holder) ?? 0) + ms)
  })
}

function wasBounced(held: ReadonlyMap<string, number>, counted: number): boolean {
  return held.size >= MANY_HANDS && Math.max(...held.values()) < counted / 2
}

function move(times: Map<Cause, number>, from: readonly Cause[], to: Cause): void {
  const moved = from.reduce((sum, cause) => sum + (times.get(cause) ?? 0), 0)
  for (const cause of from) times.delete(cause)
  if (moved > 0) times.set(to, moved)
}

function leading(shares: ReadonlyMap<Cause, number>): Cause {
  let found: Cause = 'slow'
  let most = 0
  for (const [cause, ms] of shares) {
    if (ms <= most) continue
    found = cause
    most = ms
  }
  return found
}
