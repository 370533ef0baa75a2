import type { Transaction } from './open-transaction.ts'

/** A ticket, and the one that it was merged into. */
export interface MergedTicket {
  readonly id: string
  readonly number: number
  readonly merged_id: string | null
}

/**
 * A ticket, the one that it was merged into, the one that this was merged into, and so on: the last is where its matter goes
 * on. By its id, or as it was read just now. `isLocking`: each row is locked before it is read, so that nothing is merged
 * meanwhile. Empty where there is no ticket of this id.
 */
export async function mergeChain(
  tx: Transaction,
  ticket: string | MergedTicket,
  { isLocking = false } = {},
): Promise<readonly MergedTicket[]> {
  const chain: MergedTicket[] = typeof ticket === 'string' ? [] : [ticket]
  // Of two that would be merged into each other the second is refused: there is no circle.
  for (let id = typeof ticket === 'string' ? ticket : ticket.merged_id; id !== null; ) {
    if (isLocking) await tx.heads.lock([id])
    const next = await tx.db
      .selectFrom('ticket')
      .select(['id', 'number', 'merged_id'])
      .where('workspace_id', '=', tx.workspace)
      .where('id', '=', id)
      .executeTakeFirst()
    // One of the demo that was removed.
    if (next === undefined) break
    chain.push(next)
    id = next.merged_id
  }
  return chain
}
