import { HEALTH_CHECKS } from '@avow/core'
import { z } from 'zod'
import { route } from './route.ts'

export const healthRoutes = {
  readHealth: route({
    method: 'GET',
    path: '/health-check',
    who: 'charter.read',
    says: 'What of the charter in force, and of the desk that keeps it, is missing, with the share of the checks that are passed; `no-charter` where none is in force',
    answer: z.object({
      /** All checks, in the order in which gaps are told. */
      checks: z.array(z.enum(HEALTH_CHECKS)),
      passed: z.number(),
      /** Share of the checks passed, whole percent, rounded down. */
      percent: z.number(),
      gaps: z.array(
        z.object({
          check: z.enum(HEALTH_CHECKS),
          /** Clauses, positions, questions of the definition; empty where the thing itself is missing. */
          names: z.array(z.string()),
          count: z.number(),
        }),
      ),
    }),
  }),
}
