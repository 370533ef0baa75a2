import { mergeChain, type Transaction } from '../../db/index.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { appendMessage } from './append-message.ts'
import { hearMessage } from './hear-words.ts'
import type { NewMessage } from './new-message.ts'
import { openRequest } from './open-request.ts'

export interface ReceivedMessage {
  /** The ticket that it is on now. */
  readonly ticket: string
  readonly number: number
  /** Seq of its event. */
  readonly seq: number
  /** A new ticket was opened, since the one addressed is closed. */
  readonly isNew: boolean
}

/**
 * Takes a customer's further message into a ticket, or the one that it was merged into; where that is closed, into a new one
 * that follows it, unless a machine wrote it. Undefined where its event id is taken: then nothing changes.
 */
export async function receiveMessage(
  tx: Transaction,
  ticket: string,
  message: NewMessage,
): Promise<ReceivedMessage | undefined> {
  const row = await lockLast(tx, ticket, message)
  const channel = message.channel ?? row.channel ?? 'email'
  // Somebody who was erased and writes again is new to us.
  const customer = row.writer ?? (await findOrAddCustomer(tx, says(message)))

  if (row.state === 'closed' && message.automatic !== true) {
    if (await isTaken(tx, message.id)) return undefined
    const language = message.language ?? row.language ?? undefined
    const opened = await openRequest(tx, {
      channel,
      by: 'customer',
      customer,
      customerSays: { ...message.from },
      follows: row.ticket,
      message,
      ...(message.at === undefined ? {} : { at: message.at }),
      ...(language === undefined ? {} : { language }),
      ...(row.mailbox_id === null ? {} : { mailbox: row.mailbox_id }),
    })
    return { ...opened, seq: tx.heads.of(opened.ticket).seq, isNew: true }
  }
  const event = await appendMessage(tx, { ticket: row.ticket, customer, channel }, message)
  if (event !== undefined) await hearMessage(tx, row.ticket, message)
  return event && { ticket: row.ticket, number: row.number, seq: event.seq, isNew: false }
}

/**
 * Locks the ticket in which a matter goes on. `writer`: id of the customer whose words come in: the one of the ticket that
 * was named, where that was merged into another's.
 */
async function lockLast(tx: Transaction, named: string, { from }: NewMessage) {
  const address = from?.address.toLowerCase()
  const chain = await mergeChain(tx, named, { isLocking: true })
  const read = await readRows(
    tx,
    chain.map(({ id }) => id),
  )
  const rows = chain.flatMap(({ id }) => read.filter(({ ticket }) => ticket === id))
  const last = rows.at(-1)
  if (last === undefined) throw new Error(`there is no ticket ${named}`)
  const own = rows.find(
    ({ customer, emails }) => customer !== null && (address === undefined || emails?.includes(address) === true),
  )
  const { customer, emails: _, ...row } = last
  return { ...row, writer: own?.customer ?? customer }
}

function readRows(tx: Transaction, tickets: readonly string[]) {
  return (
    tx.db
      .selectFrom('ticket')
      .leftJoin('person', (join) =>
        join
          .onRef('person.workspace_id', '=', 'ticket.workspace_id')
          .onRef('person.id', '=', 'ticket.customer_id')
          .on('person.workspace_id', '=', tx.workspace),
      )
      .select(['ticket.id as ticket', 'ticket.number', 'ticket.state', 'ticket.channel', 'ticket.language'])
      .select(['ticket.mailbox_id', 'person.id as customer'])
      // Of all the rows that this customer is.
      .select(({ selectFrom }) =>
        selectFrom('person as p')
          .select(({ fn }) => fn.agg<string[]>('array_agg', ['p.email']).as('emails'))
          .where('p.workspace_id', '=', tx.workspace)
          .whereRef('p.who', '=', 'ticket.customer_id')
          .as('emails'),
      )
      .where('ticket.workspace_id', '=', tx.workspace)
      .where('ticket.id', 'in', tickets)
      .execute()
  )
}

function says({ from, language }: NewMessage) {
  return {
    ...(from === undefined ? {} : { email: from.address }),
    ...(from?.name === undefined ? {} : { name: from.name }),
    ...(language === undefined ? {} : { language }),
  }
}

async function isTaken(tx: Transaction, id: string | undefined): Promise<boolean> {
  if (id === undefined) return false
  const found = await tx.db
    .selectFrom('event')
    .select('seq')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}
