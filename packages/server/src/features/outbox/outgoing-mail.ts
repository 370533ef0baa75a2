import { direction } from '@avow/contract'
import { z } from 'zod'

export const MAIL_KINDS = ['answer', 'forward', 'acknowledgement', 'new-time', 'staff', 'rating', 'plus-trial'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** Did a person write it just now? No limit on automatic mail holds it, and it does not say that a machine wrote it. */
export function isOfPerson(kind: string): boolean {
  return kind === 'answer' || kind === 'forward'
}

/** What a row of the outbox keeps of a mail; the rest (addresses of ours, Message-ID, references) follows from the row. */
const outgoingMail = z.object({
  to: z.string(),
  to_name: z.string(),
  /** Whose words it is sent as; the mailbox's name where left out. */
  from_name: z.string().optional(),
  subject: z.string(),
  text: z.string(),
  language: z.string(),
  /** The way that what stands above the mark of signatures is written. */
  direction: direction.optional(),
  /** The part of the text that is a signature. */
  signature: z.object({ text: z.string(), language: z.string() }).optional(),
  /** The end of the text, as words and where they lead. */
  footer: z
    .object({
      language: z.string(),
      lines: z.array(z.object({ words: z.string(), url: z.string().optional() })).readonly(),
    })
    .optional(),
  /** Id of the mailbox that it is sent from. */
  mailbox: z.string(),
  /** When it was written, UTC ms. */
  date: z.number(),
  /** The mails of the ticket up to this seq are those that it follows. */
  seq: z.number(),
  /** Id of its event on the ticket. */
  event: z.string().optional(),
  /** Ids of the attachments on its ticket that go along. */
  files: z.array(z.string()).optional(),
  /** Whose answer is taken as theirs, on which ticket, as of which of its events: it comes back to an address signed for that. */
  answer_as: z.object({ person: z.string(), ticket: z.string(), number: z.number(), seq: z.number() }).optional(),
  /** Made safe when it is written; made from the text where left out. */
  html: z.string().optional(),
  /** Of what is forwarded: all who get it, each a mail of their own, and who forwards it. */
  forward: z.object({ to: z.array(z.string()), cc: z.array(z.string()), author: z.string() }).optional(),
})

export type OutgoingMail = z.infer<typeof outgoingMail>
export type AnswerAs = NonNullable<OutgoingMail['answer_as']>
export type Forwarded = NonNullable<OutgoingMail['forward']>

/** Reads what was kept. Throws where it is no mail. */
export function readOutgoingMail(payload: unknown): OutgoingMail {
  return outgoingMail.parse(payload)
}
