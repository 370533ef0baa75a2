import { findReported, findThread, isOurMessageId, type MailRow, withoutToken } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { machineMail, namedByMachine } from './machine-mail.ts'
import type { PreparedMail } from './prepare-mail.ts'

/** Of a mailbox of the workspace. */
export interface Mailbox {
  readonly id: string
  readonly address: string
  readonly language: string | null
}

/** What is to become of a mail, and by which sign. */
export type Verdict =
  | { readonly outcome: 'suppressed'; readonly reason: 'duplicate' | 'loop' | 'own' | 'bounce' | 'automatic' }
  | {
      readonly outcome: 'appended'
      readonly ticket: string
      readonly reason: 'token' | 'reference' | 'report'
      readonly automatic: boolean
      /** The sender takes no part in the ticket. */
      readonly isStranger: boolean
    }
  | { readonly outcome: 'ticketed' }

const SEVEN_DAYS = 7 * 86_400_000

/**
 * Judges a mail by what is known: a repeat, mail of our own that came back, a machine's, one that belongs to a ticket, or a
 * new matter. A Message-ID alone never suppresses: anybody can use another's.
 */
export async function judgeMail(
  tx: Transaction,
  keys: Keys,
  row: MailRow,
  { mail }: PreparedMail,
  mailboxes: readonly Mailbox[],
): Promise<Verdict> {
  if (await isRepeat(tx, row)) return { outcome: 'suppressed', reason: 'duplicate' }
  const machine = machineMail(mail)
  if (mail.messageId !== null && isOurMessageId(keys, tx.workspace, mail.messageId))
    return { outcome: 'suppressed', reason: 'loop' }
  if (mail.from !== null && isOneOf(mailboxes, mail.from.address))
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
  const reported = await findReported(tx, keys, namedByMachine(mail))
  return reported === undefined
    ? { outcome: 'suppressed', reason: machine }
    : { outcome: 'appended', ticket: reported, reason: 'report', automatic: true, isStranger: false }
}

function isOneOf(mailboxes: readonly Mailbox[], address: string): boolean {
  const [whole, plain] = [address.toLowerCase(), withoutToken(address)]
  return mailboxes.some((mailbox) => mailbox.address === whole || mailbox.address === plain)
}

/** The same bytes from the same envelope sender to the same mailbox came within seven days before. */
async function isRepeat(tx: Transaction, row: MailRow): Promise<boolean> {
  const at = new Date(row.receivedAt)
  const before = await tx.db
    .selectFrom('inbound_mail')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', row.mailbox)
    .where('sha256', '=', row.sha256)
    .where('received_at', '>', new Date(row.receivedAt - SEVEN_DAYS))
    .where('received_at', '<=', at)
    .where('envelope_from', '=', row.envelopeFrom)
    .where(({ eb, or, and }) =>
      or([eb('received_at', '<', at), and([eb('received_at', '=', at), eb('id', '<', row.id)])]),
    )
    .where(({ eb, or }) => or([eb('reason', 'is', null), eb('reason', '!=', 'duplicate')]))
    .limit(1)
    .executeTakeFirst()
  return before !== undefined
}
