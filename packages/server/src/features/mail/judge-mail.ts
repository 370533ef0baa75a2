import type { MailTrace } from '@avow/contract'
import {
  findReported,
  findThread,
  isOurMessageId,
  type MailRow,
  type SenderProof,
  traceOf,
  withoutToken,
} from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { type Mailbox, mailboxesOf } from '../mailboxes/index.ts'
import { findSignedAddresses, type SignedAddress } from '../staff-answers/index.ts'
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
      readonly trace: MailTrace
    }
  | { readonly outcome: 'ticketed'; readonly trace: MailTrace }
  /** It was sent to an address at which somebody of the desk answers: what comes of it the ticket decides. */
  | { readonly outcome: 'of-staff'; readonly signed: readonly SignedAddress[] | 'forged' }

export interface MailToJudge {
  readonly row: MailRow
  readonly prepared: PreparedMail
  readonly sender: SenderProof
}

/** Judges a mail by what is known: mail of our own that came back, a machine's, one that belongs to a ticket, or a new matter. */
export async function judgeMail(
  tx: Transaction,
  keys: Keys,
  { row, prepared: { mail, machine, named: byMachine }, sender }: MailToJudge,
): Promise<Verdict> {
  if (mail.messageId !== null && isOurMessageId(keys, tx.workspace, mail.messageId))
    return { outcome: 'suppressed', reason: 'loop' }
  if (mail.from !== null && isOneOf(await mailboxesOf(tx), mail.from.address))
    return { outcome: 'suppressed', reason: mail.automatic === null ? 'own' : 'loop' }

  const { inReplyTo, references, to, cc } = mail
  const { envelopeTo } = row
  const named = [...to, ...cc].map(({ address }) => address)
  const signed = await findSignedAddresses(tx, keys, { envelopeTo, headers: named })
  if (signed !== undefined) return { outcome: 'of-staff', signed }
  const thread = await findThread(tx, keys, {
    recipients: [envelopeTo, ...named],
    references: [...(inReplyTo === null ? [] : [inReplyTo]), ...references.toReversed()],
    // Whoever its domain says did not send it takes part in nothing.
    from: mail.fromIsDoubtful === null && sender !== 'failed' ? mail.from?.address : undefined,
  })
  if (thread.ticket !== undefined) {
    const { ticket, number, joined, messageId, merged, isParticipant } = thread
    const trace = traceOf(joined, { ticket: number, message_id: messageId, is_stranger: !isParticipant, merged })
    const reason = joined === 'token' ? joined : 'reference'
    return { outcome: 'appended', ticket, reason, automatic: machine !== undefined, isStranger: !isParticipant, trace }
  }
  if (machine === undefined)
    return { outcome: 'ticketed', trace: traceOf(thread.why, { ticket: thread.number, message_id: thread.messageId }) }
  const reported = await findReported(tx, keys, byMachine)
  if (reported === undefined) return { outcome: 'suppressed', reason: machine }
  const { last, messageId } = reported
  const merged = last.id === reported.named.id ? null : reported.named.number
  const trace = traceOf('report', { ticket: last.number, message_id: messageId, merged })
  return { outcome: 'appended', ticket: reported.named.id, reason: 'report', automatic: true, isStranger: false, trace }
}

/** Is it an address of ours, with a token or without? */
export function isOneOf(mailboxes: readonly Mailbox[], from: string): boolean {
  const [whole, plain] = [from.toLowerCase(), withoutToken(from)]
  return mailboxes.some(({ address, isRemoved }) => !isRemoved && (address === whole || address === plain))
}
