import { z } from 'zod'
import { instant, personRef } from './parts.ts'

/** That a warning may stay, and why. */
const tick = z.object({ reason: z.string(), by: personRef.nullable(), at: instant })

/** What the checks warn of in a draft. Errors block publishing; a warning may stay with a reason. */
export const draftWarning = z
  .object({
    /** What it is known by: while it says the same of the same place, its tick stays. */
    finding: z.string(),
    code: z.string(),
    path: z.string(),
    line: z.number().int(),
    column: z.number().int(),
    /** In English. */
    message: z.string(),
    /** The same as data: a form of core's `FINDING_FORMS`; null for what only reading found. */
    says: z.object({ form: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
    tick: tick.nullable(),
  })
  .meta({ id: 'DraftWarning' })

export type DraftWarning = z.infer<typeof draftWarning>
