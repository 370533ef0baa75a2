import type { Transaction } from '../../db/index.ts'

/** Mail to this address comes back for good: automatic mail to it is held from now on. */
export async function markUnreachable(tx: Transaction, address: string, status: string | null): Promise<void> {
  await tx.db
    .updateTable('person')
    .set({ unreachable_since: new Date(tx.now), unreachable_status: status })
    .where('workspace_id', '=', tx.workspace)
    .where('email', '=', address.toLowerCase())
    .where('unreachable_since', 'is', null)
    .execute()
}

/** Somebody says that this address takes mail again. */
export async function markReachable(tx: Transaction, address: string): Promise<void> {
  await tx.db
    .updateTable('person')
    .set({ unreachable_since: null, unreachable_status: null })
    .where('workspace_id', '=', tx.workspace)
    .where('email', '=', address.toLowerCase())
    .execute()
}

/** Which of these addresses, in small letters, take no mail. */
export async function unreachableOf(tx: Transaction, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('person')
    .select('email')
    .where('workspace_id', '=', tx.workspace)
    .where('email', 'in', addresses)
    .where('unreachable_since', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ email }) => email ?? []))
}

/** Since when an address takes no mail (UTC ms), and by which status; undefined where it does, as far as is known. */
export async function unreachableSince(
  tx: Transaction,
  address: string,
): Promise<{ readonly since: number; readonly status: string | null } | undefined> {
  const found = await tx.db
    .selectFrom('person')
    .select(['unreachable_since', 'unreachable_status'])
    .where('workspace_id', '=', tx.workspace)
    .where('email', '=', address.toLowerCase())
    .where('unreachable_since', 'is not', null)
    .executeTakeFirst()
  return found?.unreachable_since == null
    ? undefined
    : { since: found.unreachable_since.getTime(), status: found.unreachable_status }
}
