import { sql } from 'kysely'
import { traceOf } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

/** Has the rows of mails follow their messages to another ticket; each says that somebody moved it. By ids of events. */
export async function followMail(
  tx: Transaction,
  from: TicketAtHand,
  to: string,
  moved: readonly { readonly was: string; readonly is: string }[],
): Promise<void> {
  const trace = traceOf('moved', { ticket: from.number })
  await sql`
    update inbound_mail m set ticket_id = ${to}, event_id = n."is", trace = ${JSON.stringify(trace)}::jsonb
      from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as n (was text, "is" text)
     where m."workspace_id" = ${tx.workspace} and m.event_id = n.was`.execute(tx.db)
}
