import { z } from 'zod'
import { instant, personRef, texts } from './parts.ts'
import { route } from './route.ts'

/** How far an answer showed a value. */
export const SHOWN = ['yes', 'partly', 'no'] as const
export const shown = z.enum(SHOWN)

export const scorecard = z
  .object({
    /** Somebody of the desk answered the customer: before that there is nothing to look at. */
    is_answered: z.boolean(),
    /** One for each value of the charter that the ticket is pinned to, in its order. */
    questions: z.array(
      z.object({
        /** Id of the clause. */
        value: z.string(),
        says: texts,
        said: z.object({ shown, note: z.string(), by: personRef.nullable(), at: instant }).nullable(),
      }),
    ),
  })
  .meta({ id: 'Scorecard' })

export type Scorecard = z.infer<typeof scorecard>

const number = z.object({ number: z.coerce.number().int().positive() })

export const scorecardRoutes = {
  readScorecard: route({
    method: 'GET',
    path: '/tickets/:number/scorecard',
    who: 'breaches.correct',
    says: 'For each value of the charter, whether the answers on a ticket showed it, as a lead said last',
    params: number,
    answer: scorecard,
  }),
  sayOfScorecard: route({
    method: 'POST',
    path: '/tickets/:number/scorecard',
    who: 'breaches.correct',
    says: 'Says whether the answers on a ticket showed a value; what was said of it before is replaced',
    params: number,
    body: z.object({ value: z.string().min(1).max(100), shown, note: z.string().trim().max(1000).default('') }),
    answer: scorecard,
  }),
} as const
