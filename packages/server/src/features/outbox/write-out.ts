import {
  addressWithToken,
  composeMail,
  type Envelope,
  isOurMessageId,
  ourMessageId,
  referencesOf,
} from '../../channels/email/index.ts'
import type { JsonObject, Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { mailboxToAnswerFrom } from '../mailboxes/index.ts'
import { type OutgoingMail, readOutgoingMail } from './outgoing-mail.ts'

export interface OutboxRow {
  readonly id: string
  readonly kind: string
  readonly ticket_id: string | null
  readonly payload: JsonObject
}

/** A mail of ours as it leaves. */
export interface WrittenMail {
  readonly envelope: Envelope
  readonly messageId: string
  readonly mail: OutgoingMail
  /** The same each time it is called. */
  bytes(): Promise<Buffer>
}

/**
 * Makes a mail of a row of the outbox: sent from its mailbox, with the ticket's token in the addresses that answers and
 * bounces come back to, as an answer to the customer's last mail. Where its mailbox was removed since, the one that answers
 * sends it. Undefined where there is none.
 */
export async function writeOut(tx: Transaction, keys: Keys, row: OutboxRow): Promise<WrittenMail | undefined> {
  const mail = readOutgoingMail(row.payload)
  const mailbox = await mailboxToAnswerFrom(tx, mail.mailbox)
  if (mailbox === undefined) return undefined
  const { address } = mailbox
  const messageId = ourMessageId(keys, tx.workspace, row.id, address.slice(address.lastIndexOf('@') + 1))
  const back = await wayBack(tx, keys, row, address)
  const { ticket_id: ticket } = row
  const references = ticket === null ? [] : await referencesOf(tx, ticket, mail.seq)
  const inReplyTo = references.findLast((id) => !isOurMessageId(keys, tx.workspace, id)) ?? references.at(-1)
  const byMachine = row.kind !== 'answer'
  return {
    envelope: { from: back, to: [mail.to] },
    messageId,
    mail,
    bytes: () =>
      composeMail({
        from: address,
        fromName: mail.from_name ?? mailbox.name,
        to: mail.to,
        toName: mail.to_name,
        replyTo: back,
        subject: mail.subject,
        text: mail.text,
        messageId,
        inReplyTo,
        references: references.filter((id) => id !== messageId),
        date: mail.date,
        ...(byMachine ? { autoSubmitted: row.kind === 'acknowledgement' ? 'auto-replied' : 'auto-generated' } : {}),
        language: mail.language,
      }),
  }
}

async function wayBack(tx: Transaction, keys: Keys, { ticket_id }: OutboxRow, address: string): Promise<string> {
  if (ticket_id === null) return address
  const ticket = await tx.db
    .selectFrom('ticket')
    .select(['id', 'number'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', ticket_id)
    .executeTakeFirstOrThrow()
  return addressWithToken(keys, address, { workspace: tx.workspace, ticket: ticket.id, number: ticket.number })
}
