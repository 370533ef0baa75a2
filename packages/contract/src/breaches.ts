import { z } from 'zod'
import { commitment } from './commitments.ts'
import { id, instant, listOf, page, personRef } from './parts.ts'
import { route } from './route.ts'

/** Why a promise was broken, by the rule in SPEC.md. */
export const CAUSES = ['surge', 'bounced', 'other-team', 'unassigned', 'reopened', 'out-of-hours', 'slow'] as const
export const cause = z.enum(CAUSES)

/** A piece of the time between a commitment's start and its end, as core's segments name it. */
export const segment = z.object({ kind: z.string(), from: instant, to: instant }).meta({ id: 'Segment' })

/** A broken promise with where its time went. */
export const breach = z
  .object({
    ticket: z.object({ id, number: z.number().int(), subject: z.string(), channel: z.string().nullable() }),
    customer: personRef.nullable(),
    assignee: personRef.nullable(),
    team: z.string().nullable(),
    commitment: commitment.omit({ why: true }),
    /** Hash of the version of the charter that promised it. */
    charter: z.string(),
    segments: z.array(segment),
    /** How late it was, or is by now, ms of the wall clock. */
    late_ms: z.number().int(),
    /** By the rule. */
    cause,
    /** What a lead said instead, with the reason. */
    corrected: z.object({ cause, reason: z.string(), by: personRef.nullable(), at: instant }).nullable(),
  })
  .meta({ id: 'Breach' })

const filters = z.object({
  cause: cause.optional(),
  promise: z.string().max(100).optional(),
  /** The name of a team; empty: tickets of no team. */
  team: z.string().max(100).optional(),
  /** Monday of the week in which they fell due, in the charter's zone. */
  week: z.iso.date().optional(),
})

export const breachTotal = z
  .object({
    /** The cause, promise, team (empty: none) or Monday. */
    key: z.string(),
    broken: z.number().int(),
    /** Of all that were kept or broken in that group; null for causes. */
    settled: z.number().int().nullable(),
    /** Half were no later than this, ms. */
    median_late_ms: z.number().int(),
  })
  .meta({ id: 'BreachTotal' })

export type Breach = z.infer<typeof breach>
export type BreachTotal = z.infer<typeof breachTotal>
export type Cause = z.infer<typeof cause>

export const breachRoutes = {
  listBreaches: route({
    method: 'GET',
    path: '/breaches',
    who: 'tickets.read',
    says: 'Broken promises, the latest due first, with where the time went and the leading cause',
    query: page.extend(filters.shape),
    answer: listOf(breach).extend({ now: instant }),
  }),
  countBreaches: route({
    method: 'GET',
    path: '/breaches/totals',
    who: 'tickets.read',
    says: 'Broken promises by cause, clause, team or week, under the same filters',
    query: filters.extend({ by: z.enum(['cause', 'promise', 'team', 'week']).default('cause') }),
    answer: z.object({ items: z.array(breachTotal) }),
  }),
  countFreshBreaches: route({
    method: 'GET',
    path: '/breaches/fresh',
    who: 'tickets.read',
    says: 'How many promises that fell due in the last 7 days are broken and have no corrected cause; counted up to 1000',
    answer: z.object({ count: z.number().int() }),
  }),
  correctCause: route({
    method: 'POST',
    path: '/tickets/:number/breaches/:promise/:run/cause',
    who: 'breaches.correct',
    says: 'Another cause than the rule’s, with a reason; the rule’s stays readable',
    params: z.object({
      number: z.coerce.number().int().positive(),
      promise: z.string().max(100),
      run: z.coerce.number().int().positive(),
    }),
    body: z.object({ cause, reason: z.string().trim().min(1).max(1000) }),
    answer: breach,
  }),
} as const
