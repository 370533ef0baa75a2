import type { MailRow } from '../../channels/email/index.ts'
import { type Store, type Transaction, transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { judgeMail, type Mailbox } from './judge-mail.ts'
import type { PreparedMail } from './prepare-mail.ts'
import { takeIn } from './take-in.ts'

export interface MailDesk {
  readonly store: Store
  readonly keys: Keys
  readonly publicUrl: string
}

/** What became of a mail; `lost`: somebody else has it in hand, or it was settled before. */
export type Settled = 'ticketed' | 'appended' | 'suppressed' | 'quarantined' | 'lost'

/**
 * Settles a mail that was read: its ticket and the outcome in its row in one transaction, so that each mail is counted
 * once and nothing of it is done twice. Two mailboxes in one DATA are one message: the second row points to the ticket of
 * the first. `beforeCommit` is called last.
 */
export async function settleMail(
  { store, keys, publicUrl }: MailDesk,
  row: MailRow,
  prepared: PreparedMail,
  beforeCommit: () => void = () => undefined,
): Promise<Settled> {
  const { workspace } = row
  return transaction(store, { workspace }, async (tx) => {
    const rows = await lockAcceptance(tx, row)
    const own = rows.find(({ id }) => id === row.id)
    if (own === undefined || own.outcome !== null || own.fence !== row.fence) return 'lost'
    const same = rows.find(({ outcome }) => outcome === 'ticketed' || outcome === 'appended')
    if (same !== undefined && same.ticket_id !== null) {
      const { ticket_id: ticket, event_id: event } = same
      return settleRow(tx, row, prepared, { outcome: 'appended', reason: 'same-message', ticket, event }, beforeCommit)
    }
    const mailboxes = await mailboxesOf(tx)
    const mailbox = mailboxes.find(({ id }) => id === row.mailbox)
    if (mailbox === undefined) throw new Error(`the mailbox ${row.mailbox} has gone`)
    const verdict = await judgeMail(tx, keys, row, prepared, mailboxes)
    if (verdict.outcome === 'suppressed') return settleRow(tx, row, prepared, verdict, beforeCommit)
    const { ticket, event, isNew } = await takeIn(tx, { keys, publicUrl, mailbox }, row, prepared, verdict)
    const reason = verdict.outcome === 'appended' ? verdict.reason : undefined
    return settleRow(
      tx,
      row,
      prepared,
      { outcome: isNew ? 'ticketed' : 'appended', reason, ticket, event },
      beforeCommit,
    )
  })
}

interface Outcome {
  readonly outcome: Exclude<Settled, 'lost'>
  readonly reason?: string | undefined
  readonly ticket?: string
  readonly event?: string | null
}

async function settleRow(
  tx: Transaction,
  { id }: MailRow,
  { mail, fresh }: PreparedMail,
  { outcome, reason, ticket, event }: Outcome,
  beforeCommit: () => void,
): Promise<Settled> {
  await tx.db
    .updateTable('inbound_mail')
    .set({
      outcome,
      reason: reason ?? null,
      ticket_id: ticket ?? null,
      event_id: event ?? null,
      from_address: mail.from?.address ?? null,
      from_name: mail.from?.name || null,
      subject: mail.subject,
      message_id: mail.messageId,
      text: fresh,
      settled_at: new Date(tx.now),
      lease_until: null,
    })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute()
  beforeCommit()
  return outcome
}

/** All rows of one DATA in this workspace, in one order for all who want them. */
async function lockAcceptance(tx: Transaction, { acceptance }: MailRow) {
  return tx.db
    .selectFrom('inbound_mail')
    .select(['id', 'outcome', 'ticket_id', 'event_id', 'fence'])
    .where('workspace_id', '=', tx.workspace)
    .where('acceptance_id', '=', acceptance)
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function mailboxesOf(tx: Transaction): Promise<readonly Mailbox[]> {
  return tx.db
    .selectFrom('mailbox')
    .select(['id', 'address', 'language'])
    .where('workspace_id', '=', tx.workspace)
    .execute()
}
