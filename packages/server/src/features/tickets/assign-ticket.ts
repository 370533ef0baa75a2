import type { Transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { isStaff } from '../people/index.ts'
import { type Author, byAuthor } from './author.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

export interface Assignment {
  /** Id of a person of the desk; left out: whoever has it; null: nobody. */
  readonly to?: string | null | undefined
  /** Left out: the team that it has; null: none. */
  readonly team?: string | null | undefined
}

/**
 * Who works on the ticket, and which team has it. Nothing happens where that is so already. Throws `unknown-person`, also for
 * who was disabled, unless the ticket is theirs.
 */
export async function assignTicket(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  { to = ticket.assignee_id, team }: Assignment,
  { store }: Pick<Desk, 'store'>,
): Promise<void> {
  const isNew = to !== ticket.assignee_id
  if (!isNew && (team === undefined || team === ticket.team)) return
  if (isNew && to !== null && !(await isStaff(tx, to))) {
    const message = 'Nobody of the desk has this id.'
    throw new Refusal('unknown-person', message, { at: [{ path: 'to', message, typed: to }] })
  }
  if (isNew && to !== null && (await isDisabled(store, tx.workspace, to))) {
    const message = 'This person can no longer sign in: choose somebody else.'
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

/** Staff without a sign-in, such as those of the demo, are never disabled. */
async function isDisabled(store: Desk['store'], workspace: string, person: string): Promise<boolean> {
  const member = await store.control
    .selectFrom('control.member')
    .select('disabled_at')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return member !== undefined && member.disabled_at !== null
}
