import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { readSignIn, type StoredSignIn } from '../mail-accounts/index.ts'
import { type ReadySender, unsealSenderPassword } from './sender.ts'

/** By which server mail of a mailbox leaves, with what it takes to sign in; undefined: by that of the installation. */
export async function readSender(tx: Transaction, keys: Keys, mailbox: string): Promise<ReadySender | undefined> {
  const row = await tx.db
    .selectFrom('mail_sender')
    .select(['host', 'port', 'security', 'sign_in', 'username', 'sealed_password'])
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { host, port, security, sign_in: by, username, sealed_password: sealed } = row
  const own = (): StoredSignIn | undefined => {
    const password = sealed === null ? undefined : unsealSenderPassword(keys, mailbox, sealed)
    return username === null || password === undefined ? undefined : { username, password }
  }
  const signIn = by === 'none' ? undefined : by === 'own' ? own() : await readSignIn(tx, keys, mailbox)
  return { mailbox, host, port, security, signIn: by === 'none' ? undefined : (signIn ?? 'lost') }
}
