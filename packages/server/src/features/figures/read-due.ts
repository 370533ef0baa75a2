import type { CommitmentState } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/** A stored commitment as its figure needs it; instants in UTC ms. */
export interface StoredCommitment {
  readonly ticket: string
  readonly promise: string
  readonly run: number
  readonly row: number
  readonly charter_hash: string
  readonly state: CommitmentState
  readonly start: number
  readonly due: number | null
  readonly settled_at: number | null
  readonly fulfilled_at: number | null
  readonly reason: string | null
  readonly put_off: boolean
  /** The crisis by whose amendment it was judged. */
  readonly amended_by: string | null
  readonly pauses: readonly (readonly [number, number | null])[]
  readonly corrected: boolean
  /** Its ticket is closed. */
  readonly isClosed: boolean
}

type Row = Omit<StoredCommitment, 'start' | 'due' | 'settled_at' | 'fulfilled_at'> & {
  readonly start: Date
  readonly due: Date | null
  readonly settled_at: Date | null
  readonly fulfilled_at: Date | null
}

/** Of some promises, the commitments that fell due from `from` to `to` (UTC ms), and all that are paused. */
export async function readDue(
  tx: Transaction,
  { promises, from, to }: { readonly promises: readonly string[]; readonly from: number; readonly to: number },
): Promise<readonly StoredCommitment[]> {
  const [first, last] = [new Date(from), new Date(to)]
  const { rows } = await sql<Row>`
    select c.ticket_id as ticket, c.promise, c.run, c."row", c.charter_hash, c.state, c.start, c.due, c.settled_at,
           c.fulfilled_at, c.reason, c.put_off, c.amended_by, c.pauses, c.corrected, t.state = 'closed' as "isClosed"
      from commitment c join ticket t on t."workspace_id" = ${tx.workspace} and t.id = c.ticket_id
     where c."workspace_id" = ${tx.workspace} and c.promise = any (${promises}::text[])
       and (c.state in ('kept', 'broken') and c.due between ${first} and ${last}
         or c.state = 'running' and c.due between ${first} and ${last}
         or c.state = 'cancelled' and coalesce(c.due, c.settled_at) between ${first} and ${last}
         or c.state = 'paused')
     order by c.ticket_id, c.promise, c.run`.execute(tx.db)
  return rows.map((row) => ({
    ...row,
    start: row.start.getTime(),
    due: row.due?.getTime() ?? null,
    settled_at: row.settled_at?.getTime() ?? null,
    fulfilled_at: row.fulfilled_at?.getTime() ?? null,
  }))
}
