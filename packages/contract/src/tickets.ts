import { z } from 'zod'
import { direction } from './entries.ts'
import { facts, id, instant, listOf, page } from './parts.ts'
import { route } from './route.ts'
import { answering, ticket, ticketRow, ticketState, viewName } from './ticket.ts'
import { fileToSend } from './uploads.ts'

const number = z.object({ number: z.coerce.number().int().positive() })
/** Seq of the last event that the writer saw: somebody else's message since then is a 409. */
const seen = z.number().int().nonnegative()
/** What goes along: see FILE_LIMITS. */
const files = z.array(fileToSend).max(100).default([])

/** The way that a text is written; null: each paragraph goes the way of its first letter. */
const way = direction.nullable().default(null)

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
      files,
      direction: way,
    }),
    answer: ticket,
  }),
  readAnswering: route({
    method: 'GET',
    path: '/tickets/:number/answering',
    who: 'tickets.write',
    says: 'How an answer of the caller would leave: from where, signed how; and what is known of the address that it goes to',
    params: number,
    answer: answering,
  }),
  liftAddress: route({
    method: 'POST',
    path: '/tickets/:number/answering/lift',
    who: 'mail.manage',
    says: 'The customer’s address takes mail again, and automatic mails on this ticket that were held back leave. Answers how an answer would leave',
    params: number,
    answer: answering,
  }),
  noteOnTicket: route({
    method: 'POST',
    path: '/tickets/:number/notes',
    who: 'tickets.write',
    says: 'A note for staff, which never leaves the desk; whom it mentions is told once',
    status: 201,
    params: number,
    body: z.object({
      text: z.string().trim().min(1).max(100_000),
      files,
      direction: way,
      /** Ids of people of the desk whose names stand in the text behind an `@`. */
      mentions: z.array(id).max(20).default([]),
    }),
    answer: ticket,
  }),
  assignTicket: route({
    method: 'POST',
    path: '/tickets/:number/assignment',
    who: 'tickets.assign',
    says: 'Who works on it, and which team has it; null: nobody, none. What is left out stays as it is',
    params: number,
    body: z.object({ to: id.nullable().optional(), team: z.string().max(100).nullable().optional() }),
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
  changeCustomer: route({
    method: 'PATCH',
    path: '/tickets/:number/customer',
    who: 'tickets.write',
    says: 'What is known of the ticket’s customer: their time zone (IANA; null: not known), by which they are told times in mails and on their pages',
    params: number,
    body: z.object({ zone: z.string().min(1).max(100).nullable() }),
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
  mergeTicket: route({
    method: 'POST',
    path: '/tickets/:number/merge',
    who: 'tickets.write',
    says: 'Merges it into another ticket for good; answers that one. Nothing is sent',
    params: number,
    body: z.object({
      /** Number of the ticket in which it goes on. */
      into: z.number().int().positive(),
      /** Merge although they are of two customers. */
      other_customer: z.boolean().default(false),
    }),
    answer: ticket,
  }),
  moveMessages: route({
    method: 'POST',
    path: '/tickets/:number/moves',
    who: 'tickets.write',
    says: 'Moves messages of a customer to another ticket, or to a new one; answers that one. Nothing is sent',
    params: number,
    body: z.object({
      /** Ids of their entries. */
      messages: z.array(z.string().min(1).max(200)).min(1).max(100),
      /** Number of the ticket to which they belong; null: a new one. */
      to: z.number().int().positive().nullable(),
      /** Move them although who wrote them is not its customer. */
      other_customer: z.boolean().default(false),
    }),
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
