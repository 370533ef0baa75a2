import { z } from 'zod'
import { commitment, step } from './commitments.ts'
import { facts, id, instant, json, listOf, page } from './parts.ts'
import { route } from './route.ts'

export const ticketState = z.enum(['new', 'open', 'waiting-for-customer', 'on-hold', 'solved', 'closed'])
export const viewName = z.enum(['mine', 'unassigned', 'at-risk', 'broken', 'all', 'solved'])

export const personRef = z.object({ id, name: z.string(), email: z.string().nullable() }).meta({ id: 'PersonRef' })

/** The running commitment that breaks next, for the promise line of a row. */
export const nextPromise = z.object({ promise: z.string(), start: instant, due: instant, risk_at: instant.nullable() })

export const ticketRow = z
  .object({
    id,
    number: z.number().int(),
    state: ticketState,
    channel: z.string().nullable(),
    language: z.string().nullable(),
    customer: personRef.nullable(),
    subject: z.string(),
    snippet: z.string(),
    assignee: personRef.nullable(),
    team: z.string().nullable(),
    priority: z.number().int(),
    created_at: instant,
    last_message_at: instant.nullable(),
    messages: z.number().int(),
    seq: z.number().int(),
    next: nextPromise.nullable(),
    /** How many commitments are paused, and how many are broken. */
    paused: z.number().int(),
    broken: z.number().int(),
    last_broken_at: instant.nullable(),
  })
  .meta({ id: 'TicketRow' })

export const attachment = z
  .object({
    id,
    name: z.string(),
    type: z.string(),
    size: z.number().int(),
    is_inline: z.boolean(),
    content_id: z.string().nullable(),
  })
  .meta({ id: 'Attachment' })

/** What happened, in the order of the log: messages, notes and the rest of the timeline. */
export const entry = z
  .object({
    seq: z.number().int(),
    id: z.string(),
    type: z.string(),
    at: instant,
    by: z.enum(['customer', 'agent', 'bot', 'system']),
    /** Who, where it is a person still known. */
    person: personRef.nullable(),
    /** The new part as plain text, and what was folded away. */
    text: z.string().nullable(),
    quoted: z.string().nullable(),
    /** Sanitised; to be sanitised again in the browser and shown in a sandboxed frame. */
    html: z.string().nullable(),
    has_remote_images: z.boolean(),
    from: z.object({ name: z.string().nullable(), address: z.string() }).nullable(),
    /** Why the sender may not be who they say. */
    doubt: z.string().nullable(),
    language: z.string().nullable(),
    attachments: z.array(attachment),
    /** Mail of ours: how far it got. */
    delivery: z.enum(['waiting', 'sent', 'given-up', 'in-folder']).nullable(),
    /** Fields of the event: facts, to, team, reason, third_party, tells, promise, due … */
    fields: z.record(z.string(), json),
  })
  .meta({ id: 'Entry' })

export const ticket = ticketRow
  .extend({
    facts,
    /** Missing facts that could change what the charter says. */
    missing: z.array(z.string()),
    charter: z.object({ id: z.string(), version: z.number().int(), hash: z.string() }).nullable(),
    commitments: z.array(commitment),
    steps: z.array(step),
    clauses: z.array(z.string()),
    unevaluated: z.array(z.object({ clause: z.string().nullable(), code: z.string(), text: z.string() })),
    entries: z.array(entry),
    follows: z.object({ id, number: z.number().int() }).nullable(),
    followed_by: z.array(z.object({ id, number: z.number().int() })),
    /** Acknowledgements that a limit held back. */
    held_acknowledgements: z.number().int(),
    rating: z.number().int().nullable(),
    /** The database's clock when this was read. */
    now: instant,
  })
  .meta({ id: 'Ticket' })

export type Ticket = z.infer<typeof ticket>
export type TicketRow = z.infer<typeof ticketRow>
export type Entry = z.infer<typeof entry>
export type Attachment = z.infer<typeof attachment>
export type PersonRef = z.infer<typeof personRef>
export type ViewName = z.infer<typeof viewName>
export type TicketState = z.infer<typeof ticketState>

const number = z.object({ number: z.coerce.number().int().positive() })
/** Seq of the last event that the writer saw: somebody else's message since then is a 409. */
const seen = z.number().int().nonnegative()

