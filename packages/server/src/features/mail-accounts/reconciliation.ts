import type { FetchedPlace } from '../../channels/email/index.ts'
import { type Store, type Transaction, transaction } from '../../db/index.ts'
import { holdFast, type LeasedAccount } from './lease-accounts.ts'

const DAY = 86_400_000

/** What comparing a folder with what was kept of it found: `there` = `known` + `fetched` + `failed`. */
export interface Reconciliation {
  /** Mails that lie there since the account was set. */
  readonly there: number
  /** Of these, kept already. */
  readonly known: number
  /** Were missing, and are kept now. */
  readonly fetched: number
  /** Are missing, and could not be fetched. */
  readonly failed: number
  /** Kept, and no longer there. */
  readonly gone: number
}

/** The numbers of a folder's mails that are kept; undefined where it was compared within the last day. */
export function keptUids(
  store: Store,
  { workspace, mailbox }: LeasedAccount,
  { folder, uidValidity }: Omit<FetchedPlace, 'uid'>,
): Promise<ReadonlySet<number> | undefined> {
  return transaction(store, { workspace }, async ({ db, now }) => {
    const row = await db
      .selectFrom('mail_folder')
      .select('reconciled_at')
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailbox)
      .where('name', '=', folder)
      .executeTakeFirst()
    if (row === undefined || (row.reconciled_at !== null && row.reconciled_at.getTime() > now - DAY)) return undefined
    const rows = await db
      .selectFrom('inbound_mail')
      .select('uid')
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailbox)
      .where('folder', '=', folder)
      .where('uid_validity', '=', uidValidity)
      .where('uid', 'is not', null)
      .execute()
    return new Set(rows.flatMap(({ uid }) => (uid === null ? [] : [uid])))
  })
}

/**
 * Notes where a mail lies that was kept before its number was: the same bytes in the same mailbox, without a number yet.
 * Answers whether there was one.
 */
export function noteNumber(
  store: Store,
  { workspace, mailbox }: LeasedAccount,
  sha256: Buffer,
  { folder, uidValidity, uid }: FetchedPlace,
): Promise<boolean> {
  return transaction(store, { workspace }, async ({ db }) => {
    const row = await db
      .selectFrom('inbound_mail')
      .select('id')
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailbox)
      .where('sha256', '=', sha256)
      .where('uid', 'is', null)
      .orderBy('received_at')
      .limit(1)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return false
    await db
      .updateTable('inbound_mail')
      .set({ folder, uid_validity: uidValidity, uid })
      .where('workspace_id', '=', workspace)
      .where('id', '=', row.id)
      .execute()
    return true
  })
}

/** Keeps what was found. Throws AccountLost. */
export function keepReconciliation(
  store: Store,
  held: LeasedAccount,
  folder: string,
  found: Reconciliation,
): Promise<void> {
  return transaction(store, { workspace: held.workspace }, async (tx) => {
    await holdFast(tx, held)
    await tx.db
      .updateTable('mail_folder')
      .set({ reconciled_at: new Date(tx.now), reconciliation: JSON.stringify(found) })
      .where('workspace_id', '=', tx.workspace)
      .where('mailbox_id', '=', held.mailbox)
      .where('name', '=', folder)
      .execute()
  })
}

/** Numbers of an account that is no longer fetched from say nothing of another that comes after it. */
export async function forgetNumbers({ db, workspace }: Transaction, mailbox: string): Promise<void> {
  await db
    .updateTable('inbound_mail')
    .set({ folder: null, uid_validity: null, uid: null })
    .where('workspace_id', '=', workspace)
    .where('mailbox_id', '=', mailbox)
    .where('uid', 'is not', null)
    .execute()
}
