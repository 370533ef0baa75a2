import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Author, byAuthor } from './author.ts'
import { refuseMerged, type TicketAtHand } from './ticket-at-hand.ts'

/**
 * Merges a ticket into another, for good: it is closed, its running promises are cancelled, and its messages are judged as
 * though they had been written on the other (SPEC E10). Both keep their logs; nothing is sent. Later mail to it joins the
 * other. Both rows must be locked. Throws `cannot-be`, `ticket-merged`, and `other-customer` where they are not of one
 * customer and nobody said that this is meant.
 */
export async function mergeTicket(
  tx: Transaction,
  ticket: TicketAtHand,
  into: TicketAtHand,
  author: Author,
  { other_customer }: { readonly other_customer: boolean },
): Promise<void> {
  if (ticket.id === into.id) throw cannot(into, 'A ticket cannot be merged into itself.')
  await refuseMerged(tx, ticket)
  await refuseMerged(tx, into)
  if (into.state === 'closed')
    throw cannot(into, `Ticket ${into.number} is closed. Open it again first, or merge it into this one.`)
  if (ticket.is_spam || into.is_spam) throw cannot(into, 'What is marked as spam cannot be merged.')
  if (ticket.customer?.id !== into.customer?.id && !other_customer)
    throw new Refusal(
      'other-customer',
      `Ticket ${ticket.number} and ticket ${into.number} are of two customers. Answers go to the customer of ticket ${into.number} alone.`,
    )
  const by = byAuthor(author)
  await tx.appendMade([
    {
      id: tx.newId(),
      ticket: ticket.id,
      type: 'ticket.merged',
      ...by,
      fields: { into: into.id, into_number: into.number },
    },
    {
      id: tx.newId(),
      ticket: into.id,
      type: 'ticket.absorbed',
      ...by,
      fields: { from: ticket.id, from_number: ticket.number },
    },
  ])
}

function cannot({ number }: TicketAtHand, message: string): Refusal {
  return new Refusal('cannot-be', message, { at: [{ path: 'into', message, typed: String(number) }] })
}
