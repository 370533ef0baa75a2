import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { forgetMailboxes } from './mailboxes-of.ts'

/**
 * Chooses the mailbox that answers. Mail to addresses that no mailbox of the installation has goes to it too, where it went
 * to this workspace before.
 */
export async function answerFrom(tx: Transaction, mailbox: string): Promise<void> {
  const { db, workspace } = tx
  const rows = db.updateTable('mailbox').where('workspace_id', '=', workspace)
  await rows.where('answers', '=', true).where('id', '<>', mailbox).set({ answers: false }).execute()
  await rows.where('id', '=', mailbox).set({ answers: true }).execute()
  await takeUnknownMail(tx, mailbox)
  forgetMailboxes(tx)
}

/** Mail to addresses that nobody has goes to the address of a mailbox; not where that is another workspace's to take. */
export async function takeUnknownMail({ db, workspace }: Transaction, mailbox: string): Promise<void> {
  await sql`
    update control.mailbox_address set is_default = false where workspace_id = ${workspace} and is_default`.execute(db)
  await sql`
    update control.mailbox_address a set is_default = true from mailbox b
     where b."workspace_id" = ${workspace} and b.id = ${mailbox}
       and a.workspace_id = ${workspace} and a.address = b.address
       and not exists (select from control.mailbox_address where is_default)`.execute(db)
}
