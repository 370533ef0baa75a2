import type { Entry } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import { entryOf } from './entry-of-event.ts'
import { readAbsorbed } from './read-absorbed.ts'
import { readBeside } from './read-beside.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

/**
 * What happened on a ticket, and what was said on those of the same customer that were merged into it; the first first.
 * What another customer wrote on a merged ticket is not among it.
 */
export async function readSaid(tx: Transaction, { id, customer }: TicketAtHand): Promise<readonly Entry[]> {
  const beside = await readBeside(tx, id, null)
  const own = beside.events.map((event) => entryOf(event, beside))
  if (beside.absorbed.length === 0) return own
  const absorbed = await readAbsorbed(tx, beside.absorbed)
  const theirs = absorbed.filter((each) => each.customer !== null && each.customer.id === customer?.id)
  return [...own, ...theirs.flatMap(({ entries }) => entries)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}
