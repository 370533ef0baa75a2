import type { Scorecard } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { writeAudit } from '../audit/index.ts'
import type { Author, TicketAtHand } from '../tickets/index.ts'
import { isAnswered, valuesOf } from './read-scorecard.ts'

export interface SaidOfValue {
  readonly value: string
  readonly shown: NonNullable<Scorecard['questions'][number]['said']>['shown']
  readonly note: string
}

/**
 * Somebody says whether the answers on a ticket showed a value; what was said of it before is replaced. Throws `not-found`
 * for a value that the ticket's charter does not have, `cannot-be` where nobody has answered yet.
 */
export async function sayOfScorecard(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  { value, shown, note }: SaidOfValue,
): Promise<void> {
  if (!(await valuesOf(tx, ticket.id)).some(({ id }) => id === value))
    throw new Refusal('not-found', `The charter of ticket ${ticket.number} has no value ${value}.`)
  if (!(await isAnswered(tx, ticket.id)))
    throw new Refusal('cannot-be', `Nobody has answered ticket ${ticket.number} yet: there is no answer to look at.`)
  const said = { shown, note, said_by: author.person ?? null, said_at: new Date(tx.now) }
  await tx.db
    .insertInto('scorecard')
    .values({ workspace_id: tx.workspace, ticket_id: ticket.id, value, ...said })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'ticket_id', 'value']).doUpdateSet(said))
    .execute()
  writeAudit(tx, {
    action: 'scorecard.said',
    actor: author.machine,
    person: author.person,
    ticket: ticket.id,
    data: { value, shown },
  })
}
