import { type Grant, grantState } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { TO_REVIEW } from './list-grants.ts'

/** Where counting stops: a screen says "1000+". */
const MOST = 1000

/** How many exceptions nobody looked at yet. */
export async function countToReview({ db, workspace }: Transaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from remedy_grant g where g."workspace_id" = ${workspace} and ${TO_REVIEW}
      limit ${MOST}) g`.execute(db)
  return rows[0]?.count ?? 0
}

/** How many remedies there are in each state, in one statement. */
export async function countGrants({ db, workspace }: Transaction): Promise<Record<Grant['state'], number>> {
  const counts = grantState.options.map(
    (state) => sql`(select count(*) from (select from remedy_grant where "workspace_id" = ${workspace}
      and state = ${state} limit ${MOST}) g) as ${sql.ref(state)}`,
  )
  const { rows } = await sql<Record<Grant['state'], number>>`select ${sql.join(counts)}`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('counting gave no row')
  return row
}
