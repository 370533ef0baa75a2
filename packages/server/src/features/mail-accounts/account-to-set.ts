import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Keys } from '../../secrets/index.ts'
import { type MailAccount, unsealPassword } from './account.ts'

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
  if (account.security === 'none' && !isThisMachine(account.host)) {
    const message = `Without encryption the password of ${account.host} would go over the network for all to read. Choose TLS or STARTTLS.`
    throw new Refusal('bad-request', message, { at: [{ path: 'security', message }] })
  }
  const known = await tx.db
    .selectFrom('mail_account')
    .select(['host', 'username', 'sealed_password', 'since'])
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .executeTakeFirst()
  // A password goes to the server that it was typed for, and to no other.
  const isSame = known !== undefined && known.host === account.host && known.username === account.username
  const password = typed ?? (isSame ? unsealPassword(keys, mailbox, known.sealed_password) : undefined)
  if (password === undefined) {
    const message = 'Type the password of this account.'
    throw new Refusal('bad-request', message, { at: [{ path: 'password', message }] })
  }
  return { ...account, password, since: isSame ? known.since?.getTime() : tx.now }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host)
}
