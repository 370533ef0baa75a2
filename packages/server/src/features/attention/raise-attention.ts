import type { JsonObject, Transaction } from '../../db/index.ts'

export interface NewAttention {
  /** What it is about: said again, the same item stays open, or opens again. */
  readonly once: string
  readonly code: string
  readonly ticket?: string
  /** Nothing personal. */
  readonly data?: JsonObject
  /** When the matter is to be tried again, UTC ms. */
  readonly retryAt?: number
}

/** Says that something needs a person. */
export async function raiseAttention(tx: Transaction, item: NewAttention): Promise<void> {
  const retry = item.retryAt === undefined ? null : new Date(item.retryAt)
  const data = JSON.stringify(item.data ?? {})
  const now = new Date(tx.now)
  await tx.db
    .insertInto('attention')
    .values({
      workspace_id: tx.workspace,
      id: tx.newId(),
      once: item.once,
      code: item.code,
      ticket_id: item.ticket ?? null,
      data,
      raised_at: now,
      retry_at: retry,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'once']).doUpdateSet(({ case: when, ref }) => ({
        data,
        retry_at: retry,
        settled_at: null,
        raised_at: when().when('attention.settled_at', 'is', null).then(ref('attention.raised_at')).else(now).end(),
      })),
    )
    .execute()
}

/** The matter is settled. */
export async function settleAttention(tx: Transaction, once: readonly string[]): Promise<void> {
  if (once.length === 0) return
  await tx.db
    .updateTable('attention')
    .set({ settled_at: new Date(tx.now) })
    .where('workspace_id', '=', tx.workspace)
    .where('once', 'in', once)
    .where('settled_at', 'is', null)
    .execute()
}
