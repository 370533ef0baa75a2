import type { FetchedPlace, FolderPlace } from '../../channels/email/index.ts'
import { type Store, transaction } from '../../db/index.ts'
import { keepPlace, type LeasedAccount } from './lease-accounts.ts'

/**
 * Knows a fetched mail again by its bytes where its folder was numbered anew, its mailbox moved to another server, or where it
 * was imported before: its row gets the new number, and the place behind it is kept with that. Of several equal ones each is known once. Answers whether there
 * was one; throws AccountLost.
 */
export function knowAgain(
  store: Store,
  held: LeasedAccount,
  sha256: Buffer,
  { folder, uidValidity, uid }: FetchedPlace,
  behind: FolderPlace,
): Promise<boolean> {
  const { workspace, mailbox } = held
  return transaction(store, { workspace }, async (tx) => {
    const row = await tx.db
      .selectFrom('inbound_mail')
      .select('id')
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailbox)
      .where('sha256', '=', sha256)
      .where(({ and, eb, or }) =>
        or([
          and([eb('folder', '=', folder), eb('uid_validity', '<>', uidValidity)]),
          // Imported, or fetched from an account that the mailbox no longer has: nobody sent it to us.
          and([eb('uid', 'is', null), eb('client_address', 'is', null)]),
        ]),
      )
      .orderBy('received_at')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return false
    await tx.db
      .updateTable('inbound_mail')
      .set({ folder, uid_validity: uidValidity, uid })
      .where('workspace_id', '=', workspace)
      .where('id', '=', row.id)
      .execute()
    await keepPlace(tx, held, folder, behind, { mails: 0, isRenumbered: false })
    return true
  })
}
