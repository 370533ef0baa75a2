import { type Day, formatDate, type ObservedWait, parseDate } from '@avow/core'
import type { Transaction } from '../../db/index.ts'

/** Waits noted at others of a date or later. */
export async function waitsSince({ db, workspace }: Transaction, first: Day): Promise<readonly ObservedWait[]> {
  const rows = await db
    .selectFrom('observed_wait')
    .select(['company', 'channel', 'day', 'wait_ms'])
    .where('workspace_id', '=', workspace)
    .where('day', '>=', formatDate(first))
    .execute()
  return rows.flatMap(({ company, channel, day, wait_ms }) => {
    const date = parseDate(day)
    return date === undefined ? [] : [{ of: company, channel, day: date, ms: Number(wait_ms) }]
  })
}
