import { z } from 'zod'
import { mailServerFailure } from './mail-server-failure.ts'
import { id, instant, language, listOf, mailAddress, properName } from './parts.ts'
import { route } from './route.ts'

export const company = z
  .object({
    name: z.string(),
    /** Of the public pages, the default first. */
    languages: z.array(z.string()),
    /** False: they are those of the charter in force, and follow it. */
    languages_chosen: z.boolean(),
    /** People of the desk may answer customers from their own mail programs. */
    answers_by_mail: z.boolean(),
    /** What only a version of the charter changes; null where none is in force. */
    charter: z.object({ languages: z.array(z.string()), zone: z.string() }).nullable(),
  })
  .meta({ id: 'Company' })

const security = z.enum(['tls', 'starttls', 'none'])

/** Where the mail of an address lies with another server, and how fetching it goes. The password is never told. */
export const mailAccount = z
  .object({
    host: z.string(),
    port: z.number().int(),
    security,
    username: z.string(),
    folders: z.array(z.object({ name: z.string(), fetched: z.number().int() })),
    /** Mail that arrived there before is left; null: none is. */
    since: instant.nullable(),
    /** Who lets the desk in without a password; null: it signs in by one. */
    consent: z.object({ provider: z.string() }).nullable(),
    /** When all that lay there was fetched; null: never yet. */
    fetched_at: instant.nullable(),
    /** Null where it went well the last time. */
    failure: mailServerFailure.extend({ at: instant, next_try: instant.nullable() }).nullable(),
    /** Whether mail to addresses with a plus comes in there; null: not known yet. Only if it does is anybody given one. */
    plus: z.enum(['taken', 'refused']).nullable(),
  })
  .meta({ id: 'MailAccount' })

/** By which server mail of an address leaves, and what stands in its way. The password is never told. */
export const mailSender = z
  .object({
    host: z.string(),
    port: z.number().int(),
    security,
    /** `same`: by the sign-in of the account that mail is fetched from; `none`: the server asks for no name. */
    sign_in: z.enum(['same', 'own', 'none']),
    /** Its own; null for `same` and `none`. */
    username: z.string().nullable(),
    /** Null where mail leaves, or none has left yet. */
    failure: mailServerFailure.extend({ at: instant }).nullable(),
  })
  .meta({ id: 'MailSender' })

const line = z.string().trim().min(1).max(255)

const folders = z
  .array(line)
  .min(1)
  .max(20)
  .refine((all) => new Set(all).size === all.length, 'a folder is named twice')
  .default(['INBOX'])

const accountToSet = z.object({
  host: line,
  port: z.number().int().min(1).max(65_535),
  /** `none` is taken for a server on this machine only. */
  security,
  username: line,
  /** Left out: the one that is kept for the same server and name. */
  password: z.string().min(1).max(1000).optional(),
  folders,
})

const mailServer = z.object({ host: z.string(), port: z.number().int(), security })

const senderToSet = z.object({
  host: line,
  port: z.number().int().min(1).max(65_535),
  /** `none` is taken for a server on this machine only. */
  security,
  sign_in: z.enum(['same', 'own', 'none']).default('own'),
  username: line.optional(),
  /** Left out: the one that is kept for the same server and name; for `same`, that of the account. */
  password: z.string().min(1).max(1000).optional(),
})

/** As RFC 8601 §2.5 has it, without quotation marks. */
const authservId = z.string().regex(/^[A-Za-z0-9._-]{1,253}$/, 'not the name of a server')

export const companyAddress = z
  .object({
    id,
    address: z.string(),
    /** Whose words its mail is sent as, where no person writes. */
    name: z.string(),
    /** What came by no mail is answered from it, and mail to the staff leaves from it. One of them does. */
    answers: z.boolean(),
    /** Addresses that it had before: mail to them still comes in. */
    also: z.array(z.string()),
    /** The name under which the server before it writes what it found out of a mail's sender (Authentication-Results). */
    verified_by: z.string().nullable(),
    /** Where its mail is fetched from; null: it is sent to us. */
    account: mailAccount.nullable(),
    /** By which server its mail leaves; null: by that of the installation. */
    sender: mailSender.nullable(),
  })
  .meta({ id: 'CompanyAddress' })

export type Company = z.infer<typeof company>
export type CompanyAddress = z.infer<typeof companyAddress>
export type MailAccount = z.infer<typeof mailAccount>
export type MailSender = z.infer<typeof mailSender>

const languages = z
  .array(language)
  .min(1)
  .refine((all) => new Set(all).size === all.length, 'a language is named twice')

