import { needsAmount } from '@avow/contract'
import type { Money } from '@avow/core'
import { Refusal } from '../../refusal.ts'

/** What somebody wants to give. */
export interface Wanted {
  /** The remedy clause; for kindness the one that it goes beyond, where one is named. */
  readonly clause: string | undefined
  readonly remedy: string
  /** Null for what costs nothing. */
  readonly amount: Money | null
  /** Out of kindness, beyond the rows of remedies. */
  readonly isBend: boolean
}

const CURRENCY = /^[A-Z]{3}$/

/**
 * The amount of a request: whole minor units above zero that a number holds exactly, in a currency. Throws `bad-amount` for
 * anything else, and where a remedy that is money has none.
 */
export function readAmount(
  remedy: string,
  typed: { readonly minor?: unknown; readonly currency?: unknown } | null,
): Money | null {
  if (typed === null) {
    if (needsAmount(remedy)) throw badAmount(`Say how much: a ${remedy} without an amount is none.`, 'amount', null)
    return null
  }
  const { minor, currency } = typed
  if (typeof minor !== 'number' || !Number.isSafeInteger(minor) || minor <= 0)
    throw badAmount(
      'An amount is a whole number of the smallest unit above zero: 4550 for 45.50 EUR.',
      'amount.minor',
      minor,
    )
  if (typeof currency !== 'string' || !CURRENCY.test(currency))
    throw badAmount('A currency has three capital letters, such as EUR.', 'amount.currency', currency)
  return { minor, currency }
}

export function badAmount(message: string, path: string, typed: unknown): Refusal {
  return new Refusal('bad-amount', message, { at: [{ path, message, typed: String(typed).slice(0, 100) }] })
}
