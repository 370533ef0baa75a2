import { sql } from 'kysely'
import type { Transaction } from '../../../db/index.ts'

/** Longer ids, or ids with other characters, are nobody's that a program makes; and an index has no room for them. */
const ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>$/

/** A mail that came or went, on its ticket. */
export interface Reference {
  readonly messageId: string
  readonly ticket: string
  /** Of its event. */
  readonly seq: number
}

/** Can a mail of this Message-ID be named by others? */
export function isReferable(messageId: string): boolean {
  return ID.test(messageId)
}

/** Notes the Message-IDs of mails that came or went, so that what names them finds their tickets. */
export async function noteReferences(tx: Transaction, references: readonly Reference[]): Promise<void> {
  const rows = references
    .filter(({ messageId }) => isReferable(messageId))
    .map(({ messageId, ticket, seq }) => ({
      workspace_id: tx.workspace,
      message_id: messageId,
      ticket_id: ticket,
      seq,
    }))
  if (rows.length === 0) return
  await tx.db
    .insertInto('mail_reference')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'message_id', 'ticket_id']).doNothing())
    .execute()
}

/** Headers of mail may not grow for ever. */
const MOST = 20

/**
 * The mails of a ticket up to an event of it, oldest first; of many the first and the latest. Not those of whoever takes no
 * part in it: what is sent to the customer names nothing that they were not sent or did not send.
 */
export async function referencesOf(tx: Transaction, ticket: string, upTo: number): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('mail_reference as m')
    .leftJoin('event as e', (join) =>
      join
        .on('e.workspace_id', '=', tx.workspace)
        .onRef('e.workspace_id', '=', 'm.workspace_id')
        .onRef('e.ticket_id', '=', 'm.ticket_id')
        .onRef('e.seq', '=', 'm.seq'),
    )
    .select('m.message_id')
    .where('m.workspace_id', '=', tx.workspace)
    .where('m.ticket_id', '=', ticket)
    .where('m.seq', '<=', upTo)
    .where(sql<boolean>`e.envelope->>'doubt' is distinct from 'not-a-participant'`)
    .orderBy('m.seq')
    .orderBy('m.message_id')
    .execute()
  const ids = rows.map(({ message_id }) => message_id)
  return ids.length <= MOST ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MOST)]
}
