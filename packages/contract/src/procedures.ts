import { z } from 'zod'
import { factValue, id, instant, listOf, page, personRef } from './parts.ts'
import { route } from './route.ts'
import { clauseRow, clauseView } from './versions.ts'

/** How a step was settled: somebody did or skipped it, it lasted as long as it may, a remedy was decided on, the customer wrote, or a fact was known. */
export const settledStep = z
  .object({
    how: z.enum(['done', 'skipped', 'overdue', 'decided', 'customer-wrote', 'known']),
    at: instant,
    /** Who, where it is a person still known. */
    by: personRef.nullable(),
    /** Why it was skipped, or what was decided. */
    reason: z.string().nullable(),
    /** What a hand-over named, in words and as the facts then were; and to whom the ticket was given by it. */
    handed: z
      .object({
        words: z.record(z.string(), z.string()),
        facts: z.record(z.string(), factValue),
        to: personRef.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'SettledStep' })

export const walkedStep = z
  .object({
    /** From 1; its words stand in the row of this number of the clause. */
    step: z.number().int(),
    /** How often the way led to it, from 1. */
    round: z.number().int(),
    /** `overdue`: a wait that lasted as long as it may, and holds nothing up. `unknown`: facts that are not known yet decide whether it is to be done. */
    state: z.enum(['done', 'skipped', 'overdue', 'left-out', 'now', 'waiting', 'unknown', 'later', 'passed-by']),
    /** `left-out`: the facts that speak against it; `unknown`: those that decide it. */
    facts: z.array(z.string()),
    settled: settledStep.nullable(),
    /** `waiting`: since when. */
    since: instant.nullable(),
    /** `waiting`: until when at most; null where nothing limits it. */
    until: instant.nullable(),
    /** The caller may do it: not so for an approval of a position that they do not hold. */
    mine: z.boolean(),
    /** Of the present step, where it is a hand-over: what it must name, with what is known. `is_fact`: known as a fact of the ticket. */
    needs: z.array(z.object({ field: z.string(), is_fact: z.boolean(), known: factValue.nullable() })),
  })
  .meta({ id: 'WalkedStep' })

export const procedureOnTicket = z
  .object({
    clause: clauseView,
    /** `perhaps`: facts decide it that are not known yet. `no-longer`: it was begun, and the facts speak against it now. */
    applies: z.enum(['yes', 'perhaps', 'no-longer']),
    /** Those facts. */
    facts: z.array(z.string()),
    is_over: z.boolean(),
    /** Those that the way led to, in its order, then all others. */
    steps: z.array(walkedStep),
  })
  .meta({ id: 'ProcedureOnTicket' })

export const proceduresOfTicket = z
  .object({
    /** Of the version that the ticket is pinned to. Empty where there is none. */
    procedures: z.array(procedureOnTicket),
  })
  .meta({ id: 'ProceduresOfTicket' })

export const skippedStep = z
  .object({
    id,
    at: instant,
    /** Null where it is no longer there. */
    ticket: z.object({ number: z.number().int(), subject: z.string() }).nullable(),
    procedure: z.string(),
    /** From 1. */
    step: z.number().int(),
    round: z.number().int(),
    /** The step by the version that its ticket is pinned to, as `ClauseView` has it. */
    words: clauseRow.nullable(),
    /** Hash of that version. */
    charter: z.string().nullable(),
    by: personRef.nullable(),
    /** Null once it was erased. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'SkippedStep' })

export type SkippedStep = z.infer<typeof skippedStep>
export type SettledStep = z.infer<typeof settledStep>
export type WalkedStepJson = z.infer<typeof walkedStep>
export type ProcedureOnTicket = z.infer<typeof procedureOnTicket>
export type ProceduresOfTicket = z.infer<typeof proceduresOfTicket>

const number = z.object({ number: z.coerce.number().int().positive() })

export const procedureRoutes = {
  readProcedures: route({
    method: 'GET',
    path: '/tickets/:number/procedures',
    who: 'tickets.read',
    says: 'The procedures that apply to a ticket, step by step: what was done by whom, what was skipped and why, what is to be done now',
    params: number,
    answer: proceduresOfTicket,
  }),
  listSkippedSteps: route({
    method: 'GET',
    path: '/procedures/skipped',
    who: 'audit.read',
    says: 'Steps of procedures that somebody skipped, on all tickets, the newest first: who, which, when and why; and the procedures of which steps were ever skipped',
    query: page.extend({
      procedure: z.string().min(1).max(100).optional(),
      /** Dates of the charter's zone; both are in it. */
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
    }),
    answer: listOf(skippedStep).extend({ procedures: z.array(z.string()) }),
  }),
  takeStep: route({
    method: 'POST',
    path: '/tickets/:number/procedures/:procedure/steps/:step',
    who: 'tickets.write',
    says: 'Marks the present step of a procedure as done, or skips it with a reason; the same again changes nothing',
    params: number.extend({
      procedure: z.string().min(1).max(100),
      step: z.coerce.number().int().positive(),
    }),
    body: z.object({
      act: z.enum(['done', 'skipped']),
      /** Of the step as it was seen. */
      round: z.number().int().positive().default(1),
      /** Of a skip, and of a decision in words. */
      reason: z.string().trim().max(1000).default(''),
      /** What a hand-over names, by field; facts that are known need not be written. */
      fields: z.record(z.string().min(1).max(100), z.string().trim().max(2000)).default({}),
    }),
    answer: proceduresOfTicket,
  }),
} as const
