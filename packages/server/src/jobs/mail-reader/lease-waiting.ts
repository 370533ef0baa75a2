import { sql } from 'kysely'
import type { MailRow } from '../../channels/email/index.ts'
import { type Store, transaction } from '../../db/index.ts'

interface Row {
  readonly id: string
  readonly mailbox_id: string
  readonly acceptance_id: string
  readonly received_at: Date
  readonly envelope_from: string
  readonly envelope_to: string
  readonly blob_key: string
  readonly sha256: Buffer
  readonly fence: number
  readonly attempts: number
}

/** Takes mail of a workspace in hand that waits and that nobody else has, the oldest first; whoever had it can settle it no more. */
export async function leaseWaiting(
  store: Store,
  workspace: string,
  { leaseMs, most }: { readonly leaseMs: number; readonly most: number },
): Promise<readonly MailRow[]> {
  const rows = await transaction(store, { workspace }, async (tx) => {
    const until = new Date(tx.now + leaseMs)
    const leased = await sql<Row>`
      update inbound_mail set lease_until = ${until}, fence = fence + 1, attempts = attempts + 1
       where "workspace_id" = ${workspace} and id in (
         select id from inbound_mail
          where "workspace_id" = ${workspace} and outcome is null
            and (lease_until is null or lease_until <= ${new Date(tx.now)})
          order by received_at, id limit ${most} for update skip locked)
      returning id, mailbox_id, acceptance_id, received_at, envelope_from, envelope_to, blob_key, sha256, fence, attempts`.execute(
      tx.db,
    )
    return leased.rows
  })
  return rows.map((row) => ({
    workspace,
    id: row.id,
    mailbox: row.mailbox_id,
    acceptance: row.acceptance_id,
    receivedAt: row.received_at.getTime(),
    envelopeFrom: row.envelope_from,
    envelopeTo: row.envelope_to,
    blobKey: row.blob_key,
    sha256: row.sha256,
    fence: row.fence,
    attempts: row.attempts,
  }))
}

/** Gives a mail back: it is taken in hand again after `waitMs`. `isOurFault`: the attempt does not count. */
export async function giveBack(
  store: Store,
  { workspace, id, fence, attempts }: MailRow,
  { waitMs, isOurFault }: { readonly waitMs: number; readonly isOurFault: boolean },
): Promise<void> {
  await transaction(store, { workspace }, (tx) =>
    tx.db
      .updateTable('inbound_mail')
      .set({ lease_until: new Date(tx.now + waitMs), ...(isOurFault ? { attempts: attempts - 1 } : {}) })
      .where('workspace_id', '=', workspace)
      .where('id', '=', id)
      .where('fence', '=', fence)
      .where('outcome', 'is', null)
      .execute(),
  )
}
