import type { AppendedEvent, EventHandler, Transaction } from '../../db/index.ts'
import { putBreaches, removeBreaches, storedBreaches } from './breach-rows.ts'
import { reckonBreaches } from './reckon-breaches.ts'

/** By transaction: the seq up to which each ticket was looked at in it. */
const seen = new WeakMap<Transaction, Map<string, number>>()

/**
 * Keeps why promises broke as the log has it: written with the verdict, and reckoned again with what happens on the ticket
 * until the promise is fulfilled. Runs behind settleTickets; a ticket on which nothing is broken costs nothing.
 */
export const recordBreaches: EventHandler = async (events, tx) => {
  const upTo = seen.get(tx) ?? new Map<string, number>()
  seen.set(tx, upTo)
  const tickets = new Set<string>()
  for (const event of events)
    if (event.seq > (upTo.get(event.ticket) ?? 0) && mayConcern(tx, event)) tickets.add(event.ticket)
  for (const ticket of tickets) upTo.set(ticket, tx.heads.of(ticket).seq)
  await writeBreaches(tx, [...tickets])
}

function mayConcern(tx: Transaction, { ticket, type }: AppendedEvent): boolean {
  if (type === 'commitment.broken' || type === 'commitment.corrected') return true
  return (tx.heads.stateOf(ticket)?.broken ?? 0) > 0
}

/** Reckons why the promises of tickets broke, and stores what is new of it. */
export async function writeBreaches(tx: Transaction, tickets: readonly string[]): Promise<void> {
  if (tickets.length === 0) return
  const stored = await storedBreaches(tx, tickets)
  const { names, rows } = await reckonBreaches(tx, tickets, stored)
  await putBreaches(tx, rows)
  await removeBreaches(
    tx,
    [...stored].filter(([name]) => !names.has(name)).map(([, row]) => row),
  )
}
