import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'

/**
 * Lets mail to an address (in small letters) come to a mailbox. An old address of another mailbox of the workspace is taken
 * from it. Throws `name-taken` where a mailbox has the address, or another workspace.
 */
export async function leadAddress(tx: Transaction, mailbox: string, address: string): Promise<void> {
  const other = await tx.db
    .selectFrom('mailbox')
    .select('removed_at')
    .where('workspace_id', '=', tx.workspace)
    .where('address', '=', address)
    .where('id', '<>', mailbox)
    .executeTakeFirst()
  if (other !== undefined)
    throw taken(
      address,
      other.removed_at === null ? 'You have this address already.' : 'You had this address. Add it again.',
    )
  const { rows } = await sql`
    insert into control.mailbox_address (address, workspace_id, mailbox_id)
    values (${address}, ${tx.workspace}, ${mailbox})
    on conflict (address) do update set mailbox_id = excluded.mailbox_id
      where mailbox_address.workspace_id = ${tx.workspace}
    returning address`.execute(tx.db)
  if (rows.length === 0) throw taken(address, 'Another workspace has this address.')
}

export function taken(address: string, message: string): Refusal {
  return new Refusal('name-taken', message, { at: [{ path: 'address', message: 'is taken', typed: address }] })
}
