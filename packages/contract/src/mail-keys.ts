import { z } from 'zod'
import { id, instant, listOf } from './parts.ts'
import { route } from './route.ts'

/** What the DNS says of a key, as far as a person can mend it. */
export const KEY_FINDINGS = [
  /** The record stands there, and is that of the key. */
  'found',
  'missing',
  /** It stands under a name that has the domain twice: many forms put it behind by themselves. */
  'doubled-name',
  'several',
  /** Something stands there that is no record of a key. */
  'syntax',
  'other-key',
  /** The record says that the key is to be believed no more. */
  'withdrawn',
  /** The record says that signatures are only being tried: receivers treat the mail as unsigned. */
  'testing',
  /** The DNS gave no answer. */
  'unanswered',
] as const

/** A key by which mail of a domain is signed (DKIM). The private half is never told. */
export const mailKey = z
  .object({
    id,
    kind: z.enum(['rsa', 'ed25519']),
    /**
     * `waiting`: until its record is seen; `stopped`: its record, which was there, is gone or another, so that it signs
     * nothing until it is seen again; `replaced`: another one signs since.
     */
    state: z.enum(['waiting', 'signing', 'stopped', 'replaced']),
    /** It signs until the record of a newer one is seen. */
    being_replaced: z.boolean(),
    /** What was stored does not open any more, so nothing is signed by it. */
    lost: z.boolean(),
    /** What to put into the DNS: the value whole, and as the strings of at most 255 letters that it is made of there. */
    record: z.object({
      name: z.string(),
      type: z.literal('TXT'),
      value: z.string(),
      strings: z.array(z.string()),
    }),
    made_at: instant,
    signs_since: instant.nullable(),
    replaced_at: instant.nullable(),
    /** When its record was first seen as it should be; null again where it signs no more for want of it. */
    seen_at: instant.nullable(),
    /** Since when the DNS has said that the record, which was there, is gone or another. */
    lacking_since: instant.nullable(),
    stopped_at: instant.nullable(),
    /** What was found when it was last looked for, and what stood there; null: nobody looked yet. */
    checked: z.object({ at: instant, finding: z.enum(KEY_FINDINGS), said: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'MailKey' })

/** A domain that mail leaves from, with its keys: those that sign first, then those that wait. */
export const mailDomain = z
  .object({
    domain: z.string(),
    /** Addresses of the desk in it; none where they were removed and keys are left. */
    addresses: z.array(z.string()),
    keys: z.array(mailKey),
  })
  .meta({ id: 'MailDomain' })

/** What a domain says beside its keys of who sends its mail. `said`: the records that stand there. */
export const mailDomainRecords = z
  .object({
    spf: z.object({
      name: z.string(),
      /** `open`: it lets everybody send. */
      state: z.enum(['there', 'open', 'missing', 'several', 'syntax', 'unanswered']),
      said: z.array(z.string()),
    }),
    dmarc: z.object({
      /** Where it stands, which may be the name of a domain above. */
      name: z.string(),
      /** `watching`: receivers are asked to do nothing yet. */
      state: z.enum(['there', 'watching', 'missing', 'several', 'syntax', 'unanswered']),
      said: z.array(z.string()),
    }),
  })
  .meta({ id: 'MailDomainRecords' })

export type KeyFinding = (typeof KEY_FINDINGS)[number]
export type MailKey = z.infer<typeof mailKey>
export type MailDomain = z.infer<typeof mailDomain>
export type MailDomainRecords = z.infer<typeof mailDomainRecords>

const domain = z.object({ domain: z.string().min(1).max(253) })

export const mailKeyRoutes = {
  listMailDomains: route({
    method: 'GET',
    path: '/mail/domains',
    who: 'workspace.manage',
    says: 'The domains that mail leaves from, with the keys that sign it (DKIM) and the records that the DNS needs for them',
    answer: listOf(mailDomain),
  }),
  readMailDomainRecords: route({
    method: 'GET',
    path: '/mail/domains/:domain/records',
    who: 'workspace.manage',
    says: 'What the DNS says of who may send mail of a domain (SPF) and of what becomes of other mail (DMARC), asked now',
    params: domain,
    answer: mailDomainRecords,
  }),
  makeMailKey: route({
    method: 'POST',
    path: '/mail/domains/:domain/keys',
    who: 'workspace.manage',
    says: 'A new key of this kind, which waits for its record; where one waits already, nothing new. The one that signs goes on',
    status: 201,
    params: domain,
    body: z.object({ kind: z.enum(['rsa', 'ed25519']).default('rsa') }),
    answer: mailDomain,
  }),
  checkMailKey: route({
    method: 'POST',
    path: '/mail/keys/:id/check',
    who: 'workspace.manage',
    says: 'Looks for its record in the DNS, now. A key that waits for it, or was stopped for want of it, signs from then on, in place of the one before. Keys that sign are looked for once a day without being asked',
    params: z.object({ id }),
    answer: mailDomain,
  }),
  useMailKey: route({
    method: 'POST',
    path: '/mail/keys/:id/use',
    who: 'workspace.manage',
    says: 'It signs from now on, in place of the one before, whether or not its record was seen',
    params: z.object({ id }),
    answer: mailDomain,
  }),
  removeMailKey: route({
    method: 'DELETE',
    path: '/mail/keys/:id',
    who: 'workspace.manage',
    says: 'The key is gone for good. Mail that only it signed leaves unsigned from now on',
    status: 204,
    params: z.object({ id }),
  }),
} as const
