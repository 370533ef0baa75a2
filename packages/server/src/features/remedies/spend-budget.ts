import type { Money } from '@avow/core'
import { type RawBuilder, sql } from 'kysely'
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
  const { amount, limit } = spending
  if (limit !== null && amount.minor > limit.minor) return false
  const fits = sql`where ${fitting(spending)}`
  const spent = await sql`${adding(tx, person, spending, sql`budget_spent.minor + excluded.minor`)}
    ${fits} returning minor`.execute(tx.db)
  return spent.rows.length > 0
}

/**
 * The same as the last that the transaction does, on its way with the commit: whoever spends of the same budget waits no
 * longer than that. Where so much is not left, the transaction fails, and `isOverspent` knows it.
 */
export function spendLast(tx: Transaction, person: string, spending: Spending): void {
  // A budget cannot hold nothing: the database refuses it.
  const sum = sql`case when ${fitting(spending)} then budget_spent.minor + excluded.minor end`
  tx.last(() => adding(tx, person, spending, sum).execute(tx.db))
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

function adding(
  tx: Transaction,
  person: string,
  { budget, clause, period, amount }: Spending,
  sum: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    insert into budget_spent ("workspace_id", person_id, budget, clause, period, currency, minor)
    values (${tx.workspace}, ${person}, ${budget}, ${clause}, ${period}, ${amount.currency}, ${amount.minor})
    on conflict ("workspace_id", person_id, budget, clause, period, currency) do update set minor = ${sum}`
}

/** Is as much left in the row of a budget as is to be added to it? */
function fitting({ limit }: Spending): RawBuilder<unknown> {
  const most = limit === null ? null : limit.minor
  return sql`(${most}::bigint is null or budget_spent.minor + excluded.minor <= ${most}::bigint)`
}
