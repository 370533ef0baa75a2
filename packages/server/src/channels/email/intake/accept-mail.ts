import { randomUUID } from 'node:crypto'
import { type BlobStore, keepBlob, type StoredBlob } from '../../../blobs/index.ts'
import { type Store, type Transaction, transaction } from '../../../db/index.ts'
import type { MailClient } from '../verifying/index.ts'
import { BareNewlines } from './bare-newlines.ts'
import type { MailRow } from './mail-row.ts'
import type { OnMailStep } from './mail-step.ts'
import type { MailboxPlace } from './mailbox-directory.ts'
import type { NextReader } from './next-reader.ts'

export interface Acceptance {
  readonly store: Store
  readonly blobs: BlobStore
  readonly next: NextReader
  readonly onStep: OnMailStep
  /** Whether a mail is beyond what its sender may send: it is kept and set aside unread. Left out: none is. */
  readonly isOverQuota?: ((tx: Transaction, sent: SentFrom) => Promise<boolean>) | undefined
}

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

export interface IncomingMail {
  /** The sender of the envelope; empty for the null return path. */
  readonly from: string
  readonly to: readonly Recipient[]
  /** Who gives it to us; left out where it was fetched. */
  readonly client?: MailClient
  /** The mail as it was sent: over SMTP what stands between DATA and the final dot, dot-unstuffed. */
  readonly bytes: AsyncIterable<Uint8Array>
  /** Where it lies with the server that it was fetched from; undefined where it was sent to us. */
  readonly fetched?: FetchedPlace
  /** When it came in there, UTC ms; not a number where that server does not say. */
  readonly arrived?: number
  /** Bytes of all of it, where `bytes` is only the beginning of a mail that is too large. */
  readonly wholeSize?: number
  /** What else belongs into the transaction of its rows: where it throws, the mail is not taken. */
  readonly alongside?: (tx: Transaction) => Promise<void>
}

/** One mail of a folder, by its number there. */
export interface FetchedPlace {
  readonly folder: string
  readonly uidValidity: number
  readonly uid: number
}

/** The error of a mail that is kept already by its number in its folder. */
export function isKeptAlready(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'inbound_mail_uid'
}

/**
 * Keeps a mail: its bytes in the blob store of each workspace, then one row for each mailbox, in a transaction for each
 * workspace; what is over its sender's quota is set aside. When it answers, all of it outlives a loss of power. Answers the id by which the acceptance is known.
 * Throws what the blob store or the database throws; the sender is to try again then, and a workspace that has its rows
 * already recognises the repeat.
 */
export async function acceptMail(
  { store, blobs, next, onStep, isOverQuota }: Acceptance,
  { from, to, client, bytes, fetched, arrived, wholeSize, alongside }: IncomingMail,
): Promise<string> {
  const arrivedAt = arrived === undefined || Number.isNaN(arrived) ? undefined : arrived
  const acceptance = randomUUID()
  const newlines = new BareNewlines()
  const accepted: MailRow[] = []
  const left: string[] = []
  let first: { readonly workspace: string; readonly blob: StoredBlob } | undefined
  for (const [workspace, recipients] of byWorkspace(to)) {
    const source = first === undefined ? watched(bytes, newlines) : await blobs.open(first.workspace, first.blob.key)
    const blob = await blobs.put(workspace, source)
    if (first === undefined) onStep('received')
    first ??= { workspace, blob }
    onStep('blob-kept')
    const { sha256, size } = blob
    const mailboxes = recipients.map(({ mailbox }) => mailbox)
    const leaseMs = next.leaseMs(mailboxes)
    const rows = await transaction(store, { workspace }, async (tx) => {
      const key = await keepBlob(tx, blob)
      const isOver =
        client !== undefined && isOverQuota !== undefined && (await isOverQuota(tx, { from, client: client.address }))
      const setAside = isOver ? { outcome: 'quarantined' as const, reason: 'limit', settled_at: new Date(tx.now) } : {}
      const leased = leaseMs > 0 && !isOver ? { lease_until: new Date(tx.now + leaseMs), fence: 1, attempts: 1 } : {}
      const values = recipients.map(({ mailbox, address }) => ({
        workspace_id: workspace,
        id: tx.newId(),
        mailbox_id: mailbox,
        acceptance_id: acceptance,
        received_at: new Date(tx.now),
        envelope_from: from,
        envelope_to: address,
        blob_key: key,
        sha256,
        size,
        has_bare_newlines: newlines.found,
        folder: fetched?.folder ?? null,
        uid_validity: fetched?.uidValidity ?? null,
        uid: fetched?.uid ?? null,
        client_address: client?.address ?? null,
        client_helo: client?.helo ?? null,
        whole_size: wholeSize ?? null,
        arrived_at: arrivedAt === undefined ? null : new Date(arrivedAt),
        ...leased,
        ...setAside,
      }))
      await tx.db.insertInto('inbound_mail').values(values).execute()
      await alongside?.(tx)
      onStep('rows-written')
      if (isOver) return []
      return values.map(
        (row): MailRow => ({
          workspace,
          id: row.id,
          mailbox: row.mailbox_id,
          acceptance,
          receivedAt: tx.now,
          arrivedAt,
          envelopeFrom: from,
          envelopeTo: row.envelope_to,
          client,
          blobKey: key,
          sha256,
          size,
          fence: 1,
          attempts: 1,
          isImported: false,
          isCut: wholeSize !== undefined,
        }),
      )
    })
    if (leaseMs > 0) accepted.push(...rows)
    else left.push(...mailboxes)
  }
  onStep('rows-committed')
  next.take(accepted)
  if (left.length > 0) next.look(left)
  return acceptance
}

/** One recipient for each mailbox, the first that named it. */
function byWorkspace(to: readonly Recipient[]): Map<string, Recipient[]> {
  const workspaces = new Map<string, Recipient[]>()
  for (const recipient of to) {
    const known = workspaces.get(recipient.workspace) ?? []
    if (known.length === 0) workspaces.set(recipient.workspace, known)
    if (!known.some(({ mailbox }) => mailbox === recipient.mailbox)) known.push(recipient)
  }
  return workspaces
}

async function* watched(bytes: AsyncIterable<Uint8Array>, newlines: BareNewlines): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    newlines.see(chunk)
    yield chunk
  }
}
