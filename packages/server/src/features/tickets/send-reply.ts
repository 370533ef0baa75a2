import type { Transaction } from '../../db/index.ts'
import { mailboxToAnswerFrom } from '../mailboxes/index.ts'
import { sendMail } from '../outbox/index.ts'
import { ratingFooter } from '../ratings/index.ts'
import type { Author } from './author.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

/**
 * Puts a reply into the outbox, with links to rate it under it: from the ticket's mailbox, or else the one that
 * answers, in the author's name. Answers the id of the row; undefined where the workspace has no mailbox.
 */
export async function sendReply(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  reply: { readonly event: string; readonly text: string; readonly to: string; readonly publicUrl: string },
): Promise<string | undefined> {
  const mailbox = await mailboxToAnswerFrom(tx, ticket.mailbox_id)
  if (mailbox === undefined) return undefined
  const { customer } = ticket
  const language = ticket.language ?? customer?.language ?? mailbox.language ?? 'en'
  const footer = await ratingFooter(tx, { ticket: ticket.id, publicUrl: reply.publicUrl, language })
  const fromName = author.person === undefined ? undefined : await nameOf(tx, author.person)
  return sendMail(tx, {
    kind: 'answer',
    once: reply.event,
    ticket: ticket.id,
    to: reply.to,
    toName: customer?.name ?? '',
    ...(fromName === undefined ? {} : { fromName }),
    subject: asAnswer(await subjectOf(tx, ticket)),
    text: `${reply.text}\n\n${footer}`,
    language,
    mailbox: mailbox.id,
    event: reply.event,
  })
}

function asAnswer(subject: string): string {
  return /^re\s*:/iu.test(subject) ? subject : `Re: ${subject}`
}

async function subjectOf(tx: Transaction, { id }: TicketAtHand): Promise<string> {
  const preview = await tx.db
    .selectFrom('ticket_preview')
    .select('subject')
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', id)
    .executeTakeFirst()
  return preview?.subject ?? ''
}

async function nameOf(tx: Transaction, person: string): Promise<string | undefined> {
  const found = await tx.db
    .selectFrom('person')
    .select('name')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', person)
    .executeTakeFirst()
  return found?.name ?? undefined
}
