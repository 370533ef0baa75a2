import type { ChannelClause, CharterDocument } from '../charter/index.ts'
import type { FactsAtHand } from './facts-at-hand.ts'

/** The channels that suit a case best, by the facts that are known of it, in the order of the charter; those planned are left out. */
export function suitedChannels(
  { channels }: Pick<CharterDocument, 'channels'>,
  { standing }: Pick<FactsAtHand, 'standing'>,
): readonly ChannelClause[] {
  return channels.filter(
    ({ state, bestFor }) => state !== 'planned' && bestFor.some((one) => standing(one).state === 'holds'),
  )
}
