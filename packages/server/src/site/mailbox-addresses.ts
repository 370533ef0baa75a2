import type { Transaction } from '../db/index.ts'

/** More than anybody chooses among. */
const MOST = 3

/** Addresses that take mail, the first first. */
export async function mailboxAddresses(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('mailbox')
    .select('address')
    .where('workspace_id', '=', tx.workspace)
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map(({ address }) => address)
}
