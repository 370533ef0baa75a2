import { expect } from 'vitest'
import { findBrokenLink, type Transaction } from '../src/db/index.ts'
import { rebuildTickets } from '../src/features/commitments/index.ts'

/** What is stored of tickets is what their logs alone give, no verdict is missing, and the chains are whole. */
export async function expectRebuilt(tx: Transaction, tickets: readonly string[]): Promise<void> {
  const rows = await tx.db.selectFrom('ticket').selectAll().where('workspace_id', '=', tx.workspace).execute()
  for (const { ticket, state, differing, missing } of await rebuildTickets(tx, tickets)) {
    expect(rows.find(({ id }) => id === ticket)).toMatchObject(state)
    expect([differing, missing]).toEqual([[], []])
    const log = await tx.db
      .selectFrom('event')
      .selectAll()
      .where('workspace_id', '=', tx.workspace)
      .where('ticket_id', '=', ticket)
      .orderBy('seq')
      .execute()
    expect(findBrokenLink(log)).toBeUndefined()
  }
}
