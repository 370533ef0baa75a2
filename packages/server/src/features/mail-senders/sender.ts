import type { MailServer } from '../../channels/email/index.ts'
import type { Keys } from '../../secrets/index.ts'
import type { StoredSignIn } from '../mail-accounts/index.ts'

/** How we sign in to the server that mail of a mailbox leaves by. */
export type SenderSignIn =
  /** It asks for no name. */
  | { readonly by: 'none' }
  /** By a name and password of its own. */
  | { readonly by: 'own'; readonly username: string; readonly password: string }
  /** As where the mailbox's mail is fetched from. */
  | { readonly by: 'same' }

/** By which server mail of a mailbox leaves. */
export interface MailSender extends MailServer {
  readonly signIn: SenderSignIn
}

/** The same, as mail is sent by it now. */
export interface ReadySender extends MailServer {
  readonly mailbox: string
  /** Undefined: it asks for no name. `lost`: what was stored does not open, or is there no more. */
  readonly signIn: StoredSignIn | 'lost' | undefined
}

const PURPOSE = 'stored-password'

/** A password as it is stored; what is stored for one mailbox opens for no other, and for sending only. */
export function sealSenderPassword(keys: Keys, mailbox: string, password: string): string {
  return keys.seal(PURPOSE, aboutOf(mailbox), password)
}

/** Undefined where the installation's keys are others than those it was sealed under. */
export function unsealSenderPassword(keys: Keys, mailbox: string, sealed: string): string | undefined {
  return keys.unseal(PURPOSE, aboutOf(mailbox), sealed)
}

function aboutOf(mailbox: string): string {
  return `mail sender ${mailbox}`
}
