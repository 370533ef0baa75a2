import type { Money } from '@avow/core'
import type { Transaction } from '../../db/index.ts'

/** An amount to be taken from a person's budget of one period. */
export interface Spending {
  readonly budget: 'remedies' | 'kindness'
  /** The authority clause of a budget for kindness; empty for remedies, of which a day has one sum whatever they stand on. */
  readonly clause: string
  /** `2026-11-22`, `month/2026-11-01` */
  readonly period: string
  readonly amount: Money
  /** The whole of the budget, in the same currency; null where there is no end to it. */
  readonly limit: Money | null
}

/**
 * Takes an amount from a budget; false where so much is not left. One statement, which waits for whoever spends of the same
 * budget at this moment and then looks at what is left: two can never spend one euro.
 */
export async function spendBudget(
  { ask, workspace }: Transaction,
  person: string,
  { budget, clause, period, amount, limit }: Spending,
): Promise<boolean> {
  const most = limit === null ? null : limit.minor
  if (most !== null && amount.minor > most) return false
  const spent = await ask`
    insert into budget_spent ("workspace_id", person_id, budget, clause, period, currency, minor)
    values (${workspace}, ${person}, ${budget}, ${clause}, ${period}, ${amount.currency}, ${amount.minor})
    on conflict ("workspace_id", person_id, budget, clause, period, currency)
    do update set minor = budget_spent.minor + excluded.minor
            where ${most}::bigint is null or budget_spent.minor + excluded.minor <= ${most}::bigint
    returning minor`
  return spent.length > 0
}

/**
 * The same as the last that the transaction does, on its way with the commit: whoever spends of the same budget waits no
 * longer than that. The amount is within the budget as it was read. Where less is left by now, the transaction fails, and
 * `isOverspent` knows it: a row of a budget cannot hold nothing, and the database says so.
 */
export function spendLast(
  { writeLast, workspace }: Transaction,
  person: string,
  { budget, clause, period, amount, limit }: Spending,
): void {
  const most = limit === null ? null : limit.minor
  writeLast`
    insert into budget_spent ("workspace_id", person_id, budget, clause, period, currency, minor)
    values (${workspace}, ${person}, ${budget}, ${clause}, ${period}, ${amount.currency}, ${amount.minor})
    on conflict ("workspace_id", person_id, budget, clause, period, currency)
    do update set minor = case when ${most}::bigint is null or budget_spent.minor + excluded.minor <= ${most}::bigint
                               then budget_spent.minor + excluded.minor end`
}

/** Somebody was faster to what a budget had left; nothing of the transaction happened. */
export function isOverspent(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === NOT_NULL &&
    'table' in error &&
    error.table === 'budget_spent'
  )
}

const NOT_NULL = '23502'
