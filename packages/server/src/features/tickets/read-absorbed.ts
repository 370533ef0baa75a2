import type { Ticket } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import { entryOf } from './entry-of-event.ts'
import { type AbsorbedTicket, readBeside } from './read-beside.ts'
import { personOf } from './view-rows.ts'

/** What people and machines said: the rest of what happened is that ticket's own. */
const SAID: ReadonlySet<string> = new Set([
  'message.received',
  'message.sent',
  'message.auto',
  'note.added',
  'ticket.forwarded',
  'note.received',
])

/** Tickets that were merged into one, and into these, each with what was said on it. */
export async function readAbsorbed(tx: Transaction, tickets: readonly AbsorbedTicket[]): Promise<Ticket['absorbed']> {
  const read: Ticket['absorbed'] = []
  for (const { id, number, customer, name, email } of tickets) {
    const beside = await readBeside(tx, id, null)
    const entries = beside.events
      .map((event) => entryOf(event, beside))
      .filter(({ type, moved_to }) => SAID.has(type) && moved_to === null)
    read.push({ id, number, customer: personOf(customer, name, email), entries })
    read.push(...(await readAbsorbed(tx, beside.absorbed)))
  }
  return read
}
