import type { Transaction } from '../../db/index.ts'

/** From not at all well to very well. */
export const SCORES = [1, 2, 3, 4, 5] as const
export type Score = (typeof SCORES)[number]

/** The customer’s rating of a ticket. Each is an event; the last one counts. The same as the last changes nothing. */
export async function rateTicket(tx: Transaction, ticket: string, score: Score): Promise<void> {
  await tx.heads.lock([ticket])
  const { customer_id: customer, rating } = await tx.db
    .selectFrom('ticket')
    .select(['customer_id', 'rating'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', ticket)
    .executeTakeFirstOrThrow()
  if (rating === score) return
  await tx.append({
    id: tx.newId(),
    ticket,
    type: 'ticket.rated',
    by: 'customer',
    ...(customer === null ? {} : { person: customer }),
    fields: { score },
  })
}
