import type { MailTrace } from '@avow/contract'
import {
  findReported,
  findThread,
  type MailRow,
  outboxOfMessageId,
  type SenderProof,
  traceOf,
  withoutToken,
} from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { findForward, type NamedForward } from '../forwards/index.ts'
import { type Mailbox, mailboxesOf } from '../mailboxes/index.ts'
import { plusTrialOf } from '../outbox/index.ts'
import { findSignedAddresses, type SignedAddress } from '../staff-answers/index.ts'
import type { PreparedMail } from './prepare-mail.ts'

/** What is to become of a mail, and by which sign. */
export type Verdict =
  | { readonly outcome: 'suppressed'; readonly reason: 'loop' | 'own' | 'bounce' | 'automatic' }
  /** By which the desk tried an address with a plus: it comes in. */
  | { readonly outcome: 'suppressed'; readonly reason: 'plus-trial'; readonly address: string }
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
  /** It answers what was forwarded to somebody outside, and is for staff alone. */
  | {
      readonly outcome: 'of-forward'
      readonly forward: NamedForward
      readonly reason: 'forward-answer'
      readonly automatic: boolean
      readonly trace: MailTrace
    }
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
  const own = mail.messageId === null ? undefined : outboxOfMessageId(keys, tx.workspace, mail.messageId)
  if (own !== undefined) {
    const tried = await plusTrialOf(tx, own)
    const address = tried?.mailbox === row.mailbox && (await cameIn(tx, row)) ? tried.address : undefined
    return {
      outcome: 'suppressed',
      ...(address === undefined ? { reason: 'loop' } : { reason: 'plus-trial', address }),
    }
  }
  if (mail.from !== null && isOneOf(await mailboxesOf(tx), mail.from.address))
    return { outcome: 'suppressed', reason: mail.automatic === null ? 'own' : 'loop' }

  const { inReplyTo, references, to, cc } = mail
  const { envelopeTo } = row
  const named = [...to, ...cc].map(({ address }) => address)
  const signed = await findSignedAddresses(tx, keys, { envelopeTo, headers: named })
  if (signed !== undefined) return { outcome: 'of-staff', signed }
  const signs = {
    recipients: [envelopeTo, ...named],
    references: [...(inReplyTo === null ? [] : [inReplyTo]), ...references.toReversed()],
    // Whoever its domain says did not send it takes part in nothing.
    from: mail.fromIsDoubtful === null && sender !== 'failed' ? mail.from?.address : undefined,
  }
  const isMachine = machine !== undefined
  const reported = isMachine ? byMachine : []
  const forward = await findForward(tx, keys, { ...signs, references: [...signs.references, ...reported], isMachine })
  const thread = await findThread(tx, keys, signs)
  // Who takes part in the ticket and wrote to its own address is answering us, whoever else was written to.
  const isToTicket = thread.ticket !== undefined && thread.joined === 'token' && thread.isParticipant
  if (forward !== undefined && !(isToTicket && forward.isStranger)) return ofForward(forward, isMachine)
  if (thread.ticket !== undefined) {
    const { ticket, number, joined, messageId, merged, isParticipant } = thread
    const trace = traceOf(joined, { ticket: number, message_id: messageId, is_stranger: !isParticipant, merged })
    const reason = joined === 'token' ? joined : 'reference'
    return { outcome: 'appended', ticket, reason, automatic: isMachine, isStranger: !isParticipant, trace }
  }
  if (machine === undefined)
    return { outcome: 'ticketed', trace: traceOf(thread.why, { ticket: thread.number, message_id: thread.messageId }) }
  const report = await findReported(tx, keys, byMachine)
  if (report === undefined) return { outcome: 'suppressed', reason: machine }
  const { last, messageId } = report
  const merged = last.id === report.named.id ? null : report.named.number
  const trace = traceOf('report', { ticket: last.number, message_id: messageId, merged })
  return { outcome: 'appended', ticket: report.named.id, reason: 'report', automatic: true, isStranger: false, trace }
}

/** Not so: a copy that a server keeps in another folder of what was sent, and one in a file that was imported. */
async function cameIn({ db, workspace }: Transaction, { id, isImported }: MailRow): Promise<boolean> {
  const { folder } = await db
    .selectFrom('inbound_mail')
    .select('folder')
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return !isImported && (folder === null || folder.toUpperCase() === 'INBOX')
}

function ofForward(forward: NamedForward, automatic: boolean): Verdict {
  const { number, messageId, merged, isStranger } = forward
  const trace = traceOf('forward-answer', { ticket: number, message_id: messageId, is_stranger: isStranger, merged })
  return { outcome: 'of-forward', forward, reason: 'forward-answer', automatic, trace }
}

/** Is it an address of ours, with a token or without? */
export function isOneOf(mailboxes: readonly Mailbox[], from: string): boolean {
  const [whole, plain] = [from.toLowerCase(), withoutToken(from)]
  return mailboxes.some(({ address, isRemoved }) => !isRemoved && (address === whole || address === plain))
}
