import { needsAmount, type Offer } from '@avow/contract'
import { type FactValue, readAmount } from '../charters/fact-values.ts'
import type { Money } from '../charters/money.ts'

/** What becomes of an amount that is typed for an offer. */
export type Outcome =
  /** It goes through at once. */
  | { readonly kind: 'grant'; readonly amount: Money | null }
  /** Beyond what the reader may; somebody else can decide. */
  | { readonly kind: 'ask'; readonly amount: Money | null }
  /** Beyond what the charter allows on this ticket. */
  | { readonly kind: 'too-much'; readonly most: Money }
  /** The charter lets nobody give it here. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'no-amount' }
  /** All that the charter allows was given. */
  | { readonly kind: 'used-up' }
  /** The fact that says how much is not known. */
  | { readonly kind: 'needs'; readonly fact: string }

/** A remedy that is words alone. */
const COSTS_NOTHING: ReadonlySet<string> = new Set(['apology'])

/** Whether an amount is asked for. */
export function hasAmount(remedy: string): boolean {
  return !COSTS_NOTHING.has(remedy)
}

/** What the reader may grant at most without asking; null: no limit; undefined: nothing. */
export function ownLimit({ mine, up_to }: Offer): Money | null | undefined {
  return mine === null ? undefined : smallest([mine.up_to, mine.left_today, up_to])
}

/** The amount that stands in the field at first: as much as goes through at once, else what the charter allows. */
export function firstAmount(offer: Offer): Money | null {
  if (!hasAmount(offer.remedy) || offer.needs !== null || isUsedUp(offer)) return null
  const own = ownLimit(offer)
  return own !== undefined && own !== null && own.minor > 0 ? own : offer.up_to
}

/** What granting `typed` would come to; amounts are in `currency`, as people type them. */
export function outcomeOf(offer: Offer, typed: string, currency: string): Outcome {
  if (isUsedUp(offer)) return { kind: 'used-up' }
  if (offer.needs !== null && needsAmount(offer.remedy)) return { kind: 'needs', fact: offer.needs }
  const read = hasAmount(offer.remedy) ? readAmount(typed, currency) : null
  const amount = asMoney(read)
  if (read === undefined || (amount !== null && amount.minor === 0)) return { kind: 'no-amount' }
  if (amount === null && needsAmount(offer.remedy)) return { kind: 'no-amount' }
  if (amount !== null && offer.needs !== null) return { kind: 'needs', fact: offer.needs }
  if (isBeyond(amount, offer.up_to)) return { kind: 'too-much', most: offer.up_to }
  const own = ownLimit(offer)
  if (own !== undefined && !isBeyond(amount, own)) return { kind: 'grant', amount }
  return offer.others.length === 0 ? { kind: 'nobody' } : { kind: 'ask', amount }
}

/** Whether nothing is left of what the charter allows on the ticket. */
export function isUsedUp({ remedy, up_to, needs }: Offer): boolean {
  return needsAmount(remedy) && needs === null && up_to?.minor === 0
}

function asMoney(value: FactValue | undefined): Money | null {
  return typeof value === 'object' ? value : null
}

function isBeyond(amount: Money | null, limit: Money | null): limit is Money {
  return amount !== null && limit !== null && amount.minor > limit.minor
}

function smallest(limits: readonly (Money | null)[]): Money | null {
  return limits.reduce<Money | null>(
    (least, one) => (one === null || (least !== null && least.minor <= one.minor) ? least : one),
    null,
  )
}