export const ticketRoutes = {
  listTickets: route({
    method: 'GET',
    path: '/tickets',
    who: 'tickets.read',
    says: 'Tickets of a view, the next promise to break first',
    query: page.extend({ view: viewName.default('all') }),
    answer: listOf(ticketRow).extend({ now: instant }),
  }),
  countViews: route({
    method: 'GET',
    path: '/views',
    who: 'tickets.read',
    says: 'How many tickets each view holds; counted up to 1000',
    answer: z.object({ counts: z.record(viewName, z.number().int()) }),
  }),
  readTicket: route({
    method: 'GET',
    path: '/tickets/:number',
    who: 'tickets.read',
    says: 'A ticket with its conversation, and what the charter says of it now',
    params: number,
    answer: ticket,
  }),
  createTicket: route({
    method: 'POST',
    path: '/tickets',
    who: 'tickets.create',
    says: 'A ticket taken in by staff at a counter, on the phone or from a letter',
    status: 201,
    needsKey: true,
    body: z.object({
      channel: z.string().min(1).max(50),
      customer: z.object({
        name: z.string().trim().min(1).max(200),
        email: z.email().max(254).optional(),
        phone: z.string().max(50).optional(),
        language: z.string().max(35).optional(),
      }),
      subject: z.string().trim().min(1).max(300),
      text: z.string().trim().min(1).max(100_000),
      facts: facts.default({}),
      /** A letter's stamp: the day it came in. Not in the future; for letters only. */
      received_at: instant.optional(),
    }),
    answer: ticket,
  }),
  replyToTicket: route({
    method: 'POST',
    path: '/tickets/:number/replies',
    who: 'tickets.write',
    says: 'An answer to the customer. Never blocked, but asked again where somebody wrote since',
    status: 201,
    needsKey: true,
    params: number,
    body: z.object({
      text: z.string().trim().min(1).max(100_000),
      seen,
      /** Send although somebody wrote since. */
      anyway: z.boolean().default(false),
      /** The state after it; waiting-for-customer where left out. */
      state: z.enum(['open', 'waiting-for-customer', 'on-hold', 'solved']).optional(),
    }),
    answer: ticket,
  }),
  noteOnTicket: route({
    method: 'POST',
    path: '/tickets/:number/notes',
    who: 'tickets.write',
    says: 'A note for staff, which never leaves the desk',
    status: 201,
    params: number,
    body: z.object({ text: z.string().trim().min(1).max(100_000) }),
    answer: ticket,
  }),
  assignTicket: route({
    method: 'POST',
    path: '/tickets/:number/assignment',
    who: 'tickets.assign',
    says: 'Who works on it; null: nobody',
    params: number,
    body: z.object({ to: id.nullable(), team: z.string().max(100).nullable().optional() }),
    answer: ticket,
  }),
  changeState: route({
    method: 'POST',
    path: '/tickets/:number/state',
    who: 'tickets.write',
    says: 'Another state; on-hold names who is waited for, solved without an answer a reason of the charter',
    params: number,
    body: z.object({
      to: ticketState,
      reason: z.string().max(100).optional(),
      third_party: z.string().max(200).optional(),
    }),
    answer: ticket,
  }),
  changeFacts: route({
    method: 'POST',
    path: '/tickets/:number/facts',
    who: 'tickets.write',
    says: 'Facts that the charter asks for; null: unknown again',
    params: number,
    body: z.object({ facts }),
    answer: ticket,
  }),
  markSpam: route({
    method: 'POST',
    path: '/tickets/:number/spam',
    who: 'tickets.write',
    says: 'Spam: its promises are cancelled; undo brings them back from their true start',
    params: number,
    body: z.object({ undo: z.boolean().default(false) }),
    answer: ticket,
  }),
  recordEvent: route({
    method: 'POST',
    path: '/tickets/:number/events',
    who: 'tickets.write',
    says: 'Something that the charter declares: a repair booked, a refund paid',
    status: 201,
    params: number,
    body: z.object({
      type: z.string().min(1).max(100),
      key: z.string().max(200).optional(),
      id: z.string().min(1).max(180).optional(),
    }),
    answer: ticket,
  }),
  readAttachment: route({
    method: 'GET',
    path: '/tickets/:number/attachments/:attachment',
    who: 'tickets.read',
    says: 'The bytes of an attachment, as a download',
    params: number.extend({ attachment: id }),
    bytes: true,
  }),
} as const
