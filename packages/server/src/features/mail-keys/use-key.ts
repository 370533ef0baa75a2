import type { Transaction } from '../../db/index.ts'
import { settleKeyAlarms } from './key-alarms.ts'
import { isSigning, keyAtHand, type StoredKey } from './mail-key.ts'

/**
 * Lets a key sign in place of the one of its kind that did, whatever was found of its record before. Answers false where it
 * does already. Throws `not-found`.
 */
export async function useKey(tx: Transaction, id: string): Promise<boolean> {
  const key = await lockKey(tx, id)
  if (isSigning(key)) return false
  const now = new Date(tx.now)
  const rows = () => tx.db.updateTable('mail_key').where('workspace_id', '=', tx.workspace)
  const well = { lacking_since: null, missed: 0, stopped_at: null }
  const before = await rows()
    .where('domain', '=', key.domain)
    .where('kind', '=', key.kind)
    .where('signs_since', 'is not', null)
    .where('replaced_at', 'is', null)
    .set({ replaced_at: now, ...well })
    .returning('id')
    .execute()
  await rows()
    .where('id', '=', id)
    .set({ signs_since: now, replaced_at: null, ...well })
    .execute()
  await settleKeyAlarms(tx, [id, ...before.map(({ id: other }) => other)])
  return true
}

/** The key, which nobody else changes until the transaction ends; nor another of its domain. Throws `not-found`. */
export async function lockKey(tx: Transaction, id: string): Promise<StoredKey> {
  const { domain } = await keyAtHand(tx, id)
  await tx.db
    .selectFrom('mail_key')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('domain', '=', domain)
    .orderBy('id')
    .forUpdate()
    .execute()
  return keyAtHand(tx, id)
}
