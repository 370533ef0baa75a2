import type { CompanyAddress, MailAccount, MailSender } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { type AccountState, listMailAccounts } from '../mail-accounts/index.ts'
import { listMailSenders, type SenderState } from '../mail-senders/index.ts'
import { mailboxesOf } from './mailboxes-of.ts'

/** The addresses of the workspace, the one that answers first; with old ones at which mail still comes in. */
export async function listAddresses(tx: Transaction): Promise<CompanyAddress[]> {
  const { rows } = await sql<{ address: string; mailbox_id: string }>`
    select address, mailbox_id from control.mailbox_address
     where workspace_id = ${tx.workspace} order by address`.execute(tx.db)
  const accounts = await listMailAccounts(tx)
  const senders = await listMailSenders(tx)
  const inUse = (await mailboxesOf(tx)).filter(({ isRemoved }) => !isRemoved)
  return inUse.map(({ id, address, name, authservId }, index) => ({
    id,
    address,
    name,
    answers: index === 0,
    also: rows.flatMap((row) => (row.mailbox_id === id && row.address !== address ? [row.address] : [])),
    verified_by: authservId,
    account: presentAccount(accounts.find(({ mailbox }) => mailbox === id)),
    sender: presentSender(senders.find(({ mailbox }) => mailbox === id)),
  }))
}

/** An account as the API tells it; null where there is none. */
export function presentAccount(account: AccountState | undefined): MailAccount | null {
  if (account === undefined) return null
  const { host, port, security, username, folders, since, consent, fetchedAt, failure, plus } = account
  const at = (instant: number | undefined): string | null => (instant === undefined ? null : formatInstant(instant))
  return {
    host,
    port,
    security,
    username,
    folders: folders.map((folder) => ({ ...folder })),
    since: at(since),
    consent: consent === undefined ? null : { provider: consent },
    fetched_at: at(fetchedAt),
    failure:
      failure === undefined
        ? null
        : { code: failure.code, said: failure.said, at: formatInstant(failure.at), next_try: at(failure.nextTry) },
    plus,
  }
}

function presentSender(sender: SenderState | undefined): MailSender | null {
  if (sender === undefined) return null
  const { host, port, security, signIn, username, failure } = sender
  return {
    host,
    port,
    security,
    sign_in: signIn,
    username: username ?? null,
    failure: failure === undefined ? null : { code: failure.code, said: failure.said, at: formatInstant(failure.at) },
  }
}
