import type { Attention, Notice } from '@avow/contract'

/**
 * How many things wait for somebody: what needs a person, and notices not yet read. What is about one ticket is one thing,
 * however many were said of it.
 */
export function countWaiting(
  attention: readonly Pick<Attention, 'id' | 'ticket'>[],
  notices: readonly Pick<Notice, 'id' | 'ticket' | 'read_at'>[],
): number {
  const unread = notices.filter(({ read_at }) => read_at === null)
  return new Set([...attention, ...unread].map(({ id, ticket }) => ticket ?? id)).size
}
