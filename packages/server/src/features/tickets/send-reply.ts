import type { Direction } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import { sendMail } from '../outbox/index.ts'
import { ratingFooter } from '../ratings/index.ts'
import { answersAs } from './answer-as.ts'
import type { Author } from './author.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

/**
 * Puts a reply into the outbox, signed where its team signs, with links to rate it under it. Answers the id of the row;
 * undefined where the workspace has no mailbox.
 */
export async function sendReply(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  reply: {
    readonly event: string
    readonly text: string
    readonly direction: Direction | null
    readonly to: string
    readonly publicUrl: string
    /** Ids of attachments of the event, which go along. */
    readonly files: readonly string[]
  },
): Promise<string | undefined> {
  const as = await answersAs(tx, ticket, author)
  if (as === undefined) return undefined
  const { mailbox, fromName, language, signature } = as
  return sendMail(tx, {
    kind: 'answer',
    once: reply.event,
    ticket: ticket.id,
    to: reply.to,
    toName: ticket.customer?.name ?? '',
    ...(fromName === undefined ? {} : { fromName }),
    subject: asAnswer(await subjectOf(tx, ticket)),
    text: reply.text,
    ...(reply.direction === null ? {} : { direction: reply.direction }),
    signature,
    footer: await ratingFooter(tx, { ticket: ticket.id, publicUrl: reply.publicUrl, language }),
    language,
    mailbox: mailbox.id,
    event: reply.event,
    files: reply.files,
  })
}

function asAnswer(subject: string): string {
  return /^re\s*:/iu.test(subject) ? subject : `Re: ${subject}`
}

/** What the ticket is about, in its customer's words; empty where they gave none. */
export async function subjectOf(tx: Transaction, { id }: Pick<TicketAtHand, 'id'>): Promise<string> {
  const preview = await tx.db
    .selectFrom('ticket_preview')
    .select('subject')
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', id)
    .executeTakeFirst()
  return preview?.subject ?? ''
}
