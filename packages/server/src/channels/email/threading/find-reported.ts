import { type MergedTicket, mergeChain, type Transaction } from '../../../db/index.ts'
import type { Keys } from '../../../secrets/index.ts'
import { isOurMessageId } from './our-message-id.ts'

export interface Reported {
  readonly named: MergedTicket
  /** Where it was merged into, else itself. */
  readonly last: MergedTicket
  readonly messageId: string
}

/**
 * The ticket of a mail of ours that a machine reports on (a bounce, an absence). Our Message-IDs carry a mark, so who names
 * one has had that mail in hand; what joins in this way changes no state.
 */
export async function findReported(
  tx: Transaction,
  keys: Keys,
  references: readonly string[],
): Promise<Reported | undefined> {
  const ours = [...new Set(references)].filter((id) => isOurMessageId(keys, tx.workspace, id))
  if (ours.length === 0) return undefined
  const found = await tx.db
    .selectFrom('mail_reference as r')
    .innerJoin('ticket as t', (join) =>
      join
        .on('t.workspace_id', '=', tx.workspace)
        .onRef('t.workspace_id', '=', 'r.workspace_id')
        .onRef('t.id', '=', 'r.ticket_id'),
    )
    .select(['t.id', 't.number', 't.merged_id', 'r.message_id as messageId'])
    .where('r.workspace_id', '=', tx.workspace)
    .where('r.message_id', 'in', ours)
    .orderBy('t.id', 'desc')
    .executeTakeFirst()
  if (found === undefined) return undefined
  const { messageId, ...named } = found
  return { named, last: (await mergeChain(tx, named)).at(-1) ?? named, messageId }
}
