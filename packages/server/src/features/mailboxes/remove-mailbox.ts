import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { removeMailAccount } from '../mail-accounts/index.ts'
import { removeMailSender } from '../mail-senders/index.ts'
import { type MailboxState, mailboxAtHand, stateOf } from './change-mailbox.ts'
import { lockMailboxes } from './lock-mailboxes.ts'
import { forgetMailboxes, mailboxesOf } from './mailboxes-of.ts'

/**
 * Removes a mailbox: mail to it is no longer taken or fetched, and its tickets are answered from the one that answers. Answers how it
 * was. Throws `not-found`, `last-address`, and `address-answers` for the one that answers: another has to be chosen first.
 */
export async function removeMailbox(tx: Transaction, id: string): Promise<MailboxState> {
  await lockMailboxes(tx)
  const before = await stateOf(tx, await mailboxAtHand(tx, id))
  const others = (await mailboxesOf(tx)).filter((mailbox) => mailbox.id !== id && !mailbox.isRemoved)
  if (others.length === 0)
    throw new Refusal('last-address', 'A desk needs an address to answer from. Change this one, or add another first.')
  if (before.answers)
    throw new Refusal('address-answers', `${before.address} answers. Choose another one that answers first.`)
  await sql`
    delete from control.mailbox_address where workspace_id = ${tx.workspace} and mailbox_id = ${id}`.execute(tx.db)
  await tx.db
    .updateTable('mailbox')
    .set({ removed_at: new Date(tx.now) })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute()
  await removeMailAccount(tx, id)
  await removeMailSender(tx, id)
  forgetMailboxes(tx)
  return before
}
