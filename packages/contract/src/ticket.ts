/** A ticket as the desk and programs read it: its row in a list, all of it, and how an answer to it leaves. */
import { z } from 'zod'
import { commitment, step } from './commitments.ts'
import { entry, heldFor } from './entries.ts'
import { facts, id, instant, personRef } from './parts.ts'

export const ticketState = z.enum(['new', 'open', 'waiting-for-customer', 'on-hold', 'solved', 'closed'])
export const viewName = z.enum(['mine', 'unassigned', 'at-risk', 'broken', 'all', 'solved'])

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

export const ticket = ticketRow
  .extend({
    facts,
    /** Brought in from a mailbox with what was said before: history, which no charter judges. */
    is_imported: z.boolean(),
    /** Other addresses of the customer, who was made one with whom they belonged to. */
    other_addresses: z.array(z.string()),
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
    /** Where its matter goes on, once it was merged. */
    merged_into: z.object({ id, number: z.number().int() }).nullable(),
    /** Tickets merged into it, and into these, with what was said on them. */
    absorbed: z.array(
      z.object({ id, number: z.number().int(), customer: personRef.nullable(), entries: z.array(entry) }),
    ),
    /** Acknowledgements that a limit held back. */
    held_acknowledgements: z.number().int(),
    /** The customer’s own zone (IANA), where it is known: times are told to them in it. */
    customer_zone: z.string().nullable(),
    rating: z.number().int().nullable(),
    /** The database's clock when this was read. */
    now: instant,
  })
  .meta({ id: 'Ticket' })

/** How an answer leaves, whatever it says. */
export const answering = z
  .object({
    /** Null: there is no mailbox. */
    from: z.object({ address: z.string(), name: z.string() }).nullable(),
    /** Null: the customer has no address. */
    to: z.string().nullable(),
    /** Mail to it comes back for good: since when, and by which status (RFC 3463), where one was told. */
    unreachable: z.object({ since: instant, status: z.string().nullable() }).nullable(),
    /** Automatic mails on this ticket that are held back: how many, since when the first, and why. */
    held: z.object({ count: z.number().int(), since: instant, reason: heldFor }).nullable(),
    /** Stands under it, filled in. */
    signature: z.object({ text: z.string(), language: z.string() }).nullable(),
  })
  .meta({ id: 'Answering' })

export type Answering = z.infer<typeof answering>
export type Ticket = z.infer<typeof ticket>
export type TicketRow = z.infer<typeof ticketRow>
export type ViewName = z.infer<typeof viewName>
export type TicketState = z.infer<typeof ticketState>
