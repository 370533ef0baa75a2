import type { MailServer, MailSignIn } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'

/** A mailbox at another server, and what of it is fetched. */
export interface MailAccount extends MailServer {
  readonly username: string
  /** Undefined: by a consent at the provider, not by a password. */
  readonly password: string | undefined
  readonly folders: readonly string[]
  /** Mail that arrived there before is left, UTC ms; undefined: all is fetched. */
  readonly since: number | undefined
}

const PURPOSE = 'stored-password'

/** A password as it is stored; what is stored for one mailbox opens for no other. */
export function sealPassword(keys: Keys, mailbox: string, password: string): string {
  return keys.seal(PURPOSE, aboutOf(mailbox), password)
}

/** Undefined where the installation's keys are others than those it was sealed under. */
export function unsealPassword(keys: Keys, mailbox: string, sealed: string): string | undefined {
  return keys.unseal(PURPOSE, aboutOf(mailbox), sealed)
}

/** As whom we sign in, as it is stored: by a password, or by the token that a consent gives when it is wanted. */
export type StoredSignIn = Extract<MailSignIn, { password: string }> | ByConsent

export interface ByConsent {
  readonly username: string
  readonly byConsent: true
}

/** As whom we sign in where the mail of a mailbox is fetched from; undefined where it is not, or what is stored does not open. */
export async function readSignIn(tx: Transaction, keys: Keys, mailbox: string): Promise<StoredSignIn | undefined> {
  const row = await tx.db
    .selectFrom('mail_account')
    .select(['username', 'sealed_password'])
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .executeTakeFirst()
  return row && openSignIn(keys, mailbox, row)
}

/** Undefined where the installation's keys are others than those that it was sealed under. */
export function openSignIn(
  keys: Keys,
  mailbox: string,
  { username, sealed_password: sealed }: { readonly username: string; readonly sealed_password: string | null },
): StoredSignIn | undefined {
  if (sealed === null) return { username, byConsent: true }
  const password = unsealPassword(keys, mailbox, sealed)
  return password === undefined ? undefined : { username, password }
}

function aboutOf(mailbox: string): string {
  return `mail account ${mailbox}`
}
