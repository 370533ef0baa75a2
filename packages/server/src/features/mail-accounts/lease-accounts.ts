import type { MailServerFailure } from '@avow/contract'
import { type RawBuilder, sql } from 'kysely'
import type { FolderPlace } from '../../channels/email/index.ts'
import { type Store, type Transaction, transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { type MailAccount, openSignIn, type StoredSignIn } from './account.ts'

/** An account that this process alone fetches from, until its lease ends. */
export interface LeasedAccount {
  readonly workspace: string
  readonly mailbox: string
  readonly address: string
  readonly fence: number
  /** How often it failed, one after the other. */
  readonly failures: number
  /** Undefined where its password does not open: the installation has other keys. */
  readonly account: (Pick<MailAccount, 'host' | 'port' | 'security' | 'since'> & StoredSignIn) | undefined
  readonly folders: readonly { readonly name: string; readonly place: FolderPlace }[]
}

/** What this process holds no longer: another took it, or it was changed or removed. */
export class AccountLost extends Error {}

/** Takes the accounts of a workspace that are due and that nobody else holds. */
export async function leaseAccounts(
  store: Store,
  keys: Keys,
  workspace: string,
  leaseMs: number,
): Promise<readonly LeasedAccount[]> {
  return transaction(store, { workspace }, async (tx) => {
    const { rows } = await sql<{ mailbox_id: string }>`
      update mail_account set lease_until = ${new Date(tx.now + leaseMs)}, fence = fence + 1
       where "workspace_id" = ${workspace} and mailbox_id in (
         select mailbox_id from mail_account
          where "workspace_id" = ${workspace} and (lease_until is null or lease_until <= ${new Date(tx.now)})
            and (next_try is null or next_try <= ${new Date(tx.now)})
            for update skip locked)
      returning mailbox_id`.execute(tx.db)
    return Promise.all(rows.map(({ mailbox_id }) => readAccount(tx, keys, mailbox_id)))
  })
}

async function readAccount(tx: Transaction, keys: Keys, mailbox: string): Promise<LeasedAccount> {
  const { workspace } = tx
  const row = await tx.db
    .selectFrom('mail_account as account')
    .innerJoin('mailbox', (join) =>
      join.onRef('mailbox.workspace_id', '=', 'account.workspace_id').onRef('mailbox.id', '=', 'account.mailbox_id'),
    )
    .selectAll('account')
    .select('mailbox.address')
    .where('account.workspace_id', '=', workspace)
    .where('account.mailbox_id', '=', mailbox)
    .executeTakeFirstOrThrow()
  const folders = await tx.db
    .selectFrom('mail_folder')
    .select(['name', 'uid_validity', 'last_uid'])
    .where('workspace_id', '=', workspace)
    .where('mailbox_id', '=', mailbox)
    .orderBy('name')
    .execute()
  const { host, port, security } = row
  const signIn = openSignIn(keys, mailbox, row)
  const since = row.since?.getTime()
  return {
    workspace,
    mailbox,
    address: row.address,
    fence: row.fence,
    failures: row.failures,
    account: signIn && { host, port, security, ...signIn, since },
    folders: folders.map(({ name, uid_validity: uidValidity, last_uid: lastUid }) => ({
      name,
      place: { uidValidity, lastUid },
    })),
  }
}

/** Holds it for longer. Throws AccountLost. */
export function renewLease(store: Store, held: LeasedAccount, leaseMs: number): Promise<void> {
  return transaction(store, { workspace: held.workspace }, (tx) =>
    change(tx, held, { lease_until: new Date(tx.now + leaseMs) }),
  )
}

/** All that lies there was fetched. Throws AccountLost. */
export function noteFetched(store: Store, held: LeasedAccount): Promise<void> {
  return transaction(store, { workspace: held.workspace }, (tx) =>
    change(tx, held, {
      fetched_at: new Date(tx.now),
      failed_at: null,
      failing_since: null,
      failures: 0,
      failure: null,
      said: null,
      next_try: null,
    }),
  )
}

/** Lets go of it; where it failed it is tried again after `waitMs`. Another may hold it by now: that is no fault. */
export async function giveAccountBack(
  store: Store,
  held: LeasedAccount,
  trouble?: { readonly failure: MailServerFailure; readonly waitMs: number },
): Promise<void> {
  await transaction(store, { workspace: held.workspace }, (tx) => {
    const failed = trouble && {
      failed_at: new Date(tx.now),
      failing_since: sql<Date>`coalesce(failing_since, ${new Date(tx.now)})`,
      failures: held.failures + 1,
      failure: trouble.failure.code,
      said: trouble.failure.said,
      next_try: new Date(tx.now + trouble.waitMs),
    }
    return change(tx, held, { lease_until: null, ...failed })
  }).catch((error: unknown) => {
    if (!(error instanceof AccountLost)) throw error
  })
}

/** Keeps how far a folder was fetched, in the transaction of the mail that lies before. Throws AccountLost. */
export async function keepPlace(
  tx: Transaction,
  held: LeasedAccount,
  folder: string,
  { uidValidity, lastUid }: FolderPlace,
  kept: { readonly mails: number; readonly isRenumbered: boolean },
): Promise<void> {
  await change(tx, held, {})
  await tx.db
    .updateTable('mail_folder')
    .set((eb) => ({
      uid_validity: uidValidity,
      last_uid: lastUid,
      fetched: eb('fetched', '+', kept.mails),
      renumbered: eb('renumbered', '+', kept.isRenumbered ? 1 : 0),
    }))
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', held.mailbox)
    .where('name', '=', folder)
    .execute()
}

/** Locks an account that is still ours. Throws AccountLost. */
export function holdFast(tx: Transaction, held: LeasedAccount): Promise<void> {
  return change(tx, held, {})
}

/** Changes the account only where its fence is still ours, and locks it. */
async function change(
  tx: Transaction,
  { mailbox, fence }: LeasedAccount,
  set: {
    readonly lease_until?: Date | null
    readonly fetched_at?: Date
    readonly failed_at?: Date | null
    readonly failing_since?: RawBuilder<Date> | null
    readonly failures?: number
    readonly failure?: string | null
    readonly said?: string | null
    readonly next_try?: Date | null
  },
): Promise<void> {
  const rows = await tx.db
    .updateTable('mail_account')
    .set({ ...set, fence })
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .where('fence', '=', fence)
    .returning('mailbox_id')
    .execute()
  if (rows.length === 0) throw new AccountLost(`mail account ${mailbox} is held by another`)
}
