import { z } from 'zod'
import { id, listOf, page } from './parts.ts'
import { auditEntry, grant, grantShare, grantState, remediesOfTicket, reviewOutcome } from './remedy.ts'
import { route } from './route.ts'

const number = z.object({ number: z.coerce.number().int().positive() })
const one = z.object({ id })

/**
 * Whole minor units above zero, and the currency. Read by the gate itself and not at the door, so that what is no amount
 * (−1, 1e309) is refused with `bad-amount` and stands on the audit log.
 */
const amountTyped = z.object({
  minor: z.unknown().meta({ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  currency: z.unknown().meta({ type: 'string', pattern: '^[A-Z]{3}$' }),
})

export const remedyRoutes = {
  readRemedies: route({
    method: 'GET',
    path: '/tickets/:number/remedies',
    who: 'tickets.read',
    says: 'What the charter allows on this ticket, and what the caller may give without asking',
    params: number,
    answer: remediesOfTicket,
  }),
  grantRemedy: route({
    method: 'POST',
    path: '/tickets/:number/grants',
    who: 'remedies.grant',
    says: 'Gives a remedy inside the caller’s limits, or asks who may: the one gate for people, bots and programs',
    status: 201,
    needsKey: true,
    params: number,
    body: z.object({
      /** The remedy clause; left out for kindness. */
      clause: z.string().max(100).optional(),
      remedy: z.string().min(1).max(100),
      /** Null for what costs nothing, such as an apology. */
      amount: amountTyped.nullable(),
      reason: z.string().trim().max(1000).default(''),
      /** Seq of the ticket that was seen: facts that changed since are a 409. */
      seen: z.number().int().nonnegative(),
      /** Of the version that the offer came from: another than the ticket’s is a 409. */
      charter: z.string().max(64).optional(),
      /** Beyond the limit: ask for approval instead of refusing. */
      ask: z.boolean().default(false),
      /** Out of kindness, beyond what the charter allows; a reason is needed. */
      bend: z.boolean().default(false),
    }),
    answer: grant,
  }),
  listGrants: route({
    method: 'GET',
    path: '/grants',
    who: 'tickets.read',
    says: 'Remedies given and asked for: what waits for approval, what is to be carried out',
    query: page.extend({
      state: grantState.optional(),
      /** Those given or asked for out of kindness alone: where the charter may be too narrow. */
      bend: z.literal('true').optional(),
      /** Exceptions that were given out of kindness, by what became of them. */
      review: z.enum(['open', ...reviewOutcome.options]).optional(),
    }),
    answer: listOf(grant),
  }),
  countGrants: route({
    method: 'GET',
    path: '/grants/counts',
    who: 'tickets.read',
    says: 'How many remedies there are in each state; counted up to 1000',
    answer: z.object({
      counts: z.record(grantState, z.number().int()),
      /** Exceptions that nobody looked at yet. */
      to_review: z.number().int(),
    }),
  }),
  readGrantShare: route({
    method: 'GET',
    path: '/grants/share',
    who: 'tickets.read',
    says: 'The share of remedies that were given without asking anybody, by month',
    answer: grantShare,
  }),
  reviewGrant: route({
    method: 'POST',
    path: '/grants/:id/review',
    who: 'remedies.review',
    says: 'Takes an exception up as a suggestion for the charter, or sets it aside with a reason',
    params: one,
    body: z.object({
      outcome: reviewOutcome,
      /** What the charter should say, or why it stays as it is. */
      reason: z.string().trim().min(1).max(1000),
      /** The clause of the charter in force that the suggestion is about; left out: the one that it was given by. */
      clause: z.string().min(1).max(100).optional(),
    }),
    answer: grant,
  }),
  approveGrant: route({
    method: 'POST',
    path: '/grants/:id/approval',
    who: 'remedies.grant',
    says: 'Gives what somebody else asked for, on the facts that were seen',
    needsKey: true,
    params: one,
    body: z.object({ facts_hash: z.string().max(64), reason: z.string().trim().max(1000).default('') }),
    answer: grant,
  }),
  refuseGrant: route({
    method: 'POST',
    path: '/grants/:id/refusal',
    who: 'remedies.grant',
    says: 'Declines what was asked for, with a reason; or takes back one’s own request',
    params: one,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    answer: grant,
  }),
  carryOutGrant: route({
    method: 'POST',
    path: '/grants/:id/done',
    who: 'remedies.grant',
    says: 'Notes that a remedy was carried out',
    params: one,
    body: z.object({}).default({}),
    answer: grant,
  }),
  listAudit: route({
    method: 'GET',
    path: '/audit',
    who: 'audit.read',
    says: 'What was tried and done at the gates, refusals too, the newest first',
    query: page.extend({ action: z.string().max(100).optional() }),
    answer: listOf(auditEntry),
  }),
} as const
