import { z } from 'zod'

export const MAIL_KINDS = ['answer', 'acknowledgement', 'staff', 'rating'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** What a row of the outbox keeps of a mail; the rest (addresses of ours, Message-ID, references) follows from the row. */
const outgoingMail = z.object({
  to: z.string(),
  to_name: z.string(),
  /** Whose words it is sent as; the mailbox's name where left out. */
  from_name: z.string().optional(),
  subject: z.string(),
  text: z.string(),
  language: z.string(),
  /** Id of the mailbox that it is sent from. */
  mailbox: z.string(),
  /** When it was written, UTC ms. */
  date: z.number(),
  /** The mails of the ticket up to this seq are those that it follows. */
  seq: z.number(),
  /** Id of its event on the ticket. */
  event: z.string().optional(),
})

export type OutgoingMail = z.infer<typeof outgoingMail>

/** Reads what was kept. Throws where it is no mail. */
export function readOutgoingMail(payload: unknown): OutgoingMail {
  return outgoingMail.parse(payload)
}
