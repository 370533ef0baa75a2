import type { MailServerFailure } from '@avow/contract'
import { type Store, transaction } from '../../db/index.ts'
import { raiseAttention, settleAttention } from '../attention/index.ts'

/** What attention to a mailbox whose mail cannot leave is about. */
export const cannotSend = (mailbox: string): string => `mail-cannot-leave ${mailbox}`

/**
 * Writes down how the server of a mailbox did: what stands in the way, with a person's attention asked for, or that nothing
 * does any more.
 */
export async function noteSender(
  store: Store,
  workspace: string,
  mailbox: string,
  failure: MailServerFailure | undefined,
): Promise<void> {
  await transaction(store, { workspace }, async (tx) => {
    const update = tx.db
      .updateTable('mail_sender')
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailbox)
    if (failure === undefined) {
      const [mended] = await update
        .set({ failed_at: null, failure: null, said: null })
        .where('failed_at', 'is not', null)
        .execute()
      if ((mended?.numUpdatedRows ?? 0n) > 0n) await settleAttention(tx, [cannotSend(mailbox)])
      return
    }
    const { code, said } = failure
    const [failed] = await update.set({ failed_at: new Date(tx.now), failure: code, said }).execute()
    // It was removed meanwhile.
    if ((failed?.numUpdatedRows ?? 0n) === 0n) return
    const { address } = await tx.db
      .selectFrom('mailbox')
      .select('address')
      .where('workspace_id', '=', workspace)
      .where('id', '=', mailbox)
      .executeTakeFirstOrThrow()
    await raiseAttention(tx, { once: cannotSend(mailbox), code: 'mail-cannot-leave', data: { address, failure: code } })
  })
}
