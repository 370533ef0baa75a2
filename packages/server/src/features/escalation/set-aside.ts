import type { Transaction } from '../../db/index.ts'
import { raiseAttention, settleAttention } from '../attention/index.ts'

const MINUTE = 60_000
const LONGEST = 6 * 60 * MINUTE

const onceOf = (ticket: string) => `set-aside/${ticket}`

/**
 * Sets a ticket aside that cannot be settled, so that the others go on: a person sees it, and it is tried again after a
 * minute, then twice as long each time, up to six hours. What the error says may be personal; it goes to the log.
 */
export async function setAside(tx: Transaction, ticket: string, error: unknown): Promise<void> {
  const once = onceOf(ticket)
  const standing = await tx.db
    .selectFrom('attention')
    .select('data')
    .where('workspace_id', '=', tx.workspace)
    .where('once', '=', once)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  const tries = Number(standing?.data['tries'] ?? 0) + 1
  const retryAt = tx.now + Math.min(MINUTE * 2 ** (tries - 1), LONGEST)
  const data = { error: error instanceof Error ? error.name : 'unknown', tries }
  await raiseAttention(tx, { once, code: 'ticket-set-aside', ticket, data, retryAt })
}

/** Tickets that were set aside and are settled now. */
export function takeBack(tx: Transaction, tickets: readonly string[]): Promise<void> {
  return settleAttention(tx, tickets.map(onceOf))
}
