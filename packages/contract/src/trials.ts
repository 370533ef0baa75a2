import { z } from 'zod'
import { id, instant, listOf } from './parts.ts'
import { route } from './route.ts'

/** One number of a trial: under the charter that tickets have, and under the draft. */
const counts = z.object({ kept: z.number().int(), broken: z.number().int(), running: z.number().int() })

export const trialLine = z
  .object({
    promise: z.string(),
    /** Monday of the week in which they fell due, in the charter's zone; null for the sum of all. */
    week: z.iso.date().nullable(),
    before: counts,
    after: counts,
    /** How many tickets fare otherwise, and of them better and worse. */
    better: z.number().int(),
    worse: z.number().int(),
    /** How many tickets get another due time or fare otherwise (SPEC D10). */
    touched: z.number().int(),
  })
  .meta({ id: 'TrialLine' })

/** A draft tried on the workspace's own log. History was made under the old charter: people worked towards other times. */
export const trial = z
  .object({
    id,
    draft: id,
    /** The draft as of this edit. */
    seq: z.number().int(),
    state: z.enum(['running', 'done', 'failed']),
    /** Tickets judged so far, of how many. */
    done: z.number().int(),
    total: z.number().int(),
    started_at: instant,
    ended_at: instant.nullable(),
    /** Why it failed, in plain words. */
    trouble: z.string().nullable(),
    lines: z.array(trialLine),
    /** On how many tickets each remedy would have allowed something else (SPEC D10); only remedies with such tickets. */
    remedies: z.array(z.object({ remedy: z.string(), touched: z.number().int() })),
  })
  .meta({ id: 'Trial' })

/** A commitment that would have ended otherwise. */
export const trialTicket = z
  .object({
    ticket: z.number().int(),
    subject: z.string(),
    promise: z.string(),
    run: z.number().int(),
    before: z.object({ state: z.string(), due: instant.nullable() }).nullable(),
    after: z.object({ state: z.string(), due: instant.nullable() }).nullable(),
  })
  .meta({ id: 'TrialTicket' })

export type Trial = z.infer<typeof trial>
export type TrialLine = z.infer<typeof trialLine>
export type TrialTicket = z.infer<typeof trialTicket>

const one = z.object({ id })

/** Trying a draft on the workspace’s own log. */
export const trialRoutes = {
  startTrial: route({
    method: 'POST',
    path: '/drafts/:id/trials',
    who: 'charter.write',
    says: 'Tries the draft on the workspace’s own log',
    status: 202,
    params: one,
    body: z.object({}).default({}),
    answer: trial,
  }),
  tryInReview: route({
    method: 'POST',
    path: '/drafts/:id/submission/trial',
    who: 'charter.approve',
    says: 'The same of a draft in review, for those who decide on it',
    status: 202,
    params: one,
    body: z.object({}).default({}),
    answer: trial,
  }),
  listTrials: route({
    method: 'GET',
    path: '/drafts/:id/trials',
    who: 'charter.read',
    says: 'The latest trials of the draft, the last first',
    params: one,
    answer: listOf(trial),
  }),
  readTrial: route({
    method: 'GET',
    path: '/drafts/:id/trials/:trial',
    who: 'charter.read',
    says: 'How far a trial is, and what it found',
    params: one.extend({ trial: id }),
    answer: trial,
  }),
  listTrialTickets: route({
    method: 'GET',
    path: '/drafts/:id/trials/:trial/tickets',
    who: 'tickets.read',
    says: 'The tickets that would have fared otherwise, by promise and week',
    params: one.extend({ trial: id }),
    query: z.object({
      promise: z.string().max(100).optional(),
      week: z.iso.date().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(500).optional(),
    }),
    answer: listOf(trialTicket),
  }),
} as const
