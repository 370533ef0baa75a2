import type { Transaction } from '../../db/index.ts'
import { announceNotices } from '../changes/index.ts'
import { onceOf } from './notice-name.ts'

export interface ReadClause {
  readonly version: number
  readonly clause: string
}

/**
 * A person has read a clause as a version has it; the first time counts. With the last one their notices of the version are
 * read. False where they were not told of it.
 */
export async function acknowledgeClause(
  tx: Transaction,
  person: string,
  { version, clause }: ReadClause,
): Promise<boolean> {
  const { db, workspace } = tx
  const now = new Date(tx.now)
  const found = await db
    .updateTable('clause_notice')
    .set(({ fn, ref, val }) => ({ acknowledged_at: fn.coalesce(ref('acknowledged_at'), val(now)) }))
    .where('workspace_id', '=', workspace)
    .where('version', '=', version)
    .where('clause', '=', clause)
    .where('person_id', '=', person)
    .returning('clause')
    .executeTakeFirst()
  if (found === undefined) return false
  const open = await db
    .selectFrom('clause_notice')
    .select('clause')
    .where('workspace_id', '=', workspace)
    .where('version', '=', version)
    .where('person_id', '=', person)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirst()
  if (open !== undefined) return true
  const read = await db
    .updateTable('notice')
    .set({ read_at: now })
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .where('once', 'like', `${onceOf(version)}%`)
    .where('read_at', 'is', null)
    .returning('id')
    .execute()
  if (read.length > 0) announceNotices(tx, [person])
  return true
}
