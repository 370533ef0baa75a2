import { sql } from 'kysely'
import type { LockedRow, Transaction } from '../../db/index.ts'

/** A ticket that somebody has who is away, while one of its promises runs. */
export interface LeftTicket {
  readonly id: string
  readonly number: number
  /** Id of whoever is away. */
  readonly assignee: string
  /** That of the ticket; else that of whoever is away. */
  readonly team: string | null
}

/**
 * Locks up to `most` of those, what falls due first; tickets that somebody else holds are left to the next time. A promise
 * past its due instant and not yet fulfilled still runs.
 */
export async function lockLeftTickets(tx: Transaction, most: number): Promise<readonly LeftTicket[]> {
  const { workspace } = tx
  const now = new Date(tx.now)
  const { rows } = await sql<LockedRow & { assignee: string; team: string | null }>`
    select t.id, t.number, t.seq, t.recorded, t.hash, a.person_id as assignee, coalesce(t.team, p.team) as team
      from absence a
      join ticket t on t."workspace_id" = ${workspace} and t.assignee_id = a.person_id
      join person p on p."workspace_id" = ${workspace} and p.id = a.person_id
     where a."workspace_id" = ${workspace} and a.away_from <= ${now} and a.away_until > ${now}
       and t.state not in ('solved', 'closed') and not t.is_spam
       and exists (select from commitment c
                    where c."workspace_id" = ${workspace} and c.ticket_id = t.id
                      and (c.state = 'running' or (c.state = 'broken' and c.fulfilled_at is null)))
     order by t.next_due, t.id limit ${most} for update of t skip locked`.execute(tx.db)
  tx.heads.locked(rows)
  return rows.map(({ id, number, assignee, team }) => ({ id, number, assignee, team }))
}
