import type { MailOutcome, Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { settleAttention } from '../attention/index.ts'

/**
 * A mail that was suppressed or quarantined is right where it is: it counts as it did, and nobody is asked to look at it
 * again. Throws `not-found`, and `mail-settled` where it has a ticket or is still being read.
 */
export async function leaveMail(tx: Transaction, id: string): Promise<void> {
  await lockSetAside(tx, id, ['suppressed', 'quarantined'])
  await tx.db
    .updateTable('inbound_mail')
    .set({ left_at: new Date(tx.now) })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute()
  await settleAttention(tx, [`mail-quarantined ${id}`])
}

/**
 * Lets a mail that was quarantined be read once more, as though it had just come: it counts as pending until then. Throws as
 * leaveMail does.
 */
export async function retryMail(tx: Transaction, id: string): Promise<void> {
  await lockSetAside(tx, id, ['quarantined'])
  await tx.db
    .updateTable('inbound_mail')
    .set(({ eb }) => ({
      outcome: null,
      reason: null,
      settled_at: null,
      left_at: null,
      attempts: 0,
      lease_until: null,
      fence: eb('fence', '+', 1),
    }))
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute()
  await settleAttention(tx, [`mail-quarantined ${id}`])
}

async function lockSetAside({ db, workspace }: Transaction, id: string, outcomes: readonly MailOutcome[]) {
  const row = await db
    .selectFrom('inbound_mail')
    .select('outcome')
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'There is no mail of this id.')
  if (row.outcome === null) throw new Refusal('mail-settled', 'This mail is still being read. Look again in a moment.')
  if (!outcomes.includes(row.outcome)) throw new Refusal('mail-settled', 'This mail could be read.')
}
