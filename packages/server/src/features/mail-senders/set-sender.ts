import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { settleAttention } from '../attention/index.ts'
import { cannotSend } from './note-sender.ts'
import { type MailSender, sealSenderPassword } from './sender.ts'

/** From now on mail of a mailbox leaves by this server, mail that waits too. */
export async function setMailSender(tx: Transaction, keys: Keys, mailbox: string, sender: MailSender): Promise<void> {
  const { host, port, security, signIn } = sender
  const values = {
    host,
    port,
    security,
    sign_in: signIn.by,
    username: signIn.by === 'own' ? signIn.username : null,
    sealed_password: signIn.by === 'own' ? sealSenderPassword(keys, mailbox, signIn.password) : null,
    failed_at: null,
    failure: null,
    said: null,
  }
  await tx.db
    .insertInto('mail_sender')
    .values({ workspace_id: tx.workspace, mailbox_id: mailbox, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'mailbox_id']).doUpdateSet(values))
    .execute()
  await settleAttention(tx, [cannotSend(mailbox)])
}

/** Its mail leaves by the installation's server again. Answers whether there was another. */
export async function removeMailSender(tx: Transaction, mailbox: string): Promise<boolean> {
  const [gone] = await tx.db
    .deleteFrom('mail_sender')
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .execute()
  await settleAttention(tx, [cannotSend(mailbox)])
  return (gone?.numDeletedRows ?? 0n) > 0n
}
