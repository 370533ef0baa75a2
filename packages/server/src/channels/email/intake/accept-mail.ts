import { randomUUID } from 'node:crypto'
import type { BlobStore, StoredBlob } from '../../../blobs/index.ts'
import { type Store, type Transaction, transaction } from '../../../db/index.ts'
import type { MailClient } from '../verifying/index.ts'
import { type Arrival, type FetchedPlace, type OverQuota, type Recipient, writeArrivals } from './arrival-rows.ts'
import { BareNewlines } from './bare-newlines.ts'
import type { MailRow } from './mail-row.ts'
import type { OnMailStep } from './mail-step.ts'
import type { NextReader } from './next-reader.ts'

export interface Acceptance {
  readonly store: Store
  readonly blobs: BlobStore
  readonly next: NextReader
  readonly onStep: OnMailStep
  /** Left out: nothing is beyond anybody's quota. */
  readonly overQuota?: OverQuota | undefined
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
  { store, blobs, next, onStep, overQuota }: Acceptance,
  { from, to, client, bytes, fetched, arrived, wholeSize, alongside }: IncomingMail,
): Promise<string> {
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
    const mailboxes = recipients.map(({ mailbox }) => mailbox)
    const leaseMs = next.leaseMs(mailboxes)
    const arrival: Arrival = {
      ...{
        acceptance,
        from,
        to: recipients,
        client,
        blob,
        hasBareNewlines: newlines.found,
        leaseMs,
        fetched,
        wholeSize,
      },
      arrivedAt: arrived === undefined || Number.isNaN(arrived) ? undefined : arrived,
    }
    const [rows = []] = await transaction(store, { workspace }, async (tx) => {
      const written = await writeArrivals(tx, [arrival], overQuota)
      await alongside?.(tx)
      onStep('rows-written')
      return written
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
export function byWorkspace(to: readonly Recipient[]): Map<string, Recipient[]> {
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
