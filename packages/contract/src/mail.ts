import { z } from 'zod'
import { id, instant, listOf, page } from './parts.ts'
import { route } from './route.ts'
import { ticket } from './tickets.ts'

export const mailOutcome = z.enum(['ticketed', 'appended', 'suppressed', 'quarantined'])

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
    text: z.string().nullable(),
    size: z.number().int(),
    sha256: z.string(),
    raw: z.string(),
  })
  .meta({ id: 'InboundMail' })

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
    kind: z.enum(['answer', 'acknowledgement', 'staff', 'rating']),
    to: z.string(),
    subject: z.string(),
    due: instant,
    attempts: z.number().int(),
    state: z.enum(['waiting', 'sent', 'given-up', 'in-folder']),
    last_error: z.string().nullable(),
  })
  .meta({ id: 'OutgoingMail' })

export type InboundMail = z.infer<typeof inboundMail>
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
    query: page.extend({ mailbox: z.string().max(254).optional(), outcome: mailOutcome.optional() }),
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
    says: 'Mail of ours: waiting, sent, given up, or in the folder',
    query: page,
    answer: listOf(outgoingMail),
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
