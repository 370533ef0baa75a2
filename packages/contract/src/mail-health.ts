import { z } from 'zod'
import { intake } from './mail.ts'
import { id, instant } from './parts.ts'
import { route } from './route.ts'
import { mailAccount } from './settings.ts'

const parts = intake.omit({ mailbox: true })

/** Mail of ours that was written in that time, by how far it got. The parts add up to `written`. */
const outgoing = z.object({
  written: z.number().int(),
  sent: z.number().int(),
  /** Not yet tried. */
  waiting: z.number().int(),
  /** Tried, and tried again. */
  deferred: z.number().int(),
  given_up: z.number().int(),
})

/** A folder, compared with what was kept of it: `there` = `known` + `fetched` + `failed`. */
const reconciliation = z.object({
  folder: z.string(),
  at: instant,
  /** Mails that lie there since the account was set. */
  there: z.number().int(),
  /** Of these, kept already. */
  known: z.number().int(),
  /** Were missing, and are kept now. */
  fetched: z.number().int(),
  /** Are missing, and could not be fetched. */
  failed: z.number().int(),
  /** Kept, and no longer there: somebody moved or removed them. */
  gone: z.number().int(),
})

/** The bytes of the mails of a day, read again. `mails` = `whole` + `missing` + `damaged`. */
const bytesCheck = z.object({
  at: instant,
  mails: z.number().int(),
  whole: z.number().int(),
  /** Their bytes are not there. */
  missing: z.number().int(),
  /** Their bytes are others than those that came. */
  damaged: z.number().int(),
})

/** How one mailbox fares. */
export const mailboxHealth = z
  .object({
    id,
    address: z.string(),
    /** What came in the last 24 hours, and in the last seven days. */
    day: parts,
    week: parts,
    /** Quarantined at any time, and nobody said yet that this is right. */
    to_look_at: z.number().int(),
    last_mail_at: instant.nullable(),
    /** Since when the oldest mail waits that was not read yet. */
    oldest_waiting_at: instant.nullable(),
    /** Written in the last 24 hours, and in the last seven days. */
    out_day: outgoing,
    out_week: outgoing,
    /** Where its mail is fetched from; null: it is sent to us. */
    account: mailAccount.nullable(),
    /** Since when fetching fails; null where it goes well. */
    failing_since: instant.nullable(),
    reconciliations: z.array(reconciliation),
    bytes: bytesCheck.nullable(),
  })
  .meta({ id: 'MailboxHealth' })

/** Room for mails and attachments, bytes. Null where whatever keeps them does not say. */
const room = z.object({ free: z.number().int(), total: z.number().int(), is_short: z.boolean() })

/** A key that signs mail, or did, and whose record in the DNS is gone or another. */
const lackingKey = z.object({
  domain: z.string(),
  selector: z.string(),
  since: instant,
  /** Since when it signs nothing for that; null: it still does. */
  stopped_at: instant.nullable(),
  checked_at: instant,
})

export type LackingKey = z.infer<typeof lackingKey>
export type MailboxHealth = z.infer<typeof mailboxHealth>
export type OutgoingCount = z.infer<typeof outgoing>

export const mailHealthRoutes = {
  readMailHealth: route({
    method: 'GET',
    path: '/mail/health',
    who: 'mail.read',
    says: 'How each mailbox fares: what came and left, what waits, what failed last, and what comparing with its server found',
    answer: z.object({ now: instant, room: room.nullable(), keys: z.array(lackingKey), items: z.array(mailboxHealth) }),
  }),
  fetchMailNow: route({
    method: 'POST',
    path: '/mail/health/:id/fetch',
    who: 'mail.manage',
    says: 'The account of a mailbox is asked at once, from a new connection, and its folders are compared with what was kept',
    status: 204,
    params: z.object({ id }),
  }),
} as const
