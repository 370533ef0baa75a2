import { findReported, findThread, isOurMessageId, type MailRow, withoutToken } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { type Mailbox, mailboxesOf } from '../mailboxes/index.ts'
import type { PreparedMail } from './prepare-mail.ts'

/** What is to become of a mail, and by which sign. */
export type Verdict =
  | { readonly outcome: 'suppressed'; readonly reason: 'loop' | 'own' | 'bounce' | 'automatic' }
  | {
      readonly outcome: 'appended'
      readonly ticket: string
      readonly reason: 'token' | 'reference' | 'report'
      readonly automatic: boolean
      /** The sender takes no part in the ticket. */
      readonly isStranger: boolean
    }
  | { readonly outcome: 'ticketed' }

/** Judges a mail by what is known: mail of our own that came back, a machine's, one that belongs to a ticket, or a new matter. */
export async function judgeMail(
  tx: Transaction,
  keys: Keys,
  row: MailRow,
  { mail, machine, named }: PreparedMail,
): Promise<Verdict> {
  if (mail.messageId !== null && isOurMessageId(keys, tx.workspace, mail.messageId))
    return { outcome: 'suppressed', reason: 'loop' }
  if (mail.from !== null && isOneOf(await mailboxesOf(tx), mail.from.address))
    return { outcome: 'suppressed', reason: mail.automatic === null ? 'own' : 'loop' }

  const { inReplyTo, references, to, cc } = mail
  const thread = await findThread(tx, keys, {
    recipients: [row.envelopeTo, ...[...to, ...cc].map(({ address }) => address)],
    references: [...(inReplyTo === null ? [] : [inReplyTo]), ...references.toReversed()],
    from: mail.fromIsDoubtful === null ? mail.from?.address : undefined,
  })
  if (thread !== undefined) {
    const { ticket, joined: reason, isParticipant } = thread
    return { outcome: 'appended', ticket, reason, automatic: machine !== undefined, isStranger: !isParticipant }
  }
  if (machine === undefined) return { outcome: 'ticketed' }
  const reported = await findReported(tx, keys, named)
  return reported === undefined
    ? { outcome: 'suppressed', reason: machine }
    : { outcome: 'appended', ticket: reported, reason: 'report', automatic: true, isStranger: false }
}

function isOneOf(mailboxes: readonly Mailbox[], from: string): boolean {
  const [whole, plain] = [from.toLowerCase(), withoutToken(from)]
  return mailboxes.some(({ address, isRemoved }) => !isRemoved && (address === whole || address === plain))
}
