import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

const DAYS = 7
/** Where counting stops: a screen says "99" long before. */
const MOST = 1000

/** How many promises fell due in the last days, are broken, and have no cause but the rule's: by index, as nothing else is asked. */
export async function countFreshBreaches({ db, workspace, now }: Transaction): Promise<number> {
  const since = new Date(now - DAYS * 86_400_000)
  const { rows } = await sql<{ readonly count: number }>`
    select count(*) as count from (
      select from breach where "workspace_id" = ${workspace} and due >= ${since}::timestamptz
         and corrected_cause is null limit ${MOST}) b`.execute(db)
  return rows[0]?.count ?? 0
}
