/** Remedies as the desk and programs read them: what may be offered, what was asked and given, and the share given without asking. */
import { z } from 'zod'
import { facts, id, instant, json, money, personRef, texts } from './parts.ts'

/** What the charter lets the caller do with one kind of remedy on one ticket. */
export const offer = z
  .object({
    /** The remedy clause and its row, from 1. */
    clause: z.string(),
    row: z.number().int(),
    /** The rows, from 1, whose conditions hold too and that stand after it. */
    passed_over: z.array(z.number().int()),
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
    refusals: z.array(
      z.object({
        clause: z.string(),
        row: z.number().int(),
        /** The rows, from 1, whose conditions hold too and that stand after it. */
        passed_over: z.array(z.number().int()),
        tell: z.array(z.string()),
      }),
    ),
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
