import { keepBlobs, type StoredBlob } from '../../../blobs/index.ts'
import type { Transaction } from '../../../db/index.ts'
import type { MailClient } from '../verifying/index.ts'
import type { MailRow } from './mail-row.ts'
import type { MailboxPlace } from './mailbox-directory.ts'

/** Who gave us a mail over SMTP. */
export interface SentFrom {
  /** The sender of the envelope; empty for the null return path. */
  readonly from: string
  /** The address of the machine. */
  readonly client: string
}

export interface Recipient extends MailboxPlace {
  /** As it stood in the envelope. */
  readonly address: string
}

/** One mail of a folder, by its number there. */
export interface FetchedPlace {
  readonly folder: string
  readonly uidValidity: number
  readonly uid: number
}

/** A mail whose bytes are kept, on its way into the ledger of one workspace. */
export interface Arrival {
  readonly acceptance: string
  /** The sender of the envelope; empty for the null return path. */
  readonly from: string
  /** One for each mailbox. */
  readonly to: readonly Recipient[]
  readonly client: MailClient | undefined
  readonly blob: StoredBlob
  readonly hasBareNewlines: boolean
  /** How long it is kept for this process to read, ms; 0: whoever is free takes it. */
  readonly leaseMs: number
  readonly fetched?: FetchedPlace | undefined
  /** UTC ms. */
  readonly arrivedAt?: number | undefined
  /** Bytes of all of it, where only the beginning is kept. */
  readonly wholeSize?: number | undefined
}

/** Says of mails that come in together, in their order, which are beyond what their senders may send: those are kept and set aside unread. */
export type OverQuota = (tx: Transaction, sent: readonly SentFrom[]) => Promise<readonly boolean[]>

/**
 * Writes the rows of mails that came in, one for each mailbox, in few statements however many they are. Answers for each what
 * is to be read of it; nothing of one that is set aside.
 */
export async function writeArrivals(
  tx: Transaction,
  arrivals: readonly Arrival[],
  overQuota: OverQuota | undefined,
): Promise<readonly (readonly MailRow[])[]> {
  const keys = await keepBlobs(
    tx,
    arrivals.map(({ blob }) => blob),
  )
  const over = await setAside(tx, arrivals, overQuota)
  const made = arrivals.map((arrival, index) => rowsOf(tx, arrival, keys[index] ?? ''))
  const written = arrivals.flatMap((arrival, index) =>
    (made[index] ?? []).map((row) => rowToWrite(tx, arrival, row, over.has(arrival))),
  )
  await tx.ask`
    insert into inbound_mail ("workspace_id", id, mailbox_id, acceptance_id, received_at, envelope_from, envelope_to, blob_key,
           sha256, size, has_bare_newlines, folder, uid_validity, uid, client_address, client_helo, whole_size, arrived_at,
           lease_until, fence, attempts, outcome, reason, settled_at)
    select ${tx.workspace}, n.id, n.mailbox_id, n.acceptance_id, n.received_at, n.envelope_from, n.envelope_to, n.blob_key,
           decode(n.sha256, 'hex'), n.size, n.has_bare_newlines, n.folder, n.uid_validity, n.uid, n.client_address, n.client_helo,
           n.whole_size, n.arrived_at, n.lease_until, n.fence, n.attempts, n.outcome, n.reason, n.settled_at
      from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as n (
           id uuid, mailbox_id uuid, acceptance_id uuid, received_at timestamptz, envelope_from text, envelope_to text, blob_key uuid,
           sha256 text, size bigint, has_bare_newlines boolean, folder text, uid_validity bigint, uid bigint, client_address text,
           client_helo text, whole_size bigint, arrived_at timestamptz, lease_until timestamptz, fence integer, attempts integer,
           outcome text, reason text, settled_at timestamptz)`
  return arrivals.map((arrival, index) => (over.has(arrival) ? [] : (made[index] ?? [])))
}

/** Those that are beyond their senders' quota: of mails that were sent to us. */
async function setAside(
  tx: Transaction,
  arrivals: readonly Arrival[],
  overQuota: OverQuota | undefined,
): Promise<ReadonlySet<Arrival>> {
  const sent = arrivals.flatMap((arrival) =>
    arrival.client === undefined ? [] : [{ arrival, from: arrival.from, client: arrival.client.address }],
  )
  if (overQuota === undefined || sent.length === 0) return new Set()
  const over = await overQuota(tx, sent)
  return new Set(sent.filter((_, index) => over[index] === true).map(({ arrival }) => arrival))
}

function rowsOf(tx: Transaction, arrival: Arrival, blobKey: string): readonly MailRow[] {
  const { acceptance, arrivedAt, from, to, client, blob, wholeSize } = arrival
  return to.map(({ mailbox, address }) => ({
    workspace: tx.workspace,
    id: tx.newId(),
    mailbox,
    acceptance,
    receivedAt: tx.now,
    arrivedAt,
    envelopeFrom: from,
    envelopeTo: address,
    client,
    blobKey,
    sha256: blob.sha256,
    size: blob.size,
    fence: 1,
    attempts: 1,
    isImported: false,
    isCut: wholeSize !== undefined,
  }))
}

/** A row as JSON has it. */
function rowToWrite({ now }: Transaction, arrival: Arrival, row: MailRow, isOver: boolean) {
  const { hasBareNewlines, leaseMs, fetched, client, wholeSize } = arrival
  const isLeased = leaseMs > 0 && !isOver
  return {
    id: row.id,
    mailbox_id: row.mailbox,
    acceptance_id: row.acceptance,
    received_at: new Date(row.receivedAt),
    envelope_from: row.envelopeFrom,
    envelope_to: row.envelopeTo,
    blob_key: row.blobKey,
    sha256: row.sha256.toString('hex'),
    size: row.size,
    has_bare_newlines: hasBareNewlines,
    folder: fetched?.folder ?? null,
    uid_validity: fetched?.uidValidity ?? null,
    uid: fetched?.uid ?? null,
    client_address: client?.address ?? null,
    client_helo: client?.helo ?? null,
    whole_size: wholeSize ?? null,
    arrived_at: row.arrivedAt === undefined ? null : new Date(row.arrivedAt),
    lease_until: isLeased ? new Date(now + leaseMs) : null,
    fence: isLeased ? 1 : 0,
    attempts: isLeased ? 1 : 0,
    outcome: isOver ? 'quarantined' : null,
    reason: isOver ? 'limit' : null,
    settled_at: isOver ? new Date(now) : null,
  }
}
