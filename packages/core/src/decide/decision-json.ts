/** A decision as JSON: docs/formats/decision.md. Instants are RFC 3339 in UTC with milliseconds, durations ms. */
import { formatInstant } from '../ticket/index.ts'
import type { Commitment, Decision, Reason, StepDue } from './decision.ts'

type Instant = string | null

export interface ReasonJson extends Omit<Reason, 'from' | 'to'> {
  readonly from: Instant
  readonly to: Instant
}

export interface CommitmentJson
  extends Omit<Commitment, 'start' | 'due' | 'risk_at' | 'settled_at' | 'fulfilled_at' | 'pauses' | 'why'> {
  readonly start: string
  readonly due: Instant
  readonly risk_at: Instant
  readonly settled_at: Instant
  readonly fulfilled_at: Instant
  readonly pauses: readonly (readonly [string, Instant])[]
  readonly why: readonly ReasonJson[]
}

export interface DecisionJson extends Omit<Decision, 'at' | 'commitments' | 'steps'> {
  readonly at: string
  readonly commitments: readonly CommitmentJson[]
  readonly steps: readonly (Omit<StepDue, 'due'> & { readonly due: Instant })[]
}

/** The decision as plain data for `JSON.stringify`. */
export function decisionJson(decision: Decision): DecisionJson {
  return {
    ...decision,
    at: formatInstant(decision.at),
    commitments: decision.commitments.map((commitment) => ({
      ...commitment,
      start: formatInstant(commitment.start),
      due: instant(commitment.due),
      risk_at: instant(commitment.risk_at),
      settled_at: instant(commitment.settled_at),
      fulfilled_at: instant(commitment.fulfilled_at),
      pauses: commitment.pauses.map(([from, to]) => [formatInstant(from), instant(to)] as const),
      why: commitment.why.map((reason) => ({ ...reason, from: instant(reason.from), to: instant(reason.to) })),
    })),
    steps: decision.steps.map((step) => ({ ...step, due: instant(step.due) })),
  }
}

function instant(value: number | null): Instant {
  return value === null ? null : formatInstant(value)
}
