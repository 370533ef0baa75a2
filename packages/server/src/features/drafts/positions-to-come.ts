import { readCharter } from '@avow/core'
import type { Transaction } from '../../db/index.ts'

/**
 * Names of the positions that open drafts and versions ahead declare: they can be given to people before they are in force,
 * since a version is not published while nobody holds them. Of a draft that cannot be read, none.
 */
export async function positionsToCome({ db, workspace, now }: Transaction): Promise<readonly string[]> {
  const drafts = await db
    .selectFrom('charter_draft')
    .select('source')
    .where('workspace_id', '=', workspace)
    .where('state', 'in', ['writing', 'in-review'])
    .execute()
  const ahead = await db
    .selectFrom('charter_version')
    .select('source')
    .where('workspace_id', '=', workspace)
    .where('effective', '>', new Date(now))
    .execute()
  const names = [...drafts, ...ahead].flatMap(({ source }) =>
    (readCharter(source).document?.positions ?? []).map(({ name }) => name),
  )
  return [...new Set(names)]
}
