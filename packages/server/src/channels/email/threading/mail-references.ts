import type { Transaction } from '../../../db/index.ts'

/** Longer ids, or ids with other characters, are nobody's that a program makes; and an index has no room for them. */
const ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>$/

/** Notes the Message-ID of a mail that came or went, so that what names it finds the ticket. `seq`: of its event. */
export async function noteReference(
  tx: Transaction,
  { messageId, ticket, seq }: { readonly messageId: string; readonly ticket: string; readonly seq: number },
): Promise<void> {
  if (!ID.test(messageId)) return
  await tx.db
    .insertInto('mail_reference')
    .values({ workspace_id: tx.workspace, message_id: messageId, ticket_id: ticket, seq })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'message_id', 'ticket_id']).doNothing())
    .execute()
}

/** Headers of mail may not grow for ever. */
const MOST = 20

/** The mails of a ticket up to an event of it, oldest first; of many the first and the latest. */
export async function referencesOf(tx: Transaction, ticket: string, upTo: number): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('mail_reference')
    .select('message_id')
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', ticket)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .orderBy('message_id')
    .execute()
  const ids = rows.map(({ message_id }) => message_id)
  return ids.length <= MOST ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MOST)]
}
