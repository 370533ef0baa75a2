import { z } from 'zod'
import { instant, texts } from './parts.ts'
import { route } from './route.ts'

/** What the desk needs to know of the version in force: words for what tickets carry. */
export const charterInForce = z
  .object({
    id: z.string(),
    version: z.number().int(),
    hash: z.string(),
    effective: instant,
    languages: z.array(z.string()),
    zone: z.string(),
    title: texts.nullable(),
    promises: z.array(
      z.object({
        id: z.string(),
        clock: z.string(),
        /** The text with `{target}`. */
        says: texts.nullable(),
        because: texts.nullable(),
        no_answer_needed: z.array(z.string()),
      }),
    ),
    /** Other clauses by id, with their text; of authority, which has none, whose it is. */
    clauses: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        says: texts.nullable(),
        because: texts.nullable(),
        position: z.string().nullable(),
      }),
    ),
    facts: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['choice', 'yes-no', 'number', 'money', 'duration', 'age']),
        currency: z.string().nullable(),
        says: texts.nullable(),
        values: z.array(z.object({ value: z.string(), says: texts.nullable() })),
        derived: z.boolean(),
      }),
    ),
    calendars: z.array(z.object({ name: z.string(), zone: z.string(), says: texts.nullable() })),
    positions: z.array(z.object({ name: z.string(), says: texts.nullable() })),
    events: z.array(z.object({ name: z.string(), says: texts.nullable() })),
    no_answer_needed: z.array(z.string()),
    /** How answers are written, by language: the form of address, words never used, and what to write in their place. */
    tone: z.array(
      z.object({
        id: z.string(),
        language: z.string(),
        address: z.string().nullable(),
        never: z.array(z.string()),
        instead: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CharterInForce' })

export type CharterInForce = z.infer<typeof charterInForce>

export const charterRoutes = {
  readCharter: route({
    method: 'GET',
    path: '/charter',
    who: 'charter.read',
    says: 'The version in force, or that which a ticket is pinned to',
    query: z.object({
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
    answer: charterInForce,
  }),
} as const
