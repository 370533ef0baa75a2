import type { Transaction } from '../../db/index.ts'
import { findOrAddCustomers } from '../people/index.ts'
import { eventOfMessage, keepAttachments } from './append-message.ts'
import type { NewMessage } from './new-message.ts'
import type { ReceivedMessage } from './receive-message.ts'

export interface PastMessage {
  /** Id of a ticket that was imported. */
  readonly ticket: string
  readonly message: NewMessage
}

/**
 * Takes messages of the past into tickets that were imported, each at its own instant: they stay closed. In few statements
 * however many; answers in their order. Throws where an event's id is taken, or a ticket was not imported.
 */
export async function receivePast(tx: Transaction, past: readonly PastMessage[]): Promise<readonly ReceivedMessage[]> {
  if (past.length === 0) return []
  const tickets = [...new Set(past.map(({ ticket }) => ticket))]
  await tx.heads.lock(tickets)
  const rows = await tx.ask<{ id: string; number: number; customer_id: string | null }>`
    select id, number, customer_id from ticket
     where "workspace_id" = ${tx.workspace} and id = any (${tickets}::uuid[]) and is_imported`
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = past.map(({ ticket, message }) => {
    const row = byId.get(ticket)
    if (row === undefined) throw new Error(`the ticket ${ticket} was not imported`)
    return { ...row, message }
  })
  // Somebody who was erased is new to us; and a ticket that was opened with them is not written yet.
  const nameless = found.filter(({ customer_id }) => customer_id === null)
  const added = await findOrAddCustomers(
    tx,
    nameless.map(({ message: { from } }) => (from === undefined ? {} : { email: from.address })),
  )
  const writers = new Map(nameless.map((each, index) => [each, added[index]]))
  const placed = found.map((each) => {
    const customer = each.customer_id ?? writers.get(each)
    if (customer === undefined) throw new Error('a customer was not written')
    return { ...each, customer }
  })
  const events = await tx.appendAll(
    placed.map(({ id, customer, message }) => eventOfMessage(tx, { ticket: id, customer, channel: 'email' }, message)),
  )
  const received: ReceivedMessage[] = []
  for (const [index, { id, number, customer, message }] of placed.entries()) {
    const event = events[index]
    if (event === undefined) throw new Error('a message was not written')
    await keepAttachments(tx, event, customer, message.attachments ?? [])
    received.push({ ticket: id, number, seq: event.seq, isNew: false })
  }
  return received
}
