import type { LawConsequence } from './law-row.ts'

/** What the law did when a limit was passed; the amount is in minor units. */
export interface ConsequenceDue {
  readonly kind: LawConsequence['kind']
  readonly amount?: { readonly minor: number; readonly currency: string }
}

/**
 * What is due now: of a compensation, the amount for the time taken. All instants are UTC ms: `start` and `limit` of the
 * legal clock, `end` when it was answered, or now.
 */
export function consequenceDue(
  consequence: LawConsequence,
  { start, limit, end }: { readonly start: number; readonly limit: number; readonly end: number },
): ConsequenceDue {
  if (consequence.kind !== 'compensation') return { kind: consequence.kind }
  const taken = (end - start) / (limit - start)
  const step = consequence.steps.find(({ times = Number.POSITIVE_INFINITY }) => taken <= times)
  return { kind: consequence.kind, ...(step && { amount: { minor: step.minor, currency: step.currency } }) }
}
