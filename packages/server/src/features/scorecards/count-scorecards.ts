import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

export interface ShownOfValue {
  /** How many scorecards say something of the value. */
  readonly count: number
  /** How many of them say that it was shown in full. */
  readonly yes: number
}

/** What scorecards say of each value, by its id, as far as it was said from `from` to `to` (UTC ms, both in it). */
export async function countScorecards(
  tx: Transaction,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ReadonlyMap<string, ShownOfValue>> {
  const { rows } = await sql<{ value: string } & ShownOfValue>`
    select value, count(*)::integer as count, (count(*) filter (where shown = 'yes'))::integer as yes
      from scorecard
     where "workspace_id" = ${tx.workspace} and said_at between ${new Date(from)}::timestamptz and ${new Date(to)}::timestamptz
     group by value`.execute(tx.db)
  return new Map(rows.map(({ value, count, yes }) => [value, { count, yes }]))
}
