import type { Transaction } from '../../../db/index.ts'
import type { Keys } from '../../../secrets/index.ts'
import { isOurMessageId } from './our-message-id.ts'

/**
 * The ticket of a mail of ours that a machine reports on (a bounce, an absence). Our Message-IDs carry a mark, so who names
 * one has had that mail in hand; what joins in this way changes no state.
 */
export async function findReported(
  tx: Transaction,
  keys: Keys,
  references: readonly string[],
): Promise<string | undefined> {
  const ours = [...new Set(references)].filter((id) => isOurMessageId(keys, tx.workspace, id))
  if (ours.length === 0) return undefined
  const found = await tx.db
    .selectFrom('mail_reference')
    .select('ticket_id')
    .where('workspace_id', '=', tx.workspace)
    .where('message_id', 'in', ours)
    .orderBy('ticket_id', 'desc')
    .executeTakeFirst()
  return found?.ticket_id
}
