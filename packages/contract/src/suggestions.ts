import { z } from 'zod'
import { id, instant, listOf, page, personRef } from './parts.ts'
import { route } from './route.ts'

/** What somebody of the desk says of a clause. */
export const suggestion = z
  .object({
    id,
    clause: z.string(),
    /** The version in force when it was said. */
    version: z.number().int().nullable(),
    kind: z.enum(['comment', 'suggestion']),
    text: z.string(),
    /** The ticket that taught it, and the grant on it. */
    ticket: z.number().int().nullable(),
    grant: id.nullable(),
    by: personRef.nullable(),
    at: instant,
    state: z.enum(['open', 'accepted', 'declined']),
    decided_by: personRef.nullable(),
    decided_at: instant.nullable(),
    decision_reason: z.string().nullable(),
    /** The draft that took it up. */
    draft: id.nullable(),
  })
  .meta({ id: 'Suggestion' })

/** Whose suggestion for a clause was taken up; null where nobody can be named any more. */
export const suggestionCredit = z
  .object({ suggestion: id, clause: z.string(), by: personRef.nullable() })
  .meta({ id: 'SuggestionCredit' })

/** What readers of the public page said of one clause of one version. */
export const opinionCount = z
  .object({
    version: z.number().int(),
    clause: z.string(),
    fair: z.object({ yes: z.number().int(), no: z.number().int() }),
    kept: z.object({ yes: z.number().int(), no: z.number().int() }),
  })
  .meta({ id: 'OpinionCount' })

export type Suggestion = z.infer<typeof suggestion>
export type SuggestionCredit = z.infer<typeof suggestionCredit>
export type OpinionCount = z.infer<typeof opinionCount>

export const suggestionRoutes = {
  listSuggestions: route({
    method: 'GET',
    path: '/suggestions',
    who: 'charter.read',
    says: 'What staff say of clauses, the newest first',
    query: page.extend({
      clause: z.string().max(100).optional(),
      state: z.enum(['open', 'accepted', 'declined']).optional(),
    }),
    answer: listOf(suggestion),
  }),
  suggest: route({
    method: 'POST',
    path: '/suggestions',
    who: 'charter.read',
    says: 'A comment on a clause, or a suggestion how to change it; a declined or kind decision becomes one by its grant',
    status: 201,
    body: z.object({
      clause: z.string().min(1).max(100),
      kind: z.enum(['comment', 'suggestion']).default('suggestion'),
      text: z.string().trim().min(1).max(4000),
      grant: id.optional(),
      ticket: z.number().int().positive().optional(),
    }),
    answer: suggestion,
  }),
  decideSuggestion: route({
    method: 'POST',
    path: '/suggestions/:id/decision',
    who: 'charter.write',
    says: 'Accepts or declines it with a reason; who suggested is told and credited',
    params: z.object({ id }),
    body: z.object({
      accept: z.boolean(),
      reason: z.string().trim().min(1).max(1000),
      draft: id.optional(),
    }),
    answer: suggestion,
  }),
  countOpinions: route({
    method: 'GET',
    path: '/opinions',
    who: 'charter.read',
    says: 'What readers of the public page said, by clause',
    answer: z.object({ items: z.array(opinionCount) }),
  }),
} as const
