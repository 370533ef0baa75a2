import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Author, byAuthor } from './author.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

export interface Assignment {
  /** Id of a person of the desk; null: nobody. */
  readonly to: string | null
  /** Left out: the team that it has; null: none. */
  readonly team?: string | null | undefined
}

/** Who works on the ticket. Nothing happens where they do already. Throws `unknown-person`. */
export async function assignTicket(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  { to, team }: Assignment,
): Promise<void> {
  if (to === ticket.assignee_id && (team === undefined || team === ticket.team)) return
  if (to !== null && !(await isStaff(tx, to))) {
    const message = 'Nobody of the desk has this id.'
    throw new Refusal('unknown-person', message, { at: [{ path: 'to', message, typed: to }] })
  }
  await tx.append({
    id: tx.newId(),
    ticket: ticket.id,
    type: 'ticket.assigned',
    ...byAuthor(author),
    persons: to === null ? {} : { to },
    fields: team === undefined ? {} : { team },
  })
}

async function isStaff(tx: Transaction, id: string): Promise<boolean> {
  const found = await tx.db
    .selectFrom('person')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .where('kind', '=', 'staff')
    .executeTakeFirst()
  return found !== undefined
}
