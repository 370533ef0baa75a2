import type { ImapAccount } from '../../channels/email/index.ts'
import type { Keys } from '../../secrets/index.ts'

/** A mailbox at another server, and what of it is fetched. */
export interface MailAccount extends ImapAccount {
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

function aboutOf(mailbox: string): string {
  return `mail account ${mailbox}`
}
