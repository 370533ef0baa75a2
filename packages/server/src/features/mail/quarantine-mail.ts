import type { MailRow } from '../../channels/email/index.ts'
import { type Store, transaction } from '../../db/index.ts'
import { raiseAttention } from '../attention/index.ts'
import type { Settled } from './settle-mails.ts'

/**
 * Sets a mail aside for a person: its bytes stay, the list of mail shows it with the reason, and it asks for attention.
 * `detail`: a word of the parser's catalogue.
 */
export async function quarantineMail(
  store: Store,
  { workspace, id, fence }: MailRow,
  { reason, detail }: { readonly reason: 'unreadable' | 'limits' | 'too-large' | 'failed'; readonly detail: string },
): Promise<Settled> {
  return transaction(store, { workspace }, async (tx) => {
    const changed = await tx.db
      .updateTable('inbound_mail')
      .set({ outcome: 'quarantined', reason, settled_at: new Date(tx.now), lease_until: null })
      .where('workspace_id', '=', workspace)
      .where('id', '=', id)
      .where('fence', '=', fence)
      .where('outcome', 'is', null)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return 'lost'
    await raiseAttention(tx, {
      once: `mail-quarantined ${id}`,
      code: 'mail-quarantined',
      data: { mail: id, reason, detail },
    })
    return 'quarantined'
  })
}
