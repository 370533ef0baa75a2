import type { CompanyAddress } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { mailboxesOf } from './mailboxes-of.ts'

/** The addresses of the workspace, the one that answers first; with old ones at which mail still comes in. */
export async function listAddresses(tx: Transaction): Promise<CompanyAddress[]> {
  const { rows } = await sql<{ address: string; mailbox_id: string }>`
    select address, mailbox_id from control.mailbox_address
     where workspace_id = ${tx.workspace} order by address`.execute(tx.db)
  const inUse = (await mailboxesOf(tx)).filter(({ isRemoved }) => !isRemoved)
  return inUse.map(({ id, address, name }, index) => ({
    id,
    address,
    name,
    answers: index === 0,
    also: rows.flatMap((row) => (row.mailbox_id === id && row.address !== address ? [row.address] : [])),
  }))
}
