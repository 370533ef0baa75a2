import type { Entry, Ticket } from '@avow/contract'

/** Something of a conversation, with the ticket that it was written on. */
export interface Told {
  readonly entry: Entry
  readonly ticket: Ticket
}

/** What happened on a ticket, and what was said on those merged into it, each at its own instant. */
export function threadOf(ticket: Ticket): readonly Told[] {
  const own = ticket.entries.map((entry): Told => ({ entry, ticket }))
  if (ticket.absorbed.length === 0) return own
  const merged_into = { id: ticket.id, number: ticket.number }
  const joined = ticket.absorbed.flatMap(({ entries, ...of }) =>
    entries.map((entry): Told => ({ entry, ticket: { ...ticket, ...of, entries, merged_into } })),
  )
  return [...own, ...joined].sort((a, b) => Date.parse(a.entry.at) - Date.parse(b.entry.at))
}
