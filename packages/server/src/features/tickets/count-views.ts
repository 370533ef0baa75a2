import { type ViewName, viewName } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { conditionOf } from './view-rows.ts'

/** Where counting stops: a screen says "1000+". */
const MOST = 1000

/** How many tickets each view of a person holds, in one statement. */
export async function countViews(tx: Transaction, person: string | undefined): Promise<Record<ViewName, number>> {
  const counts = viewName.options.map(
    (view) => sql`(select count(*) from (select from ticket where "workspace_id" = ${tx.workspace}
      and ${conditionOf(view, { person, now: tx.now })} limit ${MOST}) t) as ${sql.ref(view)}`,
  )
  const { rows } = await sql<Record<ViewName, number>>`select ${sql.join(counts)}`.execute(tx.db)
  const [row] = rows
  if (row === undefined) throw new Error('counting gave no row')
  return row
}
