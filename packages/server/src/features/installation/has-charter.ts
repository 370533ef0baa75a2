import type { Transaction } from '../../db/index.ts'

/** Was there ever a version? */
export async function hasCharter({ db, workspace }: Transaction): Promise<boolean> {
  const row = await db
    .selectFrom('charter_version')
    .select('version')
    .where('workspace_id', '=', workspace)
    .executeTakeFirst()
  return row !== undefined
}
