import { z } from 'zod'
import { FILE_LIMITS } from './file-limits.ts'
import { id, instant, LANGUAGES, mailAddress } from './parts.ts'
import { route } from './route.ts'
import { ticket } from './ticket.ts'

/** So many people one mail is forwarded to, copies included. */
export const MOST_FORWARDED_TO = 10
const MOST_MESSAGES = 100

/** How what a ticket says would leave for somebody outside. */
export const forwarding = z
  .object({
    /** Null: there is no mailbox. */
    from: z.object({ address: z.string(), name: z.string() }).nullable(),
    /** Of the words around what is forwarded: the one that was asked for, or that of the ticket, or else English. */
    language: z.enum(LANGUAGES),
    /** Stands under the words of who forwards, filled in. */
    signature: z.object({ text: z.string(), language: z.string() }).nullable(),
    /** Ids of the messages that the whole conversation comes to, the first first. */
    messages: z.array(z.string()),
    /** Of the addresses asked about, those from which mail comes back for good: since when, and by which status (RFC 3463). */
    unreachable: z.array(z.object({ address: z.string(), since: instant, status: z.string().nullable() })),
  })
  .meta({ id: 'Forwarding' })

export type Forwarding = z.infer<typeof forwarding>

const number = z.object({ number: z.coerce.number().int().positive() })
const addresses = z.array(mailAddress).max(MOST_FORWARDED_TO)

export const forwardRoutes = {
  readForwarding: route({
    method: 'GET',
    path: '/tickets/:number/forwarding',
    who: 'tickets.write',
    says: 'How messages of the ticket would leave for somebody outside, and what is known of the addresses named',
    params: number,
    query: z.object({
      /** Addresses, parted by commas. */
      to: z.string().max(3000).default(''),
      /** Of the words around them; that of the ticket where left out. */
      language: z.enum(LANGUAGES).optional(),
    }),
    answer: forwarding,
  }),
  forwardTicket: route({
    method: 'POST',
    path: '/tickets/:number/forwards',
    who: 'tickets.write',
    says: 'Forwards messages of the ticket to people outside. No answer to the customer, who is told nothing of it',
    status: 201,
    needsKey: true,
    params: number,
    body: z.object({
      to: addresses.min(1),
      cc: addresses.default([]),
      /** Stands above what is forwarded; it may be empty. */
      text: z.string().trim().max(100_000).default(''),
      /** Ids of the messages’ entries; left out: the whole conversation. */
      messages: z.array(z.string().min(1).max(200)).min(1).max(MOST_MESSAGES).optional(),
      /** Of the words around them; that of the ticket where left out. */
      language: z.enum(LANGUAGES).optional(),
      /** Ids of attachments of those messages, which go along; the others are named with their size. */
      files: z.array(id).max(FILE_LIMITS.most).default([]),
    }),
    answer: ticket,
  }),
} as const
