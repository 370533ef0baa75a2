import { createHash, randomUUID } from 'node:crypto'
import { type BlobStore, keepBlobs } from '../../blobs/index.ts'
import type { ArchivedMail, MailRow } from '../../channels/email/index.ts'
import { type Store, transaction } from '../../db/index.ts'

/** A mailbox that mail is imported into. */
export interface ImportInto {
  readonly workspace: string
  readonly mailbox: string
  readonly address: string
}

export interface KeptImports {
  /** Those that are new, to be read. */
  readonly rows: readonly MailRow[]
  /** Their bytes, by the ids of their rows. */
  readonly raw: ReadonlyMap<string, Buffer<ArrayBuffer>>
  /** How many the mailbox had: imported before, or received. */
  readonly known: number
}

export interface ImportSteps {
  /** Hears of each step before the next is begun. Faults are tried here. */
  readonly onStep?: (step: ImportStep) => void
}

/** Steps of an import at which a process may be lost, in their order. */
export const IMPORT_STEPS = ['looked-up', 'blobs-kept', 'rows-written', 'rows-committed'] as const

export type ImportStep = (typeof IMPORT_STEPS)[number]

/**
 * Keeps mails that lay in a file, as acceptMail does those that come in: their bytes first, then their rows in one
 * transaction; when it answers, they outlive a loss of power. A mail is known by its bytes: one that the mailbox has, with
 * either ending of its lines, is not kept again, however often or by however many it is imported. For `leaseMs` nobody else
 * reads them. Throws what the blob store or the database throws.
 */
export async function keepImported(
  { store, blobs }: { readonly store: Store; readonly blobs: BlobStore },
  { workspace, mailbox, address }: ImportInto,
  mails: readonly ArchivedMail[],
  { leaseMs, onStep = () => undefined }: { readonly leaseMs: number } & ImportSteps,
): Promise<KeptImports> {
  const named = mails.map((mail) => ({ mail, hash: hashOf(mail.bytes), other: hashOf(withCrLf(mail.bytes)) }))
  const known = await transaction(store, { workspace }, async ({ db }) => {
    const rows = await db
      .selectFrom('inbound_mail')
      .select('sha256')
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailbox)
      .where(
        'sha256',
        'in',
        named.flatMap(({ hash, other }) => [hash, other]),
      )
      .execute()
    return new Set(rows.map(({ sha256 }) => sha256.toString('hex')))
  })
  const fresh = named.filter(({ hash, other }) => {
    if (known.has(hash.toString('hex')) || known.has(other.toString('hex'))) return false
    // The same mail may lie in a file twice.
    known.add(hash.toString('hex'))
    return true
  })
  onStep('looked-up')
  const kept = await blobs.putAll(
    workspace,
    fresh.map(({ mail }) => mail.bytes),
  )
  onStep('blobs-kept')
  if (fresh.length === 0) return { rows: [], raw: new Map(), known: mails.length }
  const raw = new Map<string, Buffer<ArrayBuffer>>()
  const rows = await transaction(store, { workspace }, async (tx) => {
    const made: MailRow[] = []
    const keys = await keepBlobs(tx, kept)
    // Ids of one instant are in no order: sorted, they keep that of the file.
    const ids = fresh.map(() => tx.newId()).sort()
    const wholeSizes = new Map<string, number>()
    for (const [index, { mail }] of fresh.entries()) {
      const [blob, id, blobKey] = [kept[index], ids[index], keys[index]]
      if (blob === undefined || id === undefined || blobKey === undefined) throw new Error('a mail was not kept')
      if (mail.wholeSize !== undefined) wholeSizes.set(id, mail.wholeSize)
      raw.set(id, mail.bytes)
      made.push({
        workspace,
        id,
        mailbox,
        acceptance: randomUUID(),
        receivedAt: Math.min(mail.arrived, tx.now),
        arrivedAt: undefined,
        envelopeFrom: mail.envelopeFrom,
        envelopeTo: address,
        client: undefined,
        blobKey,
        sha256: blob.sha256,
        size: blob.size,
        fence: 1,
        attempts: 1,
        isImported: true,
        isCut: mail.wholeSize !== undefined,
      })
    }
    const written = await tx.db
      .insertInto('inbound_mail')
      .values(
        made.map((row) => ({
          workspace_id: workspace,
          id: row.id,
          mailbox_id: mailbox,
          acceptance_id: row.acceptance,
          received_at: new Date(row.receivedAt),
          envelope_from: row.envelopeFrom,
          envelope_to: address,
          blob_key: row.blobKey,
          sha256: row.sha256,
          size: row.size,
          imported_at: new Date(tx.now),
          whole_size: wholeSizes.get(row.id) ?? null,
          lease_until: new Date(tx.now + leaseMs),
          fence: 1,
          attempts: 1,
        })),
      )
      // Another import of the same may be under way.
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'mailbox_id', 'sha256']).where('imported_at', 'is not', null).doNothing(),
      )
      .returning('id')
      .execute()
    onStep('rows-written')
    const taken = new Set(written.map(({ id }) => id))
    return made.filter(({ id }) => taken.has(id))
  })
  onStep('rows-committed')
  return { rows, raw, known: mails.length - rows.length }
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** With the line ends that mail has on its way: files often keep it without. */
function withCrLf(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/\r?\n/gu, '\r\n'), 'latin1')
}
