import { sql } from 'kysely'
import { type MailRow, noteReferences, type Reference } from '../../channels/email/index.ts'
import { type MailOutcome, type Store, type Transaction, transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { acknowledgeAll, type ToAcknowledge } from '../acknowledgements/index.ts'
import { mailboxesOf } from '../mailboxes/index.ts'
import { EarlierMail, type KnownMail } from './earlier-mail.ts'
import { judgeMail } from './judge-mail.ts'
import type { PreparedMail } from './prepare-mail.ts'
import { takeIn } from './take-in.ts'

export interface MailDesk {
  readonly store: Store
  readonly keys: Keys
  readonly publicUrl: string
}

/** A mail that was read and is to be settled. */
export interface ReadyMail {
  readonly row: MailRow
  readonly prepared: PreparedMail
}

/** What became of a mail; `lost`: somebody else has it in hand, or it was settled before. */
export type Settled = MailOutcome | 'lost'

/**
 * Settles mails of one workspace that were read, in the order given: their tickets and their outcomes in one transaction,
 * so that each is counted once and nothing is done twice. Several together cost far less than one by one. Two mailboxes in
 * one DATA are one message: the second row points to the ticket of the first. `beforeCommit` is called last.
 */
export async function settleMails(
  { store, keys, publicUrl }: MailDesk,
  mails: readonly ReadyMail[],
  beforeCommit: () => void = () => undefined,
): Promise<readonly Settled[]> {
  const [first] = mails
  if (first === undefined) return []
  return transaction(store, { workspace: first.row.workspace }, async (tx) => {
    const earlier = await EarlierMail.of(
      tx,
      mails.map(({ row }) => row),
    )
    const settled: { readonly own: KnownMail; readonly mail: ReadyMail }[] = []
    const later: Later = { references: [], toAcknowledge: [] }
    const outcomes: Settled[] = []
    for (const mail of mails) {
      const own = earlier.own(mail.row)
      if (own === undefined) {
        outcomes.push('lost')
        continue
      }
      Object.assign(own, await settle(tx, { keys, publicUrl }, earlier, mail, later))
      settled.push({ own, mail })
      outcomes.push(own.outcome ?? 'lost')
    }
    await noteReferences(tx, later.references)
    await acknowledgeAll(tx, later.toAcknowledge)
    await writeOutcomes(tx, settled)
    beforeCommit()
    return outcomes
  })
}

/** What is done once for all mails that are settled together. */
interface Later {
  readonly references: Reference[]
  readonly toAcknowledge: ToAcknowledge[]
}

type Outcome = Pick<KnownMail, 'outcome' | 'reason' | 'ticket' | 'event'>

async function settle(
  tx: Transaction,
  { keys, publicUrl }: Omit<MailDesk, 'store'>,
  earlier: EarlierMail,
  { row, prepared }: ReadyMail,
  later: Later,
): Promise<Outcome> {
  const same = earlier.ofSameData(row)
  if (same !== undefined) return { outcome: 'appended', reason: 'same-message', ticket: same.ticket, event: same.event }
  if (earlier.hasCome(row)) return { outcome: 'suppressed', reason: 'duplicate', ticket: null, event: null }
  // It may name a mail that was settled just before it.
  if (prepared.mail.inReplyTo !== null || prepared.mail.references.length > 0)
    await noteReferences(tx, later.references.splice(0))
  const verdict = await judgeMail(tx, keys, row, prepared)
  if (verdict.outcome === 'suppressed') return { ...verdict, ticket: null, event: null }
  const mailbox = (await mailboxesOf(tx)).find(({ id }) => id === row.mailbox)
  if (mailbox === undefined) throw new Error(`the mailbox ${row.mailbox} has gone`)
  const taken = await takeIn(tx, { keys, publicUrl, mailbox }, row, prepared, verdict)
  const { ticket, event, isNew, reference, toAcknowledge } = taken
  if (reference !== undefined) later.references.push(reference)
  if (toAcknowledge !== undefined) later.toAcknowledge.push(toAcknowledge)
  const reason = verdict.outcome === 'appended' ? verdict.reason : null
  return { outcome: isNew ? 'ticketed' : 'appended', reason, ticket, event }
}

async function writeOutcomes(
  tx: Transaction,
  settled: readonly { readonly own: KnownMail; readonly mail: ReadyMail }[],
): Promise<void> {
  if (settled.length === 0) return
  const rows = settled.map(({ own, mail: { prepared } }) => ({
    id: own.id,
    outcome: own.outcome,
    reason: own.reason,
    ticket: own.ticket,
    event: own.event,
    from_address: prepared.mail.from?.address ?? null,
    from_name: prepared.mail.from?.name || null,
    subject: prepared.mail.subject,
    message_id: prepared.mail.messageId,
    text: prepared.fresh,
  }))
  await sql`
    update inbound_mail set outcome = n.outcome, reason = n.reason, ticket_id = n.ticket, event_id = n.event,
           from_address = n.from_address, from_name = n.from_name, subject = n.subject, message_id = n.message_id,
           text = n.text, settled_at = ${new Date(tx.now)}, lease_until = null
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, outcome text, reason text, ticket uuid,
           event text, from_address text, from_name text, subject text, message_id text, text text)
     where inbound_mail."workspace_id" = ${tx.workspace} and inbound_mail.id = n.id`.execute(tx.db)
}
