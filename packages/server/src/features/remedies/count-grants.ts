import { type Grant, grantState } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/** Where counting stops: a screen says "1000+". */
const MOST = 1000

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
