import { z } from 'zod'
import { id, instant, language, listOf, mailAddress, properName } from './parts.ts'
import { route } from './route.ts'

export const company = z
  .object({
    name: z.string(),
    /** Of the public pages, the default first. */
    languages: z.array(z.string()),
    /** False: they are those of the charter in force, and follow it. */
    languages_chosen: z.boolean(),
    /** What only a version of the charter changes; null where none is in force. */
    charter: z.object({ languages: z.array(z.string()), zone: z.string() }).nullable(),
  })
  .meta({ id: 'Company' })

/** What stands in the way of fetching mail, as far as a person can mend it; `said`: in the server's or network's words. */
const fetchFailure = z.object({
  code: z.enum(['no-such-host', 'no-answer', 'certificate', 'no-encryption', 'sign-in', 'no-such-folder', 'other']),
  said: z.string(),
})

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
    /** When all that lay there was fetched; null: never yet. */
    fetched_at: instant.nullable(),
    /** Null where it went well the last time. */
    failure: fetchFailure.extend({ at: instant, next_try: instant.nullable() }).nullable(),
  })
  .meta({ id: 'MailAccount' })

const line = z.string().trim().min(1).max(255)

const accountToSet = z.object({
  host: line,
  port: z.number().int().min(1).max(65_535),
  /** `none` is taken for a server on this machine only. */
  security,
  username: line,
  /** Left out: the one that is kept for the same server and name. */
  password: z.string().min(1).max(1000).optional(),
  folders: z
    .array(line)
    .min(1)
    .max(20)
    .refine((all) => new Set(all).size === all.length, 'a folder is named twice')
    .default(['INBOX']),
})

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
    /** Where its mail is fetched from; null: it is sent to us. */
    account: mailAccount.nullable(),
  })
  .meta({ id: 'CompanyAddress' })

export type Company = z.infer<typeof company>
export type CompanyAddress = z.infer<typeof companyAddress>
export type MailAccount = z.infer<typeof mailAccount>
export type FetchFailureCode = z.infer<typeof fetchFailure>['code']

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
    says: 'Its name, and the languages of its public pages, the default first; `null`: those of the charter in force',
    body: z.object({ name: properName.optional(), languages: languages.nullable().optional() }),
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
    says: 'Another name or address, for its tickets too; `answers`: it is the one that answers from now on',
    params: z.object({ id }),
    body: z.object({
      address: mailAddress.optional(),
      name: properName.optional(),
      answers: z.literal(true).optional(),
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
    answer: z.object({ failure: fetchFailure.nullable(), folders: z.array(z.string()) }),
  }),
} as const
