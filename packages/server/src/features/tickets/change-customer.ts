import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Author } from './author.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

/**
 * What is known of a ticket's customer: their zone, by its IANA name; null: it is not known. Times are told to them by it, on
 * all of their tickets. Throws `bad-request` for what is no zone, and `cannot-be` where the ticket has no customer any more.
 */
export async function changeCustomer(
  tx: Transaction,
  { customer }: TicketAtHand,
  _: Author,
  { zone }: { readonly zone: string | null },
): Promise<void> {
  if (customer === undefined) throw new Refusal('cannot-be', 'This ticket has no customer whose zone could be known.')
  if (zone !== null && !isZone(zone)) {
    const message = `“${zone}” is no time zone. Zones have names such as Europe/Rome.`
    throw new Refusal('bad-request', message, { at: [{ path: 'zone', message, typed: zone }] })
  }
  await tx.db
    .updateTable('person')
    .set({ zone })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', customer.id)
    .execute()
}

/** A name of the zone data, never a mere offset: what is told by one is wrong after the next change of the clocks. */
function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
