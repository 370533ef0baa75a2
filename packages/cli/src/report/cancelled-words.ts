import type { Group } from '@avow/core'
import { type Html, theirs } from './html.ts'
import type { MessageKey } from './messages/en.ts'
import type { Tongue } from './tongue.ts'

/** Reasons that the rules name; others are words of the charter. */
const REASONS: ReadonlyMap<string, MessageKey> = new Map(
  (['spam', 'merged', 'given-up', 'no-row', 'withdrawn'] as const).map((reason) => [reason, `cancelled.${reason}`]),
)

/** Why commitments were cancelled, and how many for each reason, the most first. */
export function cancelledWords({ cancelledBy }: Group, tongue: Tongue): Html {
  const reasons = [...cancelledBy].sort(([, a], [, b]) => b - a)
  return tongue.list(
    reasons.map(([reason, count]) => {
      const key = REASONS.get(reason)
      return tongue.say('cancelled.because', { reason: key === undefined ? theirs(reason) : tongue.say(key), count })
    }),
  )
}
