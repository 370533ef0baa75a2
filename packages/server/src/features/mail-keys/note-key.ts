import type { KeySeen } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { lockKey, useKey } from './use-key.ts'

/**
 * Writes down what the DNS said of a key. One that waited for its record signs from now on, in place of the one before;
 * one that signs goes on whatever was found, since mail with a signature that nobody can verify counts as unsigned.
 * Answers whether it began to sign. Throws `not-found`.
 */
export async function noteKey(tx: Transaction, id: string, { finding, said }: KeySeen): Promise<boolean> {
  const key = await lockKey(tx, id)
  const now = new Date(tx.now)
  const isThere = finding === 'found'
  await tx.db
    .updateTable('mail_key')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .set({
      checked_at: now,
      finding,
      said,
      ...(isThere && key.seenAt === undefined ? { seen_at: now } : {}),
    })
    .execute()
  return isThere && key.signsSince === undefined && (await useKey(tx, id))
}
