import { sql } from 'kysely'
import type { Transaction } from '../../../db/index.ts'

/** A message that left its ticket, and where it is now. */
export interface MovedMail {
  readonly from: { readonly ticket: string; readonly seq: number }
  readonly to: { readonly ticket: string; readonly seq: number }
}

/** Has the Message-IDs of messages follow them to their tickets, so that what answers them goes there. */
export async function moveReferences(tx: Transaction, moved: readonly MovedMail[]): Promise<void> {
  const rows = moved.map(({ from, to }) => ({
    from_ticket: from.ticket,
    from_seq: from.seq,
    to_ticket: to.ticket,
    to_seq: to.seq,
  }))
  await sql`
    with gone as (
      delete from mail_reference r
       using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
               as n (from_ticket uuid, from_seq bigint, to_ticket uuid, to_seq bigint)
       where r."workspace_id" = ${tx.workspace} and r.ticket_id = n.from_ticket and r.seq = n.from_seq
      returning r.message_id, n.to_ticket, n.to_seq)
    insert into mail_reference ("workspace_id", message_id, ticket_id, seq)
    select ${tx.workspace}, message_id, to_ticket, to_seq from gone
    on conflict ("workspace_id", message_id, ticket_id) do nothing`.execute(tx.db)
}