export const settingsRoutes = {
  readCompany: route({
    method: 'GET',
    path: '/company',
    who: 'workspace.manage',
    says: 'The company: its name, the languages of its public pages, and what its charter says of language and time',
    answer: company,
  }),
  changeCompany: route({
    method: 'PATCH',
    path: '/company',
    who: 'workspace.manage',
    says: 'Its name; the languages of its public pages, the default first, `null`: those of the charter in force; whether people of the desk may answer from their own mail programs',
    body: z.object({
      name: properName.optional(),
      languages: languages.nullable().optional(),
      answers_by_mail: z.boolean().optional(),
    }),
    answer: company,
  }),
  listAddresses: route({
    method: 'GET',
    path: '/mail/addresses',
    who: 'workspace.manage',
    says: 'The addresses that mail is taken at and answered from, the one that answers first',
    answer: listOf(companyAddress),
  }),
  addAddress: route({
    method: 'POST',
    path: '/mail/addresses',
    who: 'workspace.manage',
    says: 'Another address; one that was removed comes back with its tickets. Its name is the company’s where left out',
    status: 201,
    body: z.object({ address: mailAddress, name: properName.optional() }),
    answer: companyAddress,
  }),
  changeAddress: route({
    method: 'PATCH',
    path: '/mail/addresses/:id',
    who: 'workspace.manage',
    says: 'Another name or address, for its tickets too; `answers`: it is the one that answers from now on; `verified_by`: the server whose word on senders is believed',
    params: z.object({ id }),
    body: z.object({
      address: mailAddress.optional(),
      name: properName.optional(),
      answers: z.literal(true).optional(),
      verified_by: authservId.nullable().optional(),
    }),
    answer: companyAddress,
  }),
  removeAddress: route({
    method: 'DELETE',
    path: '/mail/addresses/:id',
    who: 'workspace.manage',
    says: 'Mail to it is taken no more; its tickets are answered from the one that answers. Neither the last nor that one',
    status: 204,
    params: z.object({ id }),
  }),
  setMailAccount: route({
    method: 'POST',
    path: '/mail/addresses/:id/account',
    who: 'workspace.manage',
    says: 'Its mail is fetched from there from now on. `from`: what arrives from now on, or all that lies there; what was set before where left out',
    params: z.object({ id }),
    body: accountToSet.extend({ from: z.enum(['now', 'all']).optional() }),
    answer: companyAddress,
  }),
  removeMailAccount: route({
    method: 'DELETE',
    path: '/mail/addresses/:id/account',
    who: 'workspace.manage',
    says: 'Its mail is fetched no more. What was fetched stays',
    status: 204,
    params: z.object({ id }),
  }),
  tryMailAccount: route({
    method: 'POST',
    path: '/mail/addresses/:id/account/trial',
    who: 'workspace.manage',
    says: 'Signs in there and opens the folders, at once: what stands in the way, or null; and the folders that are there. Nothing is kept',
    params: z.object({ id }),
    body: accountToSet,
    answer: z.object({ failure: mailServerFailure.nullable(), folders: z.array(z.string()) }),
  }),
  guessMailServers: route({
    method: 'GET',
    path: '/mail/servers',
    who: 'workspace.manage',
    says: 'Where the mail of an address probably lies, and by what it leaves: of a known provider, by the word of its domain (SRV, MX), or the first of the usual names that answers',
    query: z.object({ address: mailAddress }),
    answer: z.object({
      by: z.enum(['known', 'dns', 'tried', 'none']),
      fetching: mailServer.nullable(),
      sending: mailServer.nullable(),
      /** Names outside of the domain of the address: look at them before a password is sent there. */
      elsewhere: z.boolean(),
      /** The provider wants a password that is made for programs. */
      wants_own_password: z.boolean(),
      /** Who lets the desk in without a password (OAuth 2); `needs_client`: the installation is not registered there. */
      consent: z.object({ provider: z.string(), title: z.string(), needs_client: z.boolean() }).nullable(),
    }),
  }),
  beginMailConsent: route({
    method: 'POST',
    path: '/mail/addresses/:id/consent',
    who: 'workspace.manage',
    says: 'Begins a sign-in at the provider of a mailbox (OAuth 2), in this session: the address there to send the person to',
    params: z.object({ id }),
    body: z.object({
      provider: z.string().min(1).max(40),
      /** As whom the desk is registered there, where the installation is not. */
      client_id: line.optional(),
      client_secret: z.string().min(1).max(1000).optional(),
      /** The mailbox there; the address where left out. */
      username: line.optional(),
      folders,
      from: z.enum(['now', 'all']).optional(),
    }),
    answer: z.object({ url: z.string() }),
  }),
  finishMailConsent: route({
    method: 'POST',
    path: '/mail/consents',
    who: 'workspace.manage',
    says: 'Ends it with what the person came back with, once and in the session that began it: mail is fetched and sent by it',
    body: z.object({ state: z.string().min(1).max(300), code: z.string().min(1).max(4000) }),
    answer: companyAddress,
  }),
  setMailSender: route({
    method: 'POST',
    path: '/mail/addresses/:id/sender',
    who: 'workspace.manage',
    says: 'Its mail leaves by this server from now on, mail that waits too',
    params: z.object({ id }),
    body: senderToSet,
    answer: companyAddress,
  }),
  removeMailSender: route({
    method: 'DELETE',
    path: '/mail/addresses/:id/sender',
    who: 'workspace.manage',
    says: 'Its mail leaves by the installation’s server again',
    status: 204,
    params: z.object({ id }),
  }),
  tryMailSender: route({
    method: 'POST',
    path: '/mail/addresses/:id/sender/trial',
    who: 'workspace.manage',
    says: 'Signs in there at once, and sends nothing: what stands in the way, or null. Nothing is kept',
    params: z.object({ id }),
    body: senderToSet,
    answer: z.object({ failure: mailServerFailure.nullable() }),
  }),
} as const
