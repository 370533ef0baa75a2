import { z } from 'zod'
import { facts, id, instant, json, listOf, money, page, personRef, texts } from './parts.ts'
import { route } from './route.ts'

/** What the charter lets the caller do with one kind of remedy on one ticket. */
export const offer = z
  .object({
    /** The remedy clause and its row, from 1. */
    clause: z.string(),
    row: z.number().int(),
    says: texts.nullable(),
    /** refund, replacement, credit, apology … */
    remedy: z.string(),
    /** What the charter allows at most for this ticket; null: it names no amount. */
    up_to: money.nullable(),
    /** The fact that says the amount and is not known: nothing that costs money is granted before it is. */
    needs: z.string().nullable(),
    /** What the caller may grant without asking, now; null: no limit. Null where they may not at all. */
    mine: z
      .object({
        /** Clauses of authority that allow it. */
        backed_by: z.array(z.string()),
        up_to: money.nullable(),
        /** What is left of today’s budget; null: there is none. */
        left_today: money.nullable(),
      })
      .nullable(),
    /** Positions that may grant the whole of `up_to`; who may be asked. */
    others: z.array(z.string()),
  })
  .meta({ id: 'Offer' })

/** Stems of words for money given back, in the languages that charters are written in. */
const MONEY = new RegExp(
  [
    'refund|reimburs|chargeback|credit|voucher|coupon|discount|rebate|compensation|cash|money',
    'rimbors|buono|sconto|indennizz|risarcimento|accredit|denaro',
    'rabat|odszkodowan|rekompensat|bonifikat|zniżk|znizk|pieni[ąęae]|zwrot-koszt',
    'χρημ|αποζημ|έκπτωσ|εκπτωσ|κουπόνι|κουπονι|πίστωσ|πιστωσ',
    'استرداد|تعويض|خصم|قسيمة|رصيد|نقد',
  ].join('|'),
  'iu',
)

/** Whether a remedy is money by its name: without an amount it would say nothing. Others may have one, or cost nothing. */
export function needsAmount(remedy: string): boolean {
  return MONEY.test(remedy)
}

export const grantState = z.enum(['granted', 'asked', 'refused', 'withdrawn', 'done'])

/** What became of an exception: suggested as a change of the charter, or left as one. */
export const reviewOutcome = z.enum(['suggested', 'set-aside'])

/** A remedy given to a customer, or asked for. A record and a task: the money is carried out elsewhere. */
export const grant = z
  .object({
    id,
    ticket: z.number().int(),
    subject: z.string(),
    clause: z.string(),
    row: z.number().int(),
    remedy: z.string(),
    amount: money.nullable(),
    state: grantState,
    /** Given out of kindness, beyond what the charter allows. */
    is_bend: z.boolean(),
    reason: z.string(),
    /** The authority clauses that it stands on; empty while asked. */
    backed_by: z.array(z.string()),
    charter: z.object({ version: z.number().int(), hash: z.string() }),
    /** The facts that it was decided on, and their hash: an approval names it. */
    facts,
    facts_hash: z.string(),
    asked_by: personRef.nullable(),
    asked_at: instant,
    decided_by: personRef.nullable(),
    decided_at: instant.nullable(),
    decision_reason: z.string().nullable(),
    done_by: personRef.nullable(),
    done_at: instant.nullable(),
    /** Of what was given out of kindness: what whoever leads made of it; null while nobody looked. */
    reviewed: z
      .object({ outcome: reviewOutcome, by: personRef.nullable(), at: instant, reason: z.string() })
      .nullable(),
    /** May the caller decide it; if not, why. */
    may_decide: z.boolean(),
    why_not: z.enum(['own-request', 'beyond-limit', 'settled', 'no-permission']).nullable(),
    /** Positions that may decide it. */
    waits_for: z.array(z.string()),
  })
  .meta({ id: 'Grant' })

/** How many remedies were given in a month of the charter’s zone (SPEC M15), by whether anybody had to be asked. */
export const grantMonth = z
  .object({
    /** Its first date. */
    first: z.iso.date(),
    without_asking: z.number().int(),
    after_asking: z.number().int(),
    refused: z.number().int(),
    withdrawn: z.number().int(),
    /** Of what was given, in percent; null where nothing was. */
    share: z.number().nullable(),
  })
  .meta({ id: 'GrantMonth' })

export const grantShare = z
  .object({
    zone: z.string(),
    /** The last twelve, the oldest first; the last is not over. */
    months: z.array(grantMonth),
    /** All of them together. */
    share: z.number().nullable(),
    /** Asked for and not decided yet. */
    waiting: z.number().int(),
    /** What the share is to be; `objective`: the one of the charter in force that says so, else 95 % is aimed at. */
    aim: z.object({ percent: z.number(), objective: z.string().nullable() }),
  })
  .meta({ id: 'GrantShare' })

/** What became of a remedy on another ticket to which the same row applied. */
export const similarDecision = z
  .object({
    ticket: z.number().int(),
    clause: z.string(),
    row: z.number().int(),
    remedy: z.string(),
    amount: money.nullable(),
    state: grantState,
    is_bend: z.boolean(),
    by: personRef.nullable(),
    at: instant,
  })
  .meta({ id: 'SimilarDecision' })

export const remediesOfTicket = z
  .object({
    /** Of the ticket, when this was reckoned. */
    seq: z.number().int(),
    charter: z.object({ version: z.number().int(), hash: z.string() }).nullable(),
    offers: z.array(offer),
    /** Rows that refuse, and the exclusions that say why. */
    refusals: z.array(z.object({ clause: z.string(), row: z.number().int(), tell: z.array(z.string()) })),
    /** Facts that would change what is offered. */
    missing: z.array(z.string()),
    /** What the caller has left to be kind with; null where their position has no such budget. */
    kindness: z
      .object({ left: money, per: z.enum(['week', 'month', 'quarter', 'year']), backed_by: z.string() })
      .nullable(),
    grants: z.array(grant),
    /** What was decided elsewhere under the same rows of the same version, the newest first: so that like is treated alike. */
    similar: z.array(similarDecision),
  })
  .meta({ id: 'RemediesOfTicket' })

/** Something tried or done that somebody may ask about later. */
export const auditEntry = z
  .object({
    id,
    at: instant,
    /** What was tried: `remedy.granted`, `remedy.refused`, `draft.approved` … It happened where `code` is null. */
    action: z.string(),
    /** Of the catalogue, where the gate refused it. */
    code: z.string().nullable(),
    person: personRef.nullable(),
    /** `user:…` or `key:…`. */
    actor: z.string(),
    ticket: z.number().int().nullable(),
    data: z.record(z.string(), json),
  })
  .meta({ id: 'AuditEntry' })

export type Offer = z.infer<typeof offer>
export type GrantShare = z.infer<typeof grantShare>
export type Grant = z.infer<typeof grant>
export type RemediesOfTicket = z.infer<typeof remediesOfTicket>
export type AuditEntry = z.infer<typeof auditEntry>

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
