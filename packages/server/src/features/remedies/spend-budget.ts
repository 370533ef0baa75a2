import type { Money } from '@avow/core'
import { sql } from 'kysely'
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
export async function spendBudget(tx: Transaction, person: string, spending: Spending): Promise<boolean> {
  const { budget, clause, period, amount, limit } = spending
  const most = limit === null ? null : limit.minor
  if (most !== null && amount.minor > most) return false
  const spent = await sql`
    insert into budget_spent ("workspace_id", person_id, budget, clause, period, currency, minor)
    values (${tx.workspace}, ${person}, ${budget}, ${clause}, ${period}, ${amount.currency}, ${amount.minor})
    on conflict ("workspace_id", person_id, budget, clause, period, currency)
    do update set minor = budget_spent.minor + excluded.minor
            where ${most}::bigint is null or budget_spent.minor + excluded.minor <= ${most}::bigint
    returning minor`.execute(tx.db)
  return spent.rows.length > 0
}
