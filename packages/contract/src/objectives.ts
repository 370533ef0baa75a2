import { CLAUSE_KINDS, STANCES, type Stance as StanceOfClause } from '@avow/core'
import { z } from 'zod'
import { id, instant, listOf, page, personRef, texts } from './parts.ts'
import { route } from './route.ts'

/** A share in percent, or a length of time in ms as the promise of the measure counts it. */
const amount = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), percent: z.number() }),
  z.object({ kind: z.literal('time'), ms: z.number() }),
])

/** Ours − theirs: percentage points of shares, ms of times. Of times the shorter one is better, of shares the larger. */
const gap = z.object({
  kind: z.enum(['percent', 'time']),
  by: z.number(),
  better: z.enum(['ours', 'theirs', 'neither']),
})

/** Of the desk's own data over the period; `figure` is null where there were no cases. */
const measured = z.object({
  /** As a charter writes it: `kept(P1)`, `median(P1)`, `satisfaction`. */
  measure: z.string(),
  figure: amount.nullable(),
  /** How many cases it rests on. */
  cases: z.number().int(),
})

/** What somebody else promises or reaches, against what we do. */
export const comparison = z
  .object({
    of: z.string(),
    claims: amount,
    channel: z.string().nullable(),
    stance: z.enum(STANCES).nullable(),
    source: z.string(),
    /** When it was read. */
    date: z.iso.date(),
    /** That is more than twelve months ago. */
    is_old: z.boolean(),
    /** Our figure of the same kind; null where the objective goes by none. */
    ours: measured.nullable(),
    gap: gap.nullable(),
    /** What our own people waited there in the last twelve months; null where nobody noted it. */
    observed: z.object({ ms: z.number(), count: z.number().int(), gap: gap.nullable() }).nullable(),
  })
  .meta({ id: 'Comparison' })

export const objective = z
  .object({
    id: z.string(),
    says: texts,
    /** The position that answers for it; the charter's own where the objective names none. */
    owner: z.string().nullable(),
    /** The value that it serves. */
    value: z.object({ id: z.string(), says: texts }).nullable(),
    baseline: amount.nullable(),
    target: amount,
    stretch: amount.nullable(),
    by: z.iso.date(),
    /** How we mean to stand to competitors by it. */
    stance: z.enum(STANCES).nullable(),
    current: measured,
    /** Null where there is no figure yet. */
    is_reached: z.boolean().nullable(),
    is_stretch_reached: z.boolean().nullable(),
    comparisons: z.array(comparison),
  })
  .meta({ id: 'Objective' })

/** A clause that says how we mean to stand to competitors by it. */
export const markedClause = z
  .object({ id: z.string(), kind: z.enum(CLAUSE_KINDS), says: texts.nullable(), stance: z.enum(STANCES) })
  .meta({ id: 'MarkedClause' })

/** A wait at somebody else, noted by one of our own people. */
export const observedWait = z
  .object({
    id,
    of: z.string(),
    channel: z.string().nullable(),
    date: z.iso.date(),
    wait_ms: z.number().int(),
    note: z.string(),
    by: personRef.nullable(),
    at: instant,
  })
  .meta({ id: 'ObservedWait' })

/** A year: nobody waits longer and writes it down. */
const LONGEST_MS = 366 * 86_400_000

export type Stance = StanceOfClause
export type Objective = z.infer<typeof objective>
export type Comparison = z.infer<typeof comparison>
export type MarkedClause = z.infer<typeof markedClause>
export type Measured = z.infer<typeof measured>
export type Amount = z.infer<typeof amount>
export type BenchmarkGap = z.infer<typeof gap>
export type ObservedWait = z.infer<typeof observedWait>

export const objectiveRoutes = {
  readObjectives: route({
    method: 'GET',
    path: '/objectives',
    who: 'charter.read',
    says: 'The objectives of the charter in force with their current figures over the last 30 dates, and how far they lie from what others claim',
    answer: z.object({
      /** The period of the figures, both dates in it, in the charter's zone; null without a charter in force. */
      period: z.object({ from: z.iso.date(), until: z.iso.date(), zone: z.string() }).nullable(),
      items: z.array(objective),
      /** Clauses of other kinds that say how we mean to stand to competitors by them. */
      marked: z.array(markedClause),
    }),
  }),
  listObservedWaits: route({
    method: 'GET',
    path: '/observed-waits',
    who: 'charter.read',
    says: 'What our own people waited at others, noted last first',
    query: page,
    answer: listOf(observedWait),
  }),
  noteObservedWait: route({
    method: 'POST',
    path: '/observed-waits',
    who: 'charter.standing',
    says: 'Notes how long one of our own people waited at somebody else',
    status: 201,
    body: z.object({
      of: z.string().trim().min(1).max(200),
      channel: z.string().trim().min(1).max(100).nullable().default(null),
      date: z.iso.date(),
      wait_ms: z.number().int().min(0).max(LONGEST_MS),
      note: z.string().trim().max(1000).default(''),
    }),
    answer: observedWait,
  }),
  dropObservedWait: route({
    method: 'DELETE',
    path: '/observed-waits/:id',
    who: 'charter.standing',
    says: 'Takes away a wait that the caller noted',
    status: 204,
    params: z.object({ id }),
  }),
} as const
