import type { Transaction } from '../../db/index.ts'

/**
 * The account of a mailbox is asked at once, from a new connection: whoever holds it lets go. All its folders are compared
 * with what was kept of them, too. Answers whether there is one.
 */
export async function fetchNow(tx: Transaction, mailbox: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('mail_account')
    .set(({ eb }) => ({ lease_until: null, next_try: null, fence: eb('fence', '+', 1) }))
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .executeTakeFirst()
  await tx.db
    .updateTable('mail_folder')
    .set({ reconciled_at: null })
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .execute()
  return numUpdatedRows > 0n
}
