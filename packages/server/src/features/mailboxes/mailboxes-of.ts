import type { Transaction } from '../../db/index.ts'

/** A mailbox of the workspace. */
export interface Mailbox {
  readonly id: string
  /** In small letters. */
  readonly address: string
  readonly name: string
  /** That of its customers, where they have one. */
  readonly language: string | null
}

const read = new WeakMap<Transaction, Promise<readonly Mailbox[]>>()

/** The mailboxes of the workspace; asked once per transaction. */
export function mailboxesOf(tx: Transaction): Promise<readonly Mailbox[]> {
  const known = read.get(tx)
  if (known !== undefined) return known
  const asked = tx.db
    .selectFrom('mailbox')
    .select(['id', 'address', 'name', 'language'])
    .where('workspace_id', '=', tx.workspace)
    .execute()
  read.set(tx, asked)
  return asked
}
