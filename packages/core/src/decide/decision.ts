/** What the charter says for one ticket at one instant. As JSON: docs/formats/decision.md. */
import type { MeasurePeriod, Money } from '../charter/index.ts'

export type CommitmentState = 'running' | 'paused' | 'kept' | 'broken' | 'cancelled'

/** One line of a reckoning. `text` is English; screens say it in the reader's language from `code` and `data`. */
export interface Reason {
  readonly code: ReasonCode
  readonly text: string
  readonly from: number | null
  readonly to: number | null
  /** Counted opening time of the span, ms; null where the line is no span of time. */
  readonly counted_ms: number | null
  readonly data: Readonly<Record<string, string | number>>
}

export type ReasonCode =
  | 'started'
  | 'row'
  | 'amended'
  | 'target'
  | 'counted'
  | 'closed'
  | 'paused'
  | 'pause-not-counted'
  | 'dates'
  | 'row-changed'
  | 'row-kept'
  | 'row-fixed'
  | 'rows-passed-over'
  | 'more'
  | 'put-off'
  | 'told'
  | 'settled-first'
  | 'reopened'
  | 'reopened-late'
  | 'reopening-undone'
  | 'kept'
  | 'broken'
  | 'fulfilled-late'
  | 'cancelled'
  | 'running'
  | 'sum'
  | 'unsure'
  | 'silent-solve'

export interface Commitment {
  readonly promise: string
  readonly run: number
  readonly clock: string
  readonly key: string
  readonly state: CommitmentState
  readonly start: number
  /** Null while paused. */
  readonly due: number | null
  /** From when it is at risk (SPEC S5): RISK_PERCENT of the target used. Null once settled, and while paused before it. */
  readonly risk_at: number | null
  /** SPEC V1; null while running or paused. */
  readonly settled_at: number | null
  /** When it was fulfilled, also after it broke; null while it is not. */
  readonly fulfilled_at: number | null
  /** Why it was cancelled. */
  readonly reason: string | null
  /** As written in the row, e.g. `2 h of office`. */
  readonly target: string
  /** Null for a target in dates. */
  readonly calendar: string | null
  /** From 1, as a person counts. */
  readonly row: number
  /** The crisis that amends its promise for this ticket (SPEC A1); left out where none does. */
  readonly amended_by?: string
  readonly pauses: readonly (readonly [number, number | null])[]
  /** Counted time left, ms; only while paused. */
  readonly left_ms: number | null
  readonly put_off: boolean
  /** The due instant lies beyond the calendar's `holidays until` (SPEC T9). */
  readonly unsure: boolean
  readonly why: readonly Reason[]
}

export interface StepDue {
  readonly clause: string
  /** From 1. */
  readonly step: number
  /** `P1/2`: promise and run; null for a step on a condition. */
  readonly commitment: string | null
  /** Null while the commitment is paused. */
  readonly due: number | null
  /** `due`: its instant is at or before `now`; `ahead`: it is not yet. */
  readonly state: 'due' | 'ahead'
  readonly act: { readonly tell: readonly string[]; readonly give_to: string | null; readonly raise_priority: boolean }
}

export interface RemedyAllowed {
  readonly clause: string
  readonly row: number
  /** The rows, from 1, that match too and stand after it (SPEC C10). */
  readonly passed_over: readonly number[]
  /** Empty where the row refuses (SPEC R7). */
  readonly allow: readonly string[]
  /** Ids of the exclusions that the row tells: for a row that refuses, why. */
  readonly tell: readonly string[]
  /** The most that may be granted by it on the ticket still (SPEC R4); null where the row names no amount, and where `needs` is set. */
  readonly up_to: Money | null
  /** The fact that says the amount and is not known: nothing that costs money can be granted before it is (SPEC R1). */
  readonly needs: string | null
  /** What the actor may grant without asking (SPEC R2), or why that is not known. */
  readonly authority:
    | 'not asked'
    | {
        readonly clauses: readonly string[]
        /** Each kind of remedy with its limit; null where there is none. */
        readonly may: readonly { readonly remedy: string; readonly up_to: Money | null }[]
      }
  /** What each position may grant, whoever holds it (SPEC R5). */
  readonly limits: readonly GrantLimit[]
}

/** What an authority clause lets its position grant of one kind of remedy on the ticket (SPEC R5). */
export interface GrantLimit {
  readonly clause: string
  /** From 1, as a person counts. */
  readonly row: number
  /** The rows, from 1, that match too and stand after it (SPEC C10). */
  readonly passed_over: readonly number[]
  readonly position: string
  readonly remedy: string
  /** Less what was spent on the ticket, and never more than the row; null where there is no limit. */
  readonly up_to: Money | null
  /** The whole of a day: what somebody spent of it is their own. Null where there is no limit. */
  readonly per_day: Money | null
}

/** A budget for kindness beyond the rows of remedies (SPEC R6). */
export interface Kindness {
  readonly clause: string
  readonly position: string
  /** The kinds of remedy that it may be spent on. */
  readonly may: readonly string[]
  /** The whole of it in one period of the charter's zone. */
  readonly money: Money
  readonly period: MeasurePeriod
}

/** A rule that could not be evaluated, with the catalogue's code. */
export interface Unevaluated {
  readonly clause: string | null
  readonly code: string
  readonly text: string
}

export interface Decision {
  readonly charter: { readonly id: string; readonly version: number | null; readonly hash: string }
  readonly rules: number
  readonly at: number
  readonly ticket: string
  readonly state: string
  readonly commitments: readonly Commitment[]
  readonly steps: readonly StepDue[]
  readonly remedies: readonly RemedyAllowed[]
  readonly kindness: readonly Kindness[]
  /** Ids of the clauses that apply. */
  readonly clauses: readonly string[]
  readonly missing: readonly string[]
  readonly unevaluated: readonly Unevaluated[]
}

/** Data that only route, duty and remedies look at; the clocks never do. */
export interface DecisionContext {
  readonly actor?: { readonly who: string; readonly positions: readonly string[] }
  /** Remedies as though every promise that names one were broken (SPEC R3): for examples, which have no time to break it. */
  readonly supposeBroken?: boolean
  readonly spent?: Spent
}

/** What was granted before, out of kindness not counted; a sum for each currency. */
export interface Spent {
  /** On this ticket, by anybody. */
  readonly ticket: readonly Money[]
  /** By the actor on this date of the charter's zone, on any ticket. */
  readonly today: readonly Money[]
  /** On this ticket by each remedy clause. */
  readonly clauses: Readonly<Record<string, readonly Money[]>>
}
