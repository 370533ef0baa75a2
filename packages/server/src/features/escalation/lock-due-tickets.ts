import { sql } from 'kysely'
import type { LockedRow, Transaction } from '../../db/index.ts'

export interface DueTickets {
  /** What falls due first stands first. */
  readonly tickets: readonly string[]
  /** Those of them that were set aside and are tried again. */
  readonly setAside: readonly string[]
}

/** Of so many batches the earliest tickets are looked at: several sweepers find each their own behind those that others hold. */
const BATCHES_AHEAD = 3

/**
 * Locks up to `most` tickets on which something has fallen due: a running commitment past its instant, the law's
 * time on one, or a step not taken.
 * Tickets that somebody else holds are left to them or to the next time; those set aside, until they are to be tried again.
 * `only`: no others than this one.
 */
export async function lockDueTickets(tx: Transaction, most: number, only?: string): Promise<DueTickets> {
  const { workspace } = tx
  const now = new Date(tx.now)
  const ahead = most * BATCHES_AHEAD
  const isThis = only === undefined ? sql`` : sql`and ticket_id = ${only}`
  const { rows } = await sql<LockedRow & { due: Date; was_set_aside: boolean }>`
    with fallen as (
      (select ticket_id, due from commitment
        where "workspace_id" = ${workspace} and state = 'running' and due < ${now} ${isThis} order by due limit ${ahead})
      union all
      (select ticket_id, law_at as due from commitment
        where "workspace_id" = ${workspace} and law_at < ${now} ${isThis} order by law_at limit ${ahead})
      union all
      (select ticket_id, due from step
        where "workspace_id" = ${workspace} and taken_at is null and due <= ${now} ${isThis} order by due limit ${ahead})
    ), first as (select ticket_id, min(due) as due from fallen group by ticket_id),
    aside as (
      select ticket_id, retry_at from attention
       where "workspace_id" = ${workspace} and code = 'ticket-set-aside' and settled_at is null
    )
    select t.id, t.number, t.seq, t.recorded, t.hash, first.due, aside.ticket_id is not null as was_set_aside
      from first join ticket t on t."workspace_id" = ${workspace} and t.id = first.ticket_id
      left join aside on aside.ticket_id = first.ticket_id
     where aside.retry_at is null or aside.retry_at <= ${now}
     order by first.due, t.id limit ${most} for update of t skip locked`.execute(tx.db)
  tx.heads.locked(rows)
  return {
    tickets: rows.map(({ id }) => id),
    setAside: rows.filter(({ was_set_aside }) => was_set_aside).map(({ id }) => id),
  }
}
