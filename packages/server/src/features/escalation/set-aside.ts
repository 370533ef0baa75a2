import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

const MINUTE = 60_000
const LONGEST = 6 * 60 * MINUTE

/**
 * Sets a ticket aside that cannot be settled, so that the others go on: a person sees it, and it is tried again after a
 * minute, then twice as long each time, up to six hours. What the error says may be personal; it goes to the log.
 */
export async function setAside(tx: Transaction, ticket: string, error: unknown): Promise<void> {
  const once = `set-aside/${ticket}`
  const before = await tx.db
    .selectFrom('attention')
    .select(['data', 'settled_at'])
    .where('workspace_id', '=', tx.workspace)
    .where('once', '=', once)
    .executeTakeFirst()
  const tries = before === undefined || before.settled_at !== null ? 1 : Number(before.data['tries']) + 1
  const row = {
    data: JSON.stringify({ error: error instanceof Error ? error.name : 'unknown', tries }),
    raised_at: new Date(tx.now),
    retry_at: new Date(tx.now + Math.min(MINUTE * 2 ** (tries - 1), LONGEST)),
  }
  await tx.db
    .insertInto('attention')
    .values({ workspace_id: tx.workspace, id: tx.newId(), once, code: 'ticket-set-aside', ticket_id: ticket, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'once']).doUpdateSet({ ...row, settled_at: null }))
    .execute()
}

/** Tickets that were set aside and are settled now. */
export async function takeBack(tx: Transaction, tickets: readonly string[]): Promise<void> {
  if (tickets.length === 0) return
  await tx.db
    .updateTable('attention')
    .set({ settled_at: new Date(tx.now), retry_at: null })
    .where('workspace_id', '=', tx.workspace)
    .where('once', '=', sql<string>`any (${tickets.map((ticket) => `set-aside/${ticket}`)}::text[])`)
    .execute()
}
