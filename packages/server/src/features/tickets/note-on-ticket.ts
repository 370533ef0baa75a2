import type { Transaction } from '../../db/index.ts'
import { keepAttachments } from './append-message.ts'
import { type Author, byAuthor } from './author.ts'
import type { NewAttachment } from './new-message.ts'
import { ownerOfWords, type TicketAtHand } from './ticket-at-hand.ts'

/** A note for staff. It judges nothing, and neither it nor its files are sent or shown to anybody else. */
export async function noteOnTicket(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  { text, files = [] }: { readonly text: string; readonly files?: readonly NewAttachment[] },
): Promise<void> {
  const owner = ownerOfWords(ticket, author)
  const noted = await tx.append({
    id: tx.newId(),
    ticket: ticket.id,
    type: 'note.added',
    ...byAuthor(author),
    content: [{ part: 'text', person: owner, value: text }],
  })
  if (noted !== undefined) await keepAttachments(tx, noted, owner, files)
}
