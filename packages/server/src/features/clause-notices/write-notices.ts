import type { Transaction } from '../../db/index.ts'
import type { Told } from './changes-to-tell.ts'

const ROWS_AT_ONCE = 1000

/**
 * A row for each clause of a version that somebody is to acknowledge; what they were told of before stays as it is.
 * `isFirst`: the clauses did not change, their readers are new to them.
 */
export async function writeNotices(
  { db, workspace, now }: Transaction,
  version: number,
  told: readonly Told[],
  isFirst = false,
): Promise<void> {
  const rows = told.flatMap(({ colleague, differences }) =>
    differences.map((difference) => ({
      workspace_id: workspace,
      version,
      clause: difference.id,
      person_id: colleague.id,
      difference: JSON.stringify(difference),
      told_at: new Date(now),
      acknowledged_at: null,
      reminded_at: null,
      is_first: isFirst,
    })),
  )
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE)
    await db
      .insertInto('clause_notice')
      .values(rows.slice(first, first + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.columns(['workspace_id', 'version', 'clause', 'person_id']).doNothing())
      .execute()
}
