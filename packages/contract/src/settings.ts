import { z } from 'zod'
import { id, language, listOf, mailAddress, properName } from './parts.ts'
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
  })
  .meta({ id: 'CompanyAddress' })

export type Company = z.infer<typeof company>
export type CompanyAddress = z.infer<typeof companyAddress>

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
} as const
