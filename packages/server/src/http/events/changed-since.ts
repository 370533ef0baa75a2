import { type Store, transaction } from '../../db/index.ts'
import type { Heard } from './change-listener.ts'

/**
 * A transaction is dated by its beginning and seen at its end, and clocks are read at different moments: so much before
 * the cursor is looked at again. UTC ms.
 */
const OVERLAP = 10_000
/** More than that is not told one by one: whoever was away for so long reads its lists anew anyway. */
const MOST = 1000

/** Tickets of a workspace that changed since an instant, the first first, and the database's clock; none without one. */
export function changedSince(
  store: Store,
  workspace: string,
  since: number | undefined,
): Promise<{ readonly changes: readonly Heard[]; readonly now: number }> {
  return transaction(store, { workspace }, async ({ db, now }) => {
    if (since === undefined) return { changes: [], now }
    const rows = await db
      .selectFrom('ticket')
      .select(['id', 'number', 'seq'])
      .where('workspace_id', '=', workspace)
      .where('recorded', '>', new Date(since - OVERLAP))
      .orderBy('recorded', 'desc')
      .limit(MOST)
      .execute()
    const changes = rows.reverse().map(({ id, number, seq }) => ({ workspace, ticket: id, number, seq }))
    return { changes, now }
  })
}
