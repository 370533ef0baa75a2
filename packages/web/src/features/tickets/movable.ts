import type { Entry, Ticket } from '@avow/contract'

/** Messages of a customer that may be moved away: all but what the ticket began with, which is merged as a whole. */
export function movableOf({ entries, merged_into }: Ticket): readonly Entry[] {
  const received = entries.filter(({ type }) => type === 'message.received')
  const free = merged_into === null ? received.slice(1) : received
  return free.filter(({ moved_to, text }) => moved_to === null && text !== null)
}
