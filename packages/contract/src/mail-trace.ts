import { z } from 'zod'

/**
 * Why a mail is on the ticket that it is on; the closed catalogue. Joined: `token` (an address that it was sent to carries
 * the ticket's token), `our-message` and `their-message` (it names a mail of ours, or of somebody's, on a ticket in which
 * its sender takes part), `report` (a machine reports on a mail of ours), `same-message` (it came to two addresses at
 * once). Opened a ticket: `new` (it names none), `forged-token`, `forged-reference` (its sender takes no part in the ticket
 * that it names), `doubtful-sender` (it names a ticket, but who sent it is in doubt), `unknown-reference` (it names mails
 * that no ticket has), `closed` (it belongs to a ticket that is closed). `by-hand`: somebody made it a ticket. `moved`:
 * somebody moved it here from another ticket. `staff-answer`: it is the answer of somebody of the desk, sent to the address at
 * which they alone answer the ticket. On no ticket, although it was sent to such an address, and held: `staff-unverified` (it
 * is not proven to be from the holder of the address), `staff-not-allowed` (they may not answer the ticket by mail),
 * `staff-expired` (the address was good until then), `staff-unsendable` (what stands in it cannot be sent as it is).
 * `forward-answer`: it answers what was forwarded to somebody outside, and is for staff alone; `is_stranger` where it is not
 * from whom that went to.
 */
export const MAIL_TRACES = [
  'token',
  'our-message',
  'their-message',
  'report',
  'same-message',
  'new',
  'forged-token',
  'forged-reference',
  'doubtful-sender',
  'unknown-reference',
  'closed',
  'by-hand',
  'moved',
  'staff-answer',
  'staff-unverified',
  'staff-not-allowed',
  'staff-expired',
  'staff-unsendable',
  'forward-answer',
] as const

export const mailTrace = z
  .object({
    code: z.enum(MAIL_TRACES),
    /** Number of the ticket that it joined, named, followed, answers or was moved from. */
    ticket: z.number().int().nullable(),
    /** The Message-ID that it names, where that decided. */
    message_id: z.string().nullable(),
    /** The address that it says it is from takes no part in the ticket. */
    is_stranger: z.boolean(),
    /** Number of the ticket that it named, where that was merged into `ticket`. */
    merged: z.number().int().nullable(),
    /**
     * It opened a ticket, and nobody was told: it had lain with its server for more than a day when its mailbox was
     * connected. Left out where that is not so.
     */
    is_old: z.boolean().optional(),
  })
  .meta({ id: 'MailTrace' })

export type MailTrace = z.infer<typeof mailTrace>
