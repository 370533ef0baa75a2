import type { Transaction } from '../../db/index.ts'
import type { MailKind, OutgoingMail } from './outgoing-mail.ts'

export interface NewMail {
  readonly kind: MailKind
  /** What it is about, unique among the mails of this kind: it is written once. The id of its event will do. */
  readonly once: string
  /** Id of the ticket, whose row must be locked; left out for mail that is about none. */
  readonly ticket?: string
  readonly to: string
  readonly toName?: string
  /** Whose words it is sent as; the mailbox's name where left out. */
  readonly fromName?: string
  readonly subject: string
  /** The whole text, plain. */
  readonly text: string
  readonly language: string
  /** Id of the mailbox that it is sent from; answers to it come back there, and to the ticket. */
  readonly mailbox: string
  /** Id of the event on the ticket that says what was sent. */
  readonly event?: string
}

/**
 * Puts a mail into the outbox, in the transaction of what it follows from; a worker sends it, at least once and with the
 * same Message-ID each time. Answers the id of its row, for the event's `outbox`; the same where it was written before.
 */
export async function sendMail(tx: Transaction, mail: NewMail): Promise<string> {
  const { kind, once, ticket } = mail
  const payload: OutgoingMail = {
    to: mail.to,
    to_name: mail.toName ?? '',
    subject: mail.subject,
    text: mail.text,
    language: mail.language,
    mailbox: mail.mailbox,
    date: tx.now,
    seq: ticket === undefined ? 0 : tx.heads.of(ticket).seq,
    ...(mail.fromName === undefined ? {} : { from_name: mail.fromName }),
    ...(mail.event === undefined ? {} : { event: mail.event }),
  }
  const written = await tx.db
    .insertInto('outbox')
    .values({
      workspace_id: tx.workspace,
      id: tx.newId(),
      kind,
      once,
      ticket_id: ticket ?? null,
      payload: JSON.stringify(payload),
      due: new Date(tx.now),
      lease_until: null,
      last_error: null,
      sent_at: null,
      given_up_at: null,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'kind', 'once']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written !== undefined) return written.id
  const before = await tx.db
    .selectFrom('outbox')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('kind', '=', kind)
    .where('once', '=', once)
    .executeTakeFirstOrThrow()
  return before.id
}
