import type { Transaction } from '../../db/index.ts'

/** What is known of addresses with a plus: their mail comes in, or the server there refuses it. */
export type Plus = 'taken' | 'refused'

/** Notes what became of a mail to such an address of the mailbox. `address`: the mailbox's own, when the mail was written. */
export async function notePlus(tx: Transaction, mailbox: string, address: string, plus: Plus): Promise<void> {
  await tx.db
    .updateTable('mail_account')
    .set({ plus })
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    // Of the address that it has now: it may have been changed meanwhile.
    .where('plus_address', '=', address)
    .execute()
}
