import { type ImportedSigns, type ImportedThreads, isOurMessageId } from '../../channels/email/index.ts'
import type { Keys } from '../../secrets/index.ts'
import type { Mailbox } from '../mailboxes/index.ts'
import { isOneOf } from './judge-mail.ts'
import type { PreparedMail } from './prepare-mail.ts'

/** What is to become of a mail that was imported. */
export type ImportedVerdict =
  | { readonly outcome: 'suppressed'; readonly reason: 'loop' | 'own' | 'bounce' | 'automatic' }
  | { readonly outcome: 'appended'; readonly ticket: string; readonly messageId: string; readonly automatic: boolean }
  | { readonly outcome: 'ticketed' }

export interface ImportPlace {
  readonly workspace: string
  readonly keys: Keys
  readonly mailboxes: readonly Mailbox[]
  readonly threads: ImportedThreads
}

/** Message-IDs that a mail names, the nearest first. */
export function namedBy({ mail: { inReplyTo, references } }: PreparedMail): readonly string[] {
  return [...(inReplyTo === null ? [] : [inReplyTo]), ...references.toReversed()]
}

/** By what an imported mail finds its thread. */
export function importedSigns(prepared: PreparedMail): ImportedSigns {
  const { messageId, from, fromIsDoubtful } = prepared.mail
  return {
    messageId: messageId ?? undefined,
    references: namedBy(prepared),
    from: fromIsDoubtful === null ? from?.address : undefined,
  }
}

/**
 * Judges as judgeMail, but an imported mail joins imported tickets alone, so that history changes nothing of what the desk
 * works on; and in whatever order the mails of a thread lie.
 */
export function judgeImported(
  { workspace, keys, mailboxes, threads }: ImportPlace,
  prepared: PreparedMail,
): ImportedVerdict {
  const { mail, machine } = prepared
  if (mail.messageId !== null && isOurMessageId(keys, workspace, mail.messageId))
    return { outcome: 'suppressed', reason: 'loop' }
  if (mail.from !== null && isOneOf(mailboxes, mail.from.address))
    return { outcome: 'suppressed', reason: mail.automatic === null ? 'own' : 'loop' }
  const thread = threads.find(importedSigns(prepared))
  if (thread !== undefined) return { outcome: 'appended', ...thread, automatic: machine !== undefined }
  return machine === undefined ? { outcome: 'ticketed' } : { outcome: 'suppressed', reason: machine }
}
