import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { forgetMailboxes } from './mailboxes-of.ts'

/** The company's name, which its mailboxes write under where they have none of their own. */
export async function companyName(tx: Transaction): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from control.workspace where id = ${tx.workspace}`.execute(tx.db)
  return rows[0]?.name ?? ''
}

/** Mailboxes that write in the company's name do so under its new one; those with a name of their own keep it. */
export async function followCompanyName(tx: Transaction, before: string, after: string): Promise<void> {
  await tx.db
    .updateTable('mailbox')
    .set({ name: after })
    .where('workspace_id', '=', tx.workspace)
    .where('name', '=', before)
    .execute()
  forgetMailboxes(tx)
}
