import { type ChannelClause, type CompiledCharter, type Day, localDay } from '@avow/core'

/** A way of reaching the company that comes to its end. */
export interface ChannelMove {
  readonly channel: ChannelClause
  /** Its last day, in the charter's zone. */
  readonly until: Day
  /** That day has passed. */
  readonly isOver: boolean
  /** The public channel to use in its place. */
  readonly next?: ChannelClause
}

interface Used {
  /** The word of the channel. */
  readonly channel: string
  /** By which of its addresses, where it has several. */
  readonly address?: string
  /** UTC ms. */
  readonly now: number
}

/**
 * What a customer is to be told of the channel that they used: until when it is, and what to use then. Undefined where it
 * stays, or the charter says nothing of it to the public.
 */
export function channelMove(charter: CompiledCharter, { channel, address, now }: Used): ChannelMove | undefined {
  const { channels } = charter.document
  const found = usedOf(
    channels.filter((each) => each.audience === 'public' && each.channel === channel),
    address?.toLowerCase(),
  )
  if (found?.state !== 'retiring' || found.until === undefined) return undefined
  const next = channels.find(({ id, audience }) => id === found.movesTo && audience === 'public')
  const { until } = found
  const isOver = localDay(charter.zone, now) > until
  return { channel: found, until, isOver, ...(next === undefined ? {} : { next }) }
}

/** Which of the clauses of a channel is meant: the one of this address; else one that names none, those that stay before all. */
function usedOf(clauses: readonly ChannelClause[], address: string | undefined): ChannelClause | undefined {
  const exact = clauses.find((each) => address !== undefined && each.address?.toLowerCase() === address)
  if (exact !== undefined) return exact
  // What another address is for says nothing of this one.
  const general = address === undefined ? clauses : clauses.filter((each) => each.address === undefined)
  return general.find(({ state }) => state !== 'retiring') ?? general[0]
}
