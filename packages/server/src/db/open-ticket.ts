import { sql } from 'kysely'
import type { AppendedEvent, NewEvent } from './event.ts'
import type { Transaction } from './open-transaction.ts'
import { NO_EVENT } from './ticket-heads.ts'

/** A new ticket: its creation, without what the store gives it. */
export type NewTicket = Omit<NewEvent, 'id' | 'ticket' | 'type'> & {
  /** Id of the ticket; made where left out. A second ticket of one id is refused by the database. */
  readonly ticket?: string
  /** Id of the event; made where left out. */
  readonly id?: string
}

/**
 * Opens a ticket: gives it the workspace's next number and appends `ticket.created`, which carries the number. From here to
 * the end of the transaction nobody else in the workspace gets one, so do it late.
 */
export async function openTicket(transaction: Transaction, created: NewTicket): Promise<AppendedEvent> {
  const { db, workspace, now, heads, newId } = transaction
  const ticket = created.ticket ?? newId()
  const { last: number } = await db
    .insertInto('ticket_number')
    .values({ workspace_id: workspace, last: 1 })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ last: sql`ticket_number.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('ticket')
    .values({
      workspace_id: workspace,
      id: ticket,
      number,
      created_at: new Date(Math.min(created.at ?? now, now)),
      recorded: new Date(now),
      hash: NO_EVENT,
    })
    .execute()
  heads.opened(ticket, now)
  const event = await transaction.append({
    ...created,
    id: created.id ?? newId(),
    ticket,
    type: 'ticket.created',
    fields: { ...created.fields, number },
  })
  if (event === undefined) throw new Error(`the id ${created.id} of a ticket.created is already taken by another event`)
  return event
}
