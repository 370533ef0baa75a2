import type { Transaction } from '../../db/index.ts'
import { type Author, byAuthor } from './author.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

/** Spam: its running promises are cancelled (SPEC E9). Undone, they run again from their true start. Twice is once. */
export async function markSpam(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  { undo }: { readonly undo: boolean },
): Promise<void> {
  if (ticket.is_spam === !undo) return
  await tx.append({
    id: tx.newId(),
    ticket: ticket.id,
    type: 'ticket.spam',
    ...byAuthor(author),
    fields: undo ? { undo } : {},
  })
}
