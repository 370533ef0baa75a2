import type { Transaction } from '../../db/index.ts'
import { type KeptFailure, keptFailure } from './kept-failure.ts'
import type { Plus } from './plus.ts'

/** An account as people see it: never with its password. Instants: UTC ms. */
export interface AccountState {
  readonly mailbox: string
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string
  readonly folders: readonly { readonly name: string; readonly fetched: number }[]
  readonly since: number | undefined
  /** Name of the provider that lets us in by a consent; undefined: a password does. */
  readonly consent: string | undefined
  readonly fetchedAt: number | undefined
  /** When the first of the failures was that followed one another. */
  readonly failingSince: number | undefined
  readonly failure: (KeptFailure & { readonly nextTry: number | undefined }) | undefined
  /** What is known of its addresses with a plus; null: nothing yet. */
  readonly plus: Plus | null
}

/** The accounts that mail of the workspace is fetched from. */
export async function listMailAccounts(tx: Transaction): Promise<readonly AccountState[]> {
  const { db, workspace } = tx
  const accounts = await db.selectFrom('mail_account').selectAll().where('workspace_id', '=', workspace).execute()
  const folders = await db
    .selectFrom('mail_folder')
    .select(['mailbox_id', 'name', 'fetched'])
    .where('workspace_id', '=', workspace)
    .orderBy('name')
    .execute()
  const consents = await db
    .selectFrom('mail_consent')
    .select(['mailbox_id', 'provider'])
    .where('workspace_id', '=', workspace)
    .execute()
  return accounts.map((row) => {
    const failure = keptFailure(row)
    return {
      mailbox: row.mailbox_id,
      host: row.host,
      port: row.port,
      security: row.security,
      username: row.username,
      folders: folders.flatMap((each) =>
        each.mailbox_id === row.mailbox_id ? [{ name: each.name, fetched: each.fetched }] : [],
      ),
      since: row.since?.getTime(),
      consent: consents.find(({ mailbox_id }) => mailbox_id === row.mailbox_id)?.provider,
      fetchedAt: row.fetched_at?.getTime(),
      failingSince: row.failing_since?.getTime(),
      failure: failure && { ...failure, nextTry: row.next_try?.getTime() },
      plus: row.plus,
    }
  })
}
