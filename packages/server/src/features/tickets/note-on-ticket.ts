import type { Transaction } from '../../db/index.ts'
import { type Author, byAuthor } from './author.ts'
import { ownerOfWords, type TicketAtHand } from './ticket-at-hand.ts'

/** A note for staff. It judges nothing and is sent to nobody. */
export async function noteOnTicket(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  note: { readonly text: string },
): Promise<void> {
  await tx.append({
    id: tx.newId(),
    ticket: ticket.id,
    type: 'note.added',
    ...byAuthor(author),
    content: [{ part: 'text', person: ownerOfWords(ticket, author), value: note.text }],
  })
}
