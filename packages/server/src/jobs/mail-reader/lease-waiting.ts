import { sql } from 'kysely'
import { clientOf, type MailRow } from '../../channels/email/index.ts'
import { type Store, transaction } from '../../db/index.ts'

interface Row {
  readonly id: string
  readonly mailbox_id: string
  readonly acceptance_id: string
  readonly received_at: Date
  readonly arrived_at: Date | null
  readonly envelope_from: string
  readonly envelope_to: string
  readonly client_address: string | null
  readonly client_helo: string | null
  readonly blob_key: string
  readonly sha256: Buffer
  readonly size: number
  readonly fence: number
  readonly attempts: number
  readonly imported_at: Date | null
  readonly whole_size: number | null
}

/**
 * Takes mail of a workspace in hand that waits and that nobody else has: what was imported last, else the oldest first and
 * mailbox by mailbox in turn, so that a flood to one lets the others through. Whoever had it can settle it no more.
 */
export async function leaseWaiting(
  store: Store,
  workspace: string,
  {
    leaseMs,
    most,
    only,
    except = [],
    held = [],
  }: {
    readonly leaseMs: number
    readonly most: number
    readonly only?: 'imported' | undefined
    /** Ids of mailboxes of which enough is in hand. */
    readonly except?: readonly string[]
    /** Ids of mails that whoever asks has in hand. */
    readonly held?: readonly string[]
  },
): Promise<readonly MailRow[]> {
  const rows = await transaction(store, { workspace }, async (tx) => {
    const until = new Date(tx.now + leaseMs)
    const leased = await sql<Row>`
      update inbound_mail set lease_until = ${until}, fence = fence + 1, attempts = attempts + 1
       where "workspace_id" = ${workspace} and id in (
         select w.id
           from mailbox b cross join lateral (
                select id, imported_at, row_number() over (order by imported_at nulls first, received_at, id) as turn from (
                  select id, imported_at, received_at from inbound_mail
                   where "workspace_id" = ${workspace} and mailbox_id = b.id and outcome is null
                     and (lease_until is null or lease_until <= ${new Date(tx.now)}) and id <> all (${held}::uuid[])
                     and ${only === 'imported' ? sql`imported_at is not null` : sql`true`}
                   order by imported_at nulls first, received_at, id limit ${most} for update skip locked) waiting) w
          where b."workspace_id" = ${workspace} and b.id <> all (${except}::uuid[])
          order by w.imported_at is not null, w.turn, w.id limit ${most})
      returning id, mailbox_id, acceptance_id, received_at, arrived_at, envelope_from, envelope_to, client_address, client_helo,
                blob_key, sha256, size, fence, attempts, imported_at, whole_size`.execute(tx.db)
    return leased.rows
  })
  return rows.map((row) => ({
    workspace,
    id: row.id,
    mailbox: row.mailbox_id,
    acceptance: row.acceptance_id,
    receivedAt: row.received_at.getTime(),
    arrivedAt: row.arrived_at?.getTime(),
    envelopeFrom: row.envelope_from,
    envelopeTo: row.envelope_to,
    client: clientOf(row),
    blobKey: row.blob_key,
    sha256: row.sha256,
    size: row.size,
    fence: row.fence,
    attempts: row.attempts,
    isImported: row.imported_at !== null,
    isCut: row.whole_size !== null,
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
