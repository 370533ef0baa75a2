import { timingSafeEqual } from 'node:crypto'
import type { MailServer } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Keys } from '../../secrets/index.ts'
import { passwordMissing, readSignIn, refuseBarePassword } from '../mail-accounts/index.ts'
import { type MailSender, unsealSenderPassword } from './sender.ts'

/** What somebody typed of a server that mail shall leave by. */
export interface TypedSender extends MailServer {
  readonly sign_in: 'same' | 'own' | 'none'
  readonly username?: string | undefined
  /** Undefined: the one that is kept for this server and name. */
  readonly password?: string | undefined
}

/**
 * The server as mail would leave by it. Throws `bad-request` where a password is missing, would be read by all, or would go
 * to a server that it was not typed for.
 */
export async function senderToSet(
  tx: Transaction,
  keys: Keys,
  mailbox: string,
  { sign_in: by, username, password: typed, ...server }: TypedSender,
): Promise<MailSender> {
  refuseBarePassword(server)
  if (by === 'none') return { ...server, signIn: { by } }
  const known = await tx.db
    .selectFrom('mail_sender')
    .select(['host', 'sign_in', 'username', 'sealed_password'])
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .executeTakeFirst()
  const isSame = known?.host === server.host && known.sign_in === by
  if (by === 'same') {
    const account = await readSignIn(tx, keys, mailbox)
    if (account === undefined) throw passwordMissing()
    const isKnown = typed !== undefined && 'password' in account && isEqual(typed, account.password)
    // A token goes to the servers of its provider, which are set when it is given (finishConsent), and to no other.
    if (!isSame && !isKnown) throw passwordMissing()
    return { ...server, signIn: { by } }
  }
  if (username === undefined) {
    const message = 'Type the user name.'
    throw new Refusal('bad-request', message, { at: [{ path: 'username', message }] })
  }
  const sealed = isSame && known.username === username ? known.sealed_password : null
  const password = typed ?? (sealed === null ? undefined : unsealSenderPassword(keys, mailbox, sealed))
  if (password === undefined) throw passwordMissing()
  return { ...server, signIn: { by, username, password } }
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
