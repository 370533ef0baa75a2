import { sql } from 'kysely'
import type { Store } from '../../db/index.ts'

/** Ends a key at once; open streams of it close within 5 s. False where the workspace has no such key. Again: harmless. */
export async function revokeApiKey({ control }: Store, workspace: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await control
    .updateTable('control.api_key')
    .set({ revoked_at: sql<Date>`coalesce(revoked_at, now())` })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
