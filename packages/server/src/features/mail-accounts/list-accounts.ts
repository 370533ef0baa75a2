import { IMAP_FAILURES, type ImapFailureCode } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'

/** An account as people see it: never with its password. Instants: UTC ms. */
export interface AccountState {
  readonly mailbox: string
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string
  readonly folders: readonly { readonly name: string; readonly fetched: number }[]
  readonly since: number | undefined
  readonly fetchedAt: number | undefined
  readonly failure:
    | {
        readonly code: ImapFailureCode
        readonly said: string
        readonly at: number
        readonly nextTry: number | undefined
      }
    | undefined
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
  return accounts.map((row) => ({
    mailbox: row.mailbox_id,
    host: row.host,
    port: row.port,
    security: row.security,
    username: row.username,
    folders: folders.flatMap((each) =>
      each.mailbox_id === row.mailbox_id ? [{ name: each.name, fetched: each.fetched }] : [],
    ),
    since: row.since?.getTime(),
    fetchedAt: row.fetched_at?.getTime(),
    failure:
      row.failed_at === null
        ? undefined
        : {
            code: IMAP_FAILURES.find((code) => code === row.failure) ?? 'other',
            said: row.said ?? '',
            at: row.failed_at.getTime(),
            nextTry: row.next_try?.getTime(),
          },
  }))
}
