import { z } from 'zod'
import { instant } from './parts.ts'

export const commitmentState = z.enum(['running', 'paused', 'kept', 'broken', 'cancelled'])

/** One line of a reckoning; `text` is English, screens say it from `code` and `data`. docs/formats/decision.md. */
export const reason = z
  .object({
    code: z.string(),
    text: z.string(),
    from: instant.nullable(),
    to: instant.nullable(),
    counted_ms: z.number().nullable(),
    data: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'Reason' })

export const commitment = z
  .object({
    promise: z.string(),
    run: z.number().int(),
    clock: z.string(),
    key: z.string(),
    state: commitmentState,
    start: instant,
    due: instant.nullable(),
    /** From when it is at risk: three quarters of the target used; null where it is settled or paused. */
    risk_at: instant.nullable(),
    settled_at: instant.nullable(),
    fulfilled_at: instant.nullable(),
    reason: z.string().nullable(),
    target: z.string(),
    calendar: z.string().nullable(),
    row: z.number().int(),
    /** The crisis that amends the promise for this ticket; left out where none does. */
    amended_by: z.string().optional(),
    pauses: z.array(z.tuple([instant, instant.nullable()])),
    left_ms: z.number().nullable(),
    put_off: z.boolean(),
    unsure: z.boolean(),
    why: z.array(reason),
  })
  .meta({ id: 'Commitment' })

export const step = z
  .object({
    clause: z.string(),
    step: z.number().int(),
    commitment: z.string().nullable(),
    due: instant.nullable(),
    state: z.enum(['due', 'ahead']),
    act: z.object({ tell: z.array(z.string()), give_to: z.string().nullable(), raise_priority: z.boolean() }),
  })
  .meta({ id: 'Step' })

export type Commitment = z.infer<typeof commitment>
export type Reason = z.infer<typeof reason>
