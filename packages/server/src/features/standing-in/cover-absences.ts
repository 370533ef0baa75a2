import { type NewEvent, type Store, transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { absentAt, deputyOf, disabledStaff } from '../absences/index.ts'
import { tellNewTime } from '../acknowledgements/index.ts'
import { raiseAttention, tellPeople } from '../attention/index.ts'
import { lockLeftTickets } from './lock-left-tickets.ts'

export interface CoverOptions {
  readonly workspace: string
  /** Tickets of one transaction. */
  readonly most: number
  readonly keys: Keys
  /** Address in links of mails, without a slash at its end; empty where there is none. */
  readonly publicUrl: string
}

/** What an attention item about a ticket that nobody stands in for is about. */
export const unattended = (ticket: string): string => `unattended/${ticket}`

/**
 * No promise runs with somebody who is away: tickets on which one does go to whoever stands in, else back to their team, and
 * somebody is asked to see to them. It acts when an absence begins and when a customer writes on a ticket of somebody away;
 * done again, it finds nothing. The customer is told by when somebody answers, where they were not told it already. Answers
 * how many tickets it took; all of one transaction.
 */
export function coverAbsences(store: Store, { workspace, most, keys, publicUrl }: CoverOptions): Promise<number> {
  return transaction(store, { workspace }, async (tx) => {
    const left = await lockLeftTickets(tx, most)
    if (left.length === 0) return 0
    const absent = await absentAt(tx, tx.now)
    const disabled = await disabledStaff(tx)
    const events: NewEvent[] = []
    for (const { id: ticket, assignee, team } of left) {
      const to = deputyOf(assignee, absent, disabled)
      const event = tx.newId()
      events.push({
        id: event,
        ticket,
        type: 'ticket.assigned',
        by: 'system',
        machine: 'avow',
        persons: { from: assignee, ...(to === undefined ? {} : { to }) },
        fields: { reason: 'away', ...(team === null ? {} : { team }) },
      })
      if (to === undefined) await raiseAttention(tx, { once: unattended(ticket), code: 'unattended', ticket })
      else await tellPeople(tx, { people: [to], once: event, code: 'stands-in', ticket })
    }
    await tx.appendAll(events)
    await tellNewTime(
      tx,
      left.map(({ id, number }) => ({ ticket: id, number })),
      { keys, publicUrl },
    )
    return left.length
  })
}
