import { formatMoney, type Money } from '@avow/core'
import { Refusal } from '../../refusal.ts'
import { badAmount, type Wanted } from './wanted.ts'

/** Is an amount within a limit of the same currency? What costs nothing always is. */
export function isCovered(amount: Money | null, limit: Money | null): boolean {
  if (amount === null || limit === null) return true
  return limit.currency === amount.currency && amount.minor <= limit.minor
}

/** Throws `bad-amount` where every limit is in another currency. */
export function checkCurrency(amount: Money, currencies: readonly string[]): void {
  if (currencies.length === 0 || currencies.includes(amount.currency)) return
  const needed = [...new Set(currencies)].join(' or ')
  throw badAmount(`The charter’s limits here are in ${needed}.`, 'amount.currency', amount.currency)
}

export function beyondLimit(
  { remedy, amount }: Wanted,
  own: Money | null | undefined,
  waitsFor: readonly string[],
): Refusal {
  const what = amount === null ? `a ${remedy}` : `a ${remedy} of ${formatMoney(amount)}`
  const limit =
    own === undefined || own === null
      ? `No position of yours may grant ${what} here.`
      : `You may grant a ${remedy} of up to ${formatMoney(own)} here, not ${what}.`
  return new Refusal('beyond-limit', `${limit} ${whoMay(waitsFor)}`)
}

export function budgetSpent({ amount }: Wanted, waitsFor: readonly string[]): Refusal {
  const what = amount === null ? 'this' : formatMoney(amount)
  return new Refusal('budget-spent', `Not so much of your budget is left as ${what}. ${whoMay(waitsFor)}`)
}

function whoMay(positions: readonly string[]): string {
  return positions.length === 0
    ? 'Nobody may: the charter gives no position so much.'
    : `Ask for approval: ${positions.join(' or ')} may grant it.`
}
