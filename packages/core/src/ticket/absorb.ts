/** The messages of a merged ticket join the survivor's history at their own instants (SPEC E10). */
import type { TicketEvent } from './event.ts'

const MESSAGES: ReadonlySet<string> = new Set(['message.received', 'message.sent', 'message.auto'])

/** Who was merged into whom, said by either side; chains are followed to the last survivor, circles are left alone. */
export function survivors(events: Iterable<TicketEvent>): ReadonlyMap<string, string> {
  const into = new Map<string, string>()
  for (const event of events) {
    if (event.type === 'ticket.merged' && event.into !== undefined) into.set(event.ticket, event.into)
    else if (event.type === 'ticket.absorbed' && event.from !== undefined) into.set(event.from, event.ticket)
  }
  return into
}

/**
 * The events with, for each survivor, copies of the messages of the tickets merged into it; a ticket of which only the
 * survivor says that it was absorbed gets its own `ticket.merged`.
 */
export function absorbMerged(events: readonly TicketEvent[]): readonly TicketEvent[] {
  const into = survivors(events)
  if (into.size === 0) return events
  const joined = [...events]
  const mergedThemselves = new Set(events.filter(({ type }) => type === 'ticket.merged').map(({ ticket }) => ticket))
  for (const event of events) {
    if (event.type === 'ticket.absorbed' && event.from !== undefined && !mergedThemselves.has(event.from)) {
      const { at, recorded, by } = event
      joined.push({ ticket: event.from, type: 'ticket.merged', at, recorded, by, into: event.ticket })
    }
    if (!MESSAGES.has(event.type)) continue
    const passed = new Set([event.ticket])
    for (let next = into.get(event.ticket); next !== undefined && !passed.has(next); next = into.get(next)) {
      passed.add(next)
      const { id: _, ...copy } = event
      joined.push({ ...copy, ticket: next })
    }
  }
  return joined
}
