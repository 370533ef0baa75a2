import {
  clientOf,
  createMailReader,
  isMailAddress,
  type MailRow,
  noteReferences,
  type SenderProof,
  traceOf,
} from '../../channels/email/index.ts'
import { type JsonObject, type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { acknowledge } from '../acknowledgements/index.ts'
import { settleAttention } from '../attention/index.ts'
import { mailboxToAnswerFrom } from '../mailboxes/index.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { openRequest } from '../tickets/index.ts'
import { type PreparedMail, prepareMail } from './prepare-mail.ts'
import { rawMail } from './raw-mail.ts'
import { openForMails } from './take-in.ts'

const PATIENCE = 30_000

interface FoundMail extends MailRow {
  readonly language: string | null
  readonly sender: SenderProof
}

/**
 * Makes a ticket of a mail that was suppressed or set aside, as though it had been one from the start: it counts as
 * ticketed from then on. One that cannot be read becomes a ticket with the raw mail attached. Answers the ticket's number;
 * throws `not-found`, and `mail-settled` where it has a ticket or is still being read.
 */
export async function ticketFromMail(desk: Desk, workspace: string, id: string): Promise<number> {
  const row = await transaction(desk.store, { workspace }, (tx) => findMail(tx, id))
  // Somebody asked for this one mail: a thread of its own, which ends with it.
  const reader = createMailReader({ workers: 1, deadlineMs: PATIENCE })
  try {
    const prepared = await prepareMail({ ...desk, reader }, row, await rawMail(desk.blobs, row))
    return await transaction(desk.store, { workspace }, async (tx) => {
      // Of two at once, the second finds the ticket of the first.
      await findMail(tx, id)
      const taken = 'unreadable' in prepared ? await openUnreadable(tx, row) : await openRead(tx, desk, row, prepared)
      await tx.db
        .updateTable('inbound_mail')
        .set({
          outcome: 'ticketed',
          reason: 'by-hand',
          ticket_id: taken.ticket,
          event_id: `mail-${id}`,
          trace: JSON.stringify(traceOf('by-hand', taken.isOld ? { is_old: true } : {})),
        })
        .where('workspace_id', '=', workspace)
        .where('id', '=', id)
        .execute()
      await settleAttention(tx, [`mail-quarantined ${id}`])
      return taken.number
    })
  } finally {
    await reader.close()
  }
}

async function findMail(tx: Transaction, id: string): Promise<FoundMail> {
  const row = await tx.db
    .selectFrom('inbound_mail as m')
    .innerJoin('mailbox as b', (join) =>
      join
        .on('b.workspace_id', '=', tx.workspace)
        .onRef('b.workspace_id', '=', 'm.workspace_id')
        .onRef('b.id', '=', 'm.mailbox_id'),
    )
    .selectAll('m')
    .select('b.language')
    .where('m.workspace_id', '=', tx.workspace)
    .where('m.id', '=', id)
    .forUpdate('m')
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'There is no mail of this id.')
  if (row.outcome === null) throw new Refusal('mail-settled', 'This mail is still being read. Look again in a moment.')
  if (row.outcome === 'ticketed' || row.outcome === 'appended')
    throw new Refusal('mail-settled', 'This mail is on a ticket already.')
  return {
    workspace: tx.workspace,
    id,
    mailbox: row.mailbox_id,
    acceptance: row.acceptance_id,
    receivedAt: row.received_at.getTime(),
    arrivedAt: row.arrived_at?.getTime(),
    envelopeFrom: row.envelope_from,
    envelopeTo: row.envelope_to,
    client: clientOf(row),
    blobKey: row.blob_key,
    sha256: row.sha256,
    fence: row.fence,
    attempts: row.attempts,
    isImported: row.imported_at !== null,
    isCut: row.whole_size !== null,
    language: row.language,
    size: row.size,
    sender: senderIn(row.verification),
  }
}

/** What was found out when it came. */
function senderIn(verification: JsonObject | null): SenderProof {
  const said = verification?.['sender']
  return said === 'verified' || said === 'failed' ? said : 'unknown'
}

async function openRead(tx: Transaction, { keys, publicUrl }: Desk, row: FoundMail, prepared: PreparedMail) {
  const mailbox = await mailboxToAnswerFrom(tx, row.mailbox)
  if (mailbox === undefined) throw new Error(`the mailbox ${row.mailbox} has gone`)
  const [taken] = await openForMails(tx, [{ keys, publicUrl, mailbox, row, prepared, sender: row.sender }])
  if (taken === undefined) throw new Error('a ticket was not opened')
  await noteReferences(tx, taken.references)
  if (taken.toAcknowledge !== undefined) await acknowledge(tx, taken.toAcknowledge)
  return taken
}

async function openUnreadable(tx: Transaction, row: FoundMail) {
  const from = isMailAddress(row.envelopeFrom) ? { address: row.envelopeFrom } : undefined
  const customer = await findOrAddCustomer(tx, from === undefined ? {} : { email: from.address })
  const opened = await openRequest(tx, {
    channel: 'email',
    by: 'customer',
    customer,
    customerSays: { ...from },
    at: row.receivedAt,
    mailbox: row.mailbox,
    ...(row.isImported ? { isImported: true } : {}),
    ...(row.language === null ? {} : { language: row.language }),
    message: {
      id: `mail-${row.id}`,
      mail: row.id,
      subject: '',
      text: '',
      doubt: 'unreadable',
      ...(from === undefined ? {} : { from }),
      attachments: [
        {
          blob: { key: row.blobKey, sha256: row.sha256, size: row.size },
          name: 'message.eml',
          type: 'message/rfc822',
          isInline: false,
        },
      ],
    },
  })
  return { ...opened, isOld: false }
}
