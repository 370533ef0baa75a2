import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { settleAttention } from '../attention/index.ts'
import { markReachable, readOutgoingMail } from '../outbox/index.ts'

/**
 * Sends a mail of ours at once that waits, is held back or was given up; where somebody has it in hand just now, right after.
 * What a person sends is held back by no limit, and who sends one to an address that is thought dead says that it takes mail:
 * further mail to it leaves again. Throws `not-found` for one that was sent.
 */
export async function retryOutgoing(tx: Transaction, id: string): Promise<void> {
  const waiting = await tx.db
    .selectFrom('outbox')
    .select(['held_for', 'payload'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (waiting === undefined) throw new Refusal('not-found', 'No mail of this id waits, is held back or was given up.')
  await tx.db
    .updateTable('outbox')
    .set({ due: new Date(tx.now), given_up_at: null, refused: false, held_for: null, passed_at: new Date(tx.now) })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .execute()
  if (waiting.held_for === 'dead-address') await markReachable(tx, readOutgoingMail(waiting.payload).to)
  await settleAttention(tx, [`mail-not-delivered ${id}`])
}
