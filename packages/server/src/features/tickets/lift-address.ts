import type { Transaction } from '../../db/index.ts'
import { writeAudit } from '../audit/index.ts'
import { letGoHeld, markReachable, unreachableOf } from '../outbox/index.ts'
import type { Author } from './author.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

/** Somebody says that mail to the customer's address may leave: it takes mail again, and what was held back on the ticket goes. */
export async function liftAddress(
  tx: Transaction,
  { id: ticket, customer }: TicketAtHand,
  { person, machine }: Author,
): Promise<void> {
  const address = customer?.email?.toLowerCase()
  const wasDead = address !== undefined && (await unreachableOf(tx, [address])).size > 0
  if (address !== undefined && wasDead) await markReachable(tx, address)
  const letGo = await letGoHeld(tx, ticket)
  if (!wasDead && letGo === 0) return
  const data = { was_dead: wasDead, let_go: letGo }
  writeAudit(tx, { action: 'address.lifted', actor: machine, person, ticket, data })
}
