import { EFFORTS } from '@avow/core'
import { z } from 'zod'
import { instant, personRef } from './parts.ts'
import { route } from './route.ts'
import { clauseView, versionRow } from './versions.ts'

export const effort = z.enum(EFFORTS)

export const IMPROVEMENT_STATES = ['open', 'done', 'dropped'] as const
export const improvementState = z.enum(IMPROVEMENT_STATES)

/** A promise, remedy or procedure with what the desk's own tickets tell of it, and what was said of mending it. */
export const improvement = z
  .object({
    /** Its id. */
    clause: z.string(),
    /** From 1, the heaviest first; null where nothing went wrong, nothing is known, or its mending is done or dropped. */
    rank: z.number().int().nullable(),
    /** Tickets that it touched; those of them that tell how it went; those of these on which it went wrong. */
    touched: z.number().int(),
    told: z.number().int(),
    wrong: z.number().int(),
    /** Touched ÷ all tickets, from 0 to 1; null where none came in. */
    share: z.number().nullable(),
    /** Went wrong ÷ told, from 0 to 1; null: it was never measured. */
    harm: z.number().nullable(),
    /** Share × harm ÷ effort (small 1, medium or not said 2, large 3); null where one of them is. */
    weight: z.number().nullable(),
    state: improvementState,
    /** Null: nobody has said. */
    effort: effort.nullable(),
    /** The position that answers for the clause, else for the charter. */
    position: z.string().nullable(),
    /** Who sees to it in place of that position. */
    owner: personRef.nullable(),
    by: z.iso.date().nullable(),
    note: z.string(),
    /** Who said so last, and when; null while nobody said anything of it. */
    said: z.object({ by: personRef.nullable(), at: instant }).nullable(),
  })
  .meta({ id: 'Improvement' })

export const improvements = z
  .object({
    version: versionRow,
    /** The last 30 dates up to now, both in it, in the charter's zone. */
    period: z.object({ from: z.iso.date(), until: z.iso.date(), zone: z.string() }),
    /** Tickets that came in then, without spam and those merged into others. */
    contacts: z.number().int(),
    /** The clauses that `items` are about. */
    clauses: z.array(clauseView),
    /** Ranked first; then those by which nothing went wrong, those never measured, and those whose mending is done or dropped. */
    items: z.array(improvement),
  })
  .meta({ id: 'Improvements' })

export type Improvement = z.infer<typeof improvement>
export type Improvements = z.infer<typeof improvements>

export const improvementRoutes = {
  readImprovements: route({
    method: 'GET',
    path: '/improvements',
    who: 'charter.read',
    says: 'What to improve first: the promises, remedies and procedures of the charter in force, ranked by share of contacts × harm ÷ effort over the last 30 dates',
    answer: improvements,
  }),
  sayOfImprovement: route({
    method: 'POST',
    path: '/improvements',
    who: 'charter.standing',
    says: 'Says what mending a clause takes, who sees to it and by when, and whether it is done or dropped; what was said before is replaced',
    body: z.object({
      /** Id of a promise, remedy or procedure of the charter in force. */
      clause: z.string().min(1).max(100),
      effort: effort.nullable(),
      /** Id of somebody of the desk; null: the position that answers for the clause. */
      owner: z.uuid().nullable(),
      by: z.iso.date().nullable(),
      note: z.string().trim().max(1000).default(''),
      state: improvementState.default('open'),
    }),
    answer: improvements,
  }),
} as const
