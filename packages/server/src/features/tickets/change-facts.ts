import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Author, byAuthor } from './author.ts'
import { charterOf } from './become-state.ts'
import { checkFacts, type Facts } from './fitting-facts.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

/**
 * Facts that the charter of the ticket asks for; null makes one unknown again. All or none. Throws `unknown-fact`, and
 * `no-charter` where the ticket is older than every charter.
 */
export async function changeFacts(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  { facts }: { readonly facts: Facts },
): Promise<void> {
  if (Object.keys(facts).length === 0) return
  const charter = await charterOf(tx, ticket)
  if (charter === undefined)
    throw new Refusal('no-charter', 'No charter was in force when this ticket was opened: it has no facts.')
  checkFacts(charter, facts)
  await tx.append({
    id: tx.newId(),
    ticket: ticket.id,
    type: 'facts.changed',
    ...byAuthor(author),
    fields: { facts },
  })
}
