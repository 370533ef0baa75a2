import { sql } from 'kysely'
import type { AppendedEvent, NewEvent } from './event.ts'
import type { Transaction } from './open-transaction.ts'
import type { JsonObject } from './tables.ts'
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
  const [creation] = await numbered(transaction, [created])
  const event = creation === undefined ? undefined : await transaction.append(creation)
  if (event === undefined) throw new Error(`the id ${created.id} of a ticket.created is already taken by another event`)
  return event
}

/** Opens several tickets and appends what happened to them, in few statements however many they are. Ids must be new. */
export async function openTickets(
  transaction: Transaction,
  tickets: readonly { readonly created: NewTicket; readonly happened: (ticket: string) => readonly NewEvent[] }[],
): Promise<readonly AppendedEvent[]> {
  const creations = await numbered(
    transaction,
    tickets.map(({ created }) => created),
  )
  const events = creations.flatMap((creation, index) => [
    creation,
    ...(tickets[index]?.happened(creation.ticket) ?? []),
  ])
  return transaction.appendAll(events)
}

/** Rows and numbers for new tickets; answers their creations, which are still to be appended. */
async function numbered(transaction: Transaction, tickets: readonly NewTicket[]): Promise<readonly NewEvent[]> {
  const { db, workspace, now, heads, newId } = transaction
  const count = tickets.length
  if (count === 0) return []
  const { last } = await db
    .insertInto('ticket_number')
    .values({ workspace_id: workspace, last: count })
    .onConflict((conflict) =>
      conflict.column('workspace_id').doUpdateSet({ last: sql`ticket_number.last + ${count}::bigint` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  const creations = tickets.map((created, index) => {
    const ticket = created.ticket ?? newId()
    const number = last - count + 1 + index
    const fields: JsonObject = { ...created.fields, number }
    return { number, event: { ...created, id: created.id ?? newId(), ticket, type: 'ticket.created', fields } }
  })
  await db
    .insertInto('ticket')
    .values(
      creations.map(({ number, event }) => ({
        workspace_id: workspace,
        id: event.ticket,
        number,
        created_at: new Date(Math.min(event.at ?? now, now)),
        recorded: new Date(now),
        hash: NO_EVENT,
        // Asked of by what is imported with it.
        is_imported: event.fields['imported'] === true,
      })),
    )
    .execute()
  for (const { number, event } of creations) heads.opened(event.ticket, number, now)
  return creations.map(({ event }) => event)
}
