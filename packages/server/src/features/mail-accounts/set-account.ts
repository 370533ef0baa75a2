import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { type MailAccount, sealPassword } from './account.ts'
import { forgetNumbers } from './reconciliation.ts'

/**
 * From now on the mail of a mailbox is fetched from there. Folders that were fetched before go on where they were, unless
 * the account is another one.
 */
export async function setMailAccount(
  tx: Transaction,
  keys: Keys,
  mailbox: string,
  account: MailAccount,
): Promise<void> {
  const { host, port, security, username, password, folders, since } = account
  const { workspace } = tx
  const known = await tx.db
    .selectFrom('mail_account')
    .select(['host', 'username', 'since', 'connected_at'])
    .where('workspace_id', '=', workspace)
    .where('mailbox_id', '=', mailbox)
    .executeTakeFirst()
  const fetched = await tx.db
    .selectFrom('mail_folder')
    .select('name')
    .where('workspace_id', '=', workspace)
    .where('mailbox_id', '=', mailbox)
    .execute()
  if (known !== undefined && (known.host !== host || known.username !== username)) await removeMailAccount(tx, mailbox)
  const isMore =
    (since === undefined && known?.since !== null) ||
    folders.some((name) => !fetched.some((each) => each.name === name))
  const values = {
    // What was never fetched is connected now.
    connected_at: isMore ? new Date(tx.now) : (known?.connected_at ?? new Date(tx.now)),
    host,
    port,
    security,
    username,
    sealed_password: password === undefined ? null : sealPassword(keys, mailbox, password),
    since: since === undefined ? null : new Date(since),
    failed_at: null,
    failing_since: null,
    failures: 0,
    failure: null,
    said: null,
    next_try: null,
    // Whoever fetches by what was set before lets go.
    lease_until: null,
  }
  await tx.db
    .insertInto('mail_account')
    .values({ workspace_id: workspace, mailbox_id: mailbox, ...values, fetched_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'mailbox_id'])
        .doUpdateSet((eb) => ({ ...values, fence: eb('mail_account.fence', '+', 1) })),
    )
    .execute()
  if (password !== undefined) await removeConsent(tx, mailbox)
  await tx.db
    .deleteFrom('mail_folder')
    .where('workspace_id', '=', workspace)
    .where('mailbox_id', '=', mailbox)
    .where('name', 'not in', [...folders])
    .execute()
  await tx.db
    .insertInto('mail_folder')
    .values(folders.map((name) => ({ workspace_id: workspace, mailbox_id: mailbox, name, uid_validity: null })))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'mailbox_id', 'name']).doNothing())
    .execute()
}

/**
 * Its mail is fetched no more; what was fetched stays. Mail that left by the same sign-in leaves by the installation's
 * server. Answers whether there was one.
 */
export async function removeMailAccount(tx: Transaction, mailbox: string): Promise<boolean> {
  await tx.db
    .deleteFrom('mail_sender')
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .where('sign_in', '=', 'same')
    .execute()
  const [gone] = await tx.db
    .deleteFrom('mail_account')
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .execute()
  await forgetNumbers(tx, mailbox)
  return (gone?.numDeletedRows ?? 0n) > 0n
}

async function removeConsent(tx: Transaction, mailbox: string): Promise<void> {
  await tx.db
    .deleteFrom('mail_consent')
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .execute()
}
