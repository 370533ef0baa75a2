import type { Transaction } from '../../db/index.ts'
import { forgetMailboxes } from './mailboxes-of.ts'

/** Of several who change the mailboxes of a workspace, each waits for the one before: else two could remove the last two. */
export async function lockMailboxes(tx: Transaction): Promise<void> {
  await tx.db
    .selectFrom('mailbox')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .orderBy('id')
    .forUpdate()
    .execute()
  forgetMailboxes(tx)
}
