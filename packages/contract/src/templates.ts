import { CLAUSE_KINDS, JURISDICTIONS, SECTORS } from '@avow/core'
import { z } from 'zod'
import { texts } from './parts.ts'
import { route } from './route.ts'

/** A charter to begin with. It has no finding, and none under the law packs of its sectors in each of its jurisdictions. */
export const template = z
  .object({
    /** `shop`; for the desk's own words of it. */
    name: z.string(),
    title: texts,
    /** In which its texts are, the master first. */
    languages: z.array(z.string()),
    /** Both empty where it is of no trade. */
    sectors: z.array(z.enum(SECTORS)),
    jurisdictions: z.array(z.enum(JURISDICTIONS)),
    /** Kinds of which it has none are left out. */
    clauses: z.array(z.object({ kind: z.enum(CLAUSE_KINDS), count: z.number().int().positive() })),
  })
  .meta({ id: 'CharterTemplate' })

export type Template = z.infer<typeof template>

/** Words with commas between them: `en,it`. */
const several = z.string().max(200)

export const templateRoutes = {
  listTemplates: route({
    method: 'GET',
    path: '/templates',
    who: 'charter.read',
    says: 'The charters to begin with, by the sectors and the jurisdictions that they were written for, and what is in them',
    answer: z.object({
      items: z.array(template),
      /** In which their amounts can be, by ISO 4217; `currency`: what the workspace most likely counts in. */
      currencies: z.array(z.string()),
      currency: z.string(),
    }),
  }),
  readTemplate: route({
    method: 'GET',
    path: '/templates/:template',
    who: 'charter.read',
    says: 'The text of a charter to begin with, with the zone, the short name and the hours of the workspace in it; nothing is written',
    params: z.object({ template: z.string().max(50) }),
    query: z.object({
      /** The master first; left out, those of the workspace that it speaks. */
      languages: several.optional(),
      /** Of its own; left out, it names no law. */
      jurisdictions: several.optional(),
      /** Left out, what the workspace most likely counts in. */
      currency: z.string().max(3).optional(),
    }),
    answer: z.object({ name: z.string(), source: z.string() }),
  }),
} as const
