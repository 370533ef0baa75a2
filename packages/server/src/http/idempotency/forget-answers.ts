import { type Store, transaction } from '../../db/index.ts'

const KEPT = 86_400_000

/** Deletes the answers of a workspace that are older than a day; answers how many. */
export function forgetAnswers(store: Store, workspace: string): Promise<number> {
  return transaction(store, { workspace }, async ({ db, now }) => {
    const { numDeletedRows } = await db
      .deleteFrom('idempotent_answer')
      .where('workspace_id', '=', workspace)
      .where('created_at', '<', new Date(now - KEPT))
      .executeTakeFirst()
    return Number(numDeletedRows)
  })
}
