import { CLAUSE_KINDS } from '@avow/core'
import { z } from 'zod'
import { instant, texts } from './parts.ts'
import { route } from './route.ts'
import { clauseView, versionRow } from './versions.ts'

/** The mission is `mission`, a clause its id, a measure as a charter writes it: `kept(P1)`. */
const node = z.string()

export const directionLink = z
  .object({
    /** What serves. */
    below: node,
    /** What is served. */
    above: node,
    /** Why: a value shows by a clause, a procedure carries out a remedy or is measured by a standard, and so on. */
    kind: z.enum([
      'mission',
      'value',
      'objective',
      'shows',
      'carries-out',
      'standard',
      'backs',
      'grants',
      'tells',
      'measure',
    ]),
  })
  .meta({ id: 'DirectionLink' })

/** What belongs to one value: how many clauses, and of their promises what fell due in the last 30 dates. */
export const pillar = z
  .object({
    /** The value; null: clauses that serve none. */
    value: z.string().nullable(),
    clauses: z.number().int(),
    /** Commitments that fell due and are kept or broken. */
    settled: z.number().int(),
    kept: z.number().int(),
    /** What scorecards of tickets said of the value in this time: how many, and how many that it was shown in full. */
    scored: z.number().int(),
    shown: z.number().int(),
  })
  .meta({ id: 'Pillar' })

export const charterDirection = z
  .object({
    version: versionRow,
    mission: texts.nullable(),
    /** What of it is for the caller, in the order of the charter. */
    clauses: z.array(clauseView),
    nodes: z.array(z.object({ id: node, kind: z.enum(['mission', 'measure', ...CLAUSE_KINDS]) })),
    links: z.array(directionLink),
    /** Clauses that serve objectives: those objectives, and the one that the clause names itself. */
    traces: z.array(z.object({ clause: z.string(), objectives: z.array(z.string()), own: z.string().nullable() })),
    /** Clauses that serve no objective. */
    orphans: z.array(z.string()),
    /** A row for each value in the order of the charter, and one for clauses that serve none; values are not counted as clauses. */
    pillars: z.array(pillar),
    /** Of all rows together. */
    total: pillar.omit({ value: true }),
    /** What fell due in this time was counted. */
    from: instant,
    to: instant,
  })
  .meta({ id: 'CharterDirection' })

export type CharterDirectionJson = z.infer<typeof charterDirection>
export type PillarJson = z.infer<typeof pillar>

export const directionRoutes = {
  readDirection: route({
    method: 'GET',
    path: '/charter/direction',
    who: 'charter.read',
    says: 'What the charter in force is there for: mission, values, objectives and what serves them, with the promises kept for each value',
    answer: charterDirection,
  }),
} as const
