import type { Transaction } from '../../../db/index.ts'

/** A ticket, and the one that it was merged into. */
export interface LastTicket {
  readonly id: string
  readonly number: number
  readonly merged_id: string | null
}

/** The ticket in which a matter goes on: itself, or where it was merged into, however often. */
export async function followMerges(tx: Transaction, ticket: LastTicket): Promise<LastTicket> {
  let last = ticket
  // Of two that would be merged into each other the second is refused: there is no circle.
  while (last.merged_id !== null) {
    const next = await tx.db
      .selectFrom('ticket')
      .select(['id', 'number', 'merged_id'])
      .where('workspace_id', '=', tx.workspace)
      .where('id', '=', last.merged_id)
      .executeTakeFirst()
    // One of the demo that was removed.
    if (next === undefined) break
    last = next
  }
  return last
}
