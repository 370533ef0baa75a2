import { z } from 'zod'
import { mailTrace } from './mail-trace.ts'
import { id, instant, json, personRef } from './parts.ts'

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

/** What a calendar part of a mail says. `start` and `end`: an instant, a time on the wall without a zone, or a day. */
export const appointment = z
  .object({
    what: z.enum(['invitation', 'change', 'cancellation', 'accepted', 'tentative', 'declined', 'appointment']),
    summary: z.string(),
    start: z.string().nullable(),
    end: z.string().nullable(),
    place: z.string(),
    repeats: z.boolean(),
  })
  .meta({ id: 'Appointment' })

/**
 * How far a mail of ours got: it waits, was put off and is tried again, left, was refused for good, was given up after five
 * days, came back after it had left, is held back, or lies in the folder that stands for a server.
 */
export const deliveryState = z.enum([
  'waiting',
  'deferred',
  'sent',
  'refused',
  'given-up',
  'bounced',
  'held',
  'in-folder',
])

/** Why automatic mail is held back: too much of it, to an address, to a domain or of the workspace; or nobody gets it. */
export const heldFor = z.enum(['address', 'domain', 'workspace', 'dead-address'])

/** The way that a text is written where its writer said so; else each paragraph goes the way of its first letter. */
export const direction = z.enum(['ltr', 'rtl'])

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
    /** Addresses of those, as they stand in `data-src`: each is had by its place from the route of pictures. */
    remote_images: z.array(z.string()),
    from: z.object({ name: z.string().nullable(), address: z.string() }).nullable(),
    /** Why the sender may not be who they say. */
    doubt: z.string().nullable(),
    language: z.string().nullable(),
    attachments: z.array(attachment),
    appointments: z.array(appointment),
    /** Mail of ours: how far it got. */
    delivery: deliveryState.nullable(),
    /** Mail that came in: why it is on this ticket. */
    trace: mailTrace.nullable(),
    /** A message that was moved: number of the ticket that it is on now. Its words are there. */
    moved_to: z.number().int().nullable(),
    /** What was forwarded: to whom, how far each mail got, and the ids of the messages. For staff alone. */
    forwarded: z
      .object({
        to: z.array(z.object({ address: z.string(), as: z.enum(['to', 'cc']), delivery: deliveryState.nullable() })),
        messages: z.array(z.string()),
      })
      .nullable(),
    /** Of what somebody of the desk wrote, who chose the way that it is written. */
    direction: direction.nullable(),
    /** Of a note: people of the desk whom it names behind an `@`. */
    mentions: z.array(personRef),
    /** Fields of the event: facts, to, team, reason, third_party, tells, promise, due … */
    fields: z.record(z.string(), json),
  })
  .meta({ id: 'Entry' })

export type Direction = z.infer<typeof direction>
export type Entry = z.infer<typeof entry>
export type Appointment = z.infer<typeof appointment>
export type Attachment = z.infer<typeof attachment>
export type DeliveryState = z.infer<typeof deliveryState>
