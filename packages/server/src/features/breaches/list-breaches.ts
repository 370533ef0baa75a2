import type { Breach } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { readBreachCursor, writeBreachCursor } from './breach-cursor.ts'
import { type BreachFilters, breachConditions } from './breach-filters.ts'
import { breachJson, COLUMNS, type JoinedBreach, joins } from './joined-breach.ts'

export interface BreachPage extends BreachFilters {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Broken promises, the one that fell due last first. Throws `bad-request` for a cursor that is none. */
export async function listBreaches(
  tx: Transaction,
  { cursor, limit, ...filters }: BreachPage,
): Promise<{ readonly items: Breach[]; readonly next: string | null; readonly now: string }> {
  const after = cursor === undefined ? undefined : readBreachCursor(cursor)
  const beyond =
    after === undefined
      ? sql`true`
      : sql`(b.due, b.ticket_id, b.promise, b.run)
            < (${new Date(after.due)}::timestamptz, ${after.ticket}::uuid, ${after.promise}::text, ${after.run}::integer)`
  const { rows } = await sql<JoinedBreach>`
    select ${COLUMNS} from breach b ${joins(tx)}
     where b."workspace_id" = ${tx.workspace} and ${breachConditions(filters)} and ${beyond}
     order by b.due desc, b.ticket_id desc, b.promise desc, b.run desc limit ${limit + 1}`.execute(tx.db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => breachJson(row, tx.now)),
    next:
      rows.length > limit && last !== undefined
        ? writeBreachCursor({ due: last.due.getTime(), ticket: last.ticket_id, promise: last.promise, run: last.run })
        : null,
    now: formatInstant(tx.now),
  }
}
