import { z } from 'zod'
import { deliveryState, heldFor } from './entries.ts'
import { mailTrace } from './mail-trace.ts'
import { id, instant, listOf, page } from './parts.ts'
import { route } from './route.ts'
import { ticket } from './ticket.ts'

export const mailOutcome = z.enum(['ticketed', 'appended', 'suppressed', 'quarantined'])

/** What one method says of a mail, and of which domain. `temperror`: the DNS gave no answer in time. */
const methodProof = z.object({
  result: z.enum(['pass', 'fail', 'none', 'temperror']),
  domain: z.string().nullable(),
})

/** Who sent a mail, as far as SPF, DKIM and DMARC tell. `sender`: whether it is from whom its From names. */
export const mailVerification = z
  .object({
    spf: methodProof,
    dkim: methodProof,
    dmarc: methodProof,
    sender: z.enum(['verified', 'failed', 'unknown']),
  })
  .meta({ id: 'MailVerification' })

export const inboundMail = z
  .object({
    id,
    mailbox: z.string(),
    received_at: instant,
    envelope_from: z.string(),
    from: z.string().nullable(),
    from_name: z.string().nullable(),
    subject: z.string().nullable(),
    message_id: z.string().nullable(),
    /** Null: stored, not yet read. */
    outcome: mailOutcome.nullable(),
    reason: z.string().nullable(),
    ticket: z.number().int().nullable(),
    /**
     * Why it is on this ticket, or held although it was to answer one; else null where it is on none, and where it was settled
     * before this was kept.
     */
    trace: mailTrace.nullable(),
    text: z.string().nullable(),
    /** Somebody said that it is right where it is. */
    left: z.boolean(),
    size: z.number().int(),
    sha256: z.string(),
    raw: z.string(),
    /** Null: not yet read, could not be read, or came before it was asked. */
    verification: mailVerification.nullable(),
  })
  .meta({ id: 'InboundMail' })

/** What stands in a mail: its text as a page shows it, and its HTML made safe, where it has any. */
export const mailContent = z
  .object({
    text: z.string(),
    html: z.string().nullable(),
    /** It cannot be read: the text is the beginning of the mail as it came. */
    is_raw: z.boolean(),
  })
  .meta({ id: 'MailContent' })

export const intake = z
  .object({
    mailbox: z.string(),
    received: z.number().int(),
    ticketed: z.number().int(),
    appended: z.number().int(),
    suppressed: z.number().int(),
    quarantined: z.number().int(),
    pending: z.number().int(),
  })
  .meta({ id: 'Intake' })

export const outgoingMail = z
  .object({
    id,
    ticket: z.number().int().nullable(),
    kind: z.enum(['answer', 'forward', 'acknowledgement', 'new-time', 'staff', 'rating', 'plus-trial']),
    to: z.string(),
    subject: z.string(),
    due: instant,
    attempts: z.number().int(),
    state: deliveryState,
    /** Why automatic mail is held back: a limit on mail to one address, domain or of the workspace; or nothing arrives there. */
    held_for: heldFor.nullable(),
    last_error: z.string().nullable(),
  })
  .meta({ id: 'OutgoingMail' })

export type MailVerification = z.infer<typeof mailVerification>
export type InboundMail = z.infer<typeof inboundMail>
export type MailContent = z.infer<typeof mailContent>
export type Intake = z.infer<typeof intake>
export type OutgoingMail = z.infer<typeof outgoingMail>

export const mailRoutes = {
  countIntake: route({
    method: 'GET',
    path: '/mail/intake',
    who: 'mail.read',
    says: 'Every inbound mail, counted by mailbox; the parts add up to received at every instant',
    answer: z.object({ items: z.array(intake) }),
  }),
  listMail: route({
    method: 'GET',
    path: '/mail/messages',
    who: 'mail.read',
    says: 'Every inbound mail and what became of it, the newest first',
    query: page.extend({
      mailbox: z.string().max(254).optional(),
      /** `pending`: not yet read. `to-look-at`: quarantined, and nobody said yet that this is right. */
      outcome: z.enum([...mailOutcome.options, 'pending', 'to-look-at']).optional(),
    }),
    answer: listOf(inboundMail),
  }),
  readRawMail: route({
    method: 'GET',
    path: '/mail/messages/:id/raw',
    who: 'mail.read',
    says: 'The bytes as received',
    params: z.object({ id }),
    bytes: true,
  }),
  readMail: route({
    method: 'GET',
    path: '/mail/messages/:id/content',
    who: 'mail.read',
    says: 'What stands in a mail, made safe to show; of one that cannot be read the beginning as it came',
    params: z.object({ id }),
    answer: mailContent,
  }),
  leaveMail: route({
    method: 'POST',
    path: '/mail/messages/:id/leave',
    who: 'mail.manage',
    says: 'A mail that was suppressed or quarantined is right where it is: nobody need look at it again',
    status: 204,
    params: z.object({ id }),
  }),
  retryMail: route({
    method: 'POST',
    path: '/mail/messages/:id/retry',
    who: 'mail.manage',
    says: 'A mail that was quarantined is read once more, as though it had just come',
    status: 204,
    params: z.object({ id }),
  }),
  ticketFromMail: route({
    method: 'POST',
    path: '/mail/messages/:id/ticket',
    who: 'mail.manage',
    says: 'Makes a ticket of a mail that was suppressed or quarantined',
    status: 201,
    params: z.object({ id }),
    answer: ticket,
  }),
  listOutgoing: route({
    method: 'GET',
    path: '/mail/outgoing',
    who: 'mail.read',
    says: 'Mail of ours, and how far each got; `waiting` and `given-up` stand for all that has not left, and all that will not',
    query: page.extend({ mailbox: z.string().max(254).optional(), state: deliveryState.optional() }),
    answer: listOf(outgoingMail),
  }),
  retryOutgoing: route({
    method: 'POST',
    path: '/mail/outgoing/:id/retry',
    who: 'mail.manage',
    says: 'A mail of ours that waits, is held back or was given up is sent at once',
    status: 204,
    params: z.object({ id }),
  }),
  readOutgoing: route({
    method: 'GET',
    path: '/mail/outgoing/:id/raw',
    who: 'mail.read',
    says: 'The bytes of a mail of ours that lies in the folder',
    params: z.object({ id }),
    bytes: true,
  }),
} as const
