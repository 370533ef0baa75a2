import { isDeadAddress, outboxOfMessageId, type ReportedRecipient } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { markUnreachable, readOutgoingMail, tellFailure } from '../outbox/index.ts'
import type { PreparedMail } from './prepare-mail.ts'

/**
 * Notes on a mail of ours what a server reports of it: that it did not arrive, is late, or arrived. The mail is the one whose
 * Message-ID the report names, which only who has had it in hand knows; or, on the ticket whose token the report was sent
 * to, the last that went to the address it names. Where it speaks of no mail of ours nothing changes.
 */
export async function noteReport(
  tx: Transaction,
  keys: Keys,
  { named, report }: Pick<PreparedMail, 'named' | 'report'>,
  ticket: string | undefined,
): Promise<void> {
  const [first] = report
  if (first === undefined) return
  const mail = (await byMessageId(tx, keys, named)) ?? (ticket && (await byRecipient(tx, ticket, report)))
  if (mail === undefined || mail === '') return
  const to = readOutgoingMail(mail.payload).to.toLowerCase()
  // It may name another address, to which ours passed the mail on: then it says nothing of ours.
  const own = report.find(({ address }) => address === to)
  const { action, status, said } = own ?? first
  const isNew =
    mail.reported !== 'failed' && mail.reported !== action && !(action === 'delayed' && mail.reported !== null)
  if (!isNew) return
  // Before the row, as everybody locks them who has both.
  if (mail.ticket_id !== null) await tx.heads.lock([mail.ticket_id])
  await tx.db
    .updateTable('outbox')
    .set({ reported: action, reported_at: new Date(tx.now), reported_status: status, reported_said: said })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', mail.id)
    .execute()
  if (action !== 'failed') return
  await tellFailure(tx, { id: mail.id, kind: mail.kind, ticket: mail.ticket_id, how: 'bounced', code: status })
  if (own !== undefined && isDeadAddress(status, said)) await markUnreachable(tx, to, status)
}

const COLUMNS = ['id', 'kind', 'ticket_id', 'payload', 'reported'] as const

async function byMessageId(tx: Transaction, keys: Keys, named: readonly string[]) {
  const ids = named.flatMap((id) => outboxOfMessageId(keys, tx.workspace, id) ?? [])
  if (ids.length === 0) return undefined
  return (
    tx.db
      .selectFrom('outbox')
      .select(COLUMNS)
      .where('workspace_id', '=', tx.workspace)
      .where('id', 'in', ids)
      // A report quotes what a mail answers too; the mail itself is the youngest.
      .orderBy('id', 'desc')
      .executeTakeFirst()
  )
}

async function byRecipient(tx: Transaction, ticket: string, report: readonly ReportedRecipient[]) {
  const addresses = new Set(report.map(({ address }) => address))
  const sent = await tx.db
    .selectFrom('outbox')
    .select(COLUMNS)
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', ticket)
    .where('sent_at', 'is not', null)
    .orderBy('id', 'desc')
    .execute()
  return sent.find(({ payload }) => addresses.has(readOutgoingMail(payload).to.toLowerCase()))
}
