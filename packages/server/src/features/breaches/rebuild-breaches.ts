import { type RawBuilder, sql } from 'kysely'
import { type Store, type Transaction, transaction } from '../../db/index.ts'
import { type BreachRow, breachName, putBreaches, removeBreaches, storedBreaches } from './breach-rows.ts'
import { reckonBreaches } from './reckon-breaches.ts'
import { forgetTicketsComingIn } from './tickets-coming-in.ts'

/** Tickets of one transaction. */
const BATCH = 200

/** Reckons why the promises of tickets broke from their logs alone. Writes nothing. */
export async function rebuiltBreaches(tx: Transaction, tickets: readonly string[]): Promise<readonly BreachRow[]> {
  return (await reckonBreaches(tx, tickets)).rows
}

/**
 * Reckons anew why every promise of a workspace broke: after many tickets of the past were loaded, since only then is known
 * how many came in when. What leads said stays.
 */
export async function rebuildBreaches(store: Store, workspace: string, stopping?: AbortSignal): Promise<void> {
  forgetTicketsComingIn(workspace)
  await rebuildSome(store, workspace, sql`true`, stopping)
}

/**
 * The same of promises that are still waited for, whose time goes on, for 30 days; and of those of which nothing is known yet, since
 * they broke before an upgrade.
 */
export function refreshBreaches(store: Store, workspace: string, stopping?: AbortSignal): Promise<void> {
  const ofTicket = sql`from breach b where b."workspace_id" = ${workspace} and b.ticket_id = ticket.id`
  return rebuildSome(
    store,
    workspace,
    sql`(not exists (select ${ofTicket}) or exists (select ${ofTicket} and b.late_ms is null and b.due > now() - interval '30 days'))`,
    stopping,
  )
}

/** In batches; `which`: a condition on tickets that have something broken. */
async function rebuildSome(
  store: Store,
  workspace: string,
  which: RawBuilder<unknown>,
  stopping?: AbortSignal,
): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    stopping?.throwIfAborted()
    const last = await transaction(store, { workspace }, async (tx) => {
      const { rows: tickets } = await sql<{ id: string }>`
        select id from ticket
         where "workspace_id" = ${workspace} and broken > 0 and id > ${after}::uuid and ${which}
         order by id limit ${BATCH} for update`.execute(tx.db)
      const ids = tickets.map(({ id }) => id)
      const stored = await storedBreaches(tx, ids)
      const { names, rows } = await reckonBreaches(tx, ids)
      await putBreaches(tx, rows)
      await removeBreaches(
        tx,
        [...stored.values()].filter((row) => !names.has(breachName(row))),
      )
      return ids.at(-1)
    })
    if (last === undefined) return
    after = last
  }
}
