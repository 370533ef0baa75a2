import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { type MailAccount, unsealPassword } from './account.ts'
import { passwordMissing, refuseBarePassword } from './bare-password.ts'

/** What somebody typed of an account. */
export interface TypedAccount extends Omit<MailAccount, 'password' | 'since'> {
  /** Undefined: the one that is kept. */
  readonly password?: string | undefined
}

/** The account as it would be fetched from. Throws `bad-request` where a password is missing, or would be read by all. */
export async function accountToSet(
  tx: Transaction,
  keys: Keys,
  mailbox: string,
  { password: typed, ...account }: TypedAccount,
): Promise<MailAccount> {
  refuseBarePassword(account)
  const known = await tx.db
    .selectFrom('mail_account')
    .select(['host', 'username', 'sealed_password', 'since'])
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .executeTakeFirst()
  // A password goes to the server that it was typed for, and to no other.
  const isSame = known !== undefined && known.host === account.host && known.username === account.username
  const sealed = isSame ? known.sealed_password : null
  const password = typed ?? (sealed === null ? undefined : unsealPassword(keys, mailbox, sealed))
  const isByConsent = isSame && sealed === null
  if (password === undefined && !isByConsent) throw passwordMissing()
  return { ...account, password, since: isSame ? known.since?.getTime() : tx.now }
}
