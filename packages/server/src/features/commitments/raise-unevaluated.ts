import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import type { Reckoning } from './reckon-ticket.ts'

/** A rule that could not be evaluated on a ticket needs a person: raised once. Its text may hold a value, so it is not kept. */
export async function raiseUnevaluated(tx: Transaction, reckonings: readonly Reckoning[]): Promise<void> {
  const raised = reckonings.flatMap(({ log: { ticket }, decision: { unevaluated } }) =>
    unevaluated.map(({ clause, code }) => ({
      id: tx.newId(),
      once: `unevaluated/${ticket}/${clause ?? ''}/${code}`,
      ticket_id: ticket,
      data: { clause, code },
    })),
  )
  if (raised.length === 0) return
  const unique = [...new Map(raised.map((row) => [row.once, row])).values()]
  await sql`
    insert into attention ("workspace_id", id, once, code, ticket_id, data, raised_at)
    select ${tx.workspace}, n.id, n.once, 'rule-unevaluated', n.ticket_id, n.data, ${new Date(tx.now)}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(unique)}::jsonb) as n (id uuid, once text, ticket_id uuid, data jsonb)
    on conflict ("workspace_id", once) do nothing`.execute(tx.db)
}
