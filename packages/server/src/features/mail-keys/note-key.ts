import type { KeySeen } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { afterLook } from './after-look.ts'
import { tellOfKey } from './key-alarms.ts'
import { isSigning, keyAtHand } from './mail-key.ts'
import { lockKey, useKey } from './use-key.ts'

/**
 * Writes down what the DNS said of a key, by the rule of afterLook, and asks for attention where its record is gone. One
 * that waited for its record, or was stopped for want of it, signs from now on, in place of the one before. Answers whether
 * it began to sign. Throws `not-found`.
 */
export async function noteKey(
  tx: Transaction,
  id: string,
  { finding, said }: KeySeen,
  { isRegular = false } = {},
): Promise<boolean> {
  const key = await lockKey(tx, id)
  const { seenAt, lackingSince, missed, stoppedAt } = afterLook(key, finding, tx.now, isRegular)
  const begins = finding === 'found' && !isSigning(key) && key.replacedAt === undefined && (await useKey(tx, id))
  await tx.db
    .updateTable('mail_key')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .set({
      checked_at: new Date(tx.now),
      finding,
      said,
      seen_at: dateOf(seenAt),
      lacking_since: dateOf(lackingSince),
      missed,
      stopped_at: dateOf(stoppedAt),
    })
    .execute()
  await tellOfKey(tx, await keyAtHand(tx, id))
  return begins
}

function dateOf(at: number | undefined): Date | null {
  return at === undefined ? null : new Date(at)
}
