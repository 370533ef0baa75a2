import { type Store, transaction } from '../../db/index.ts'
import { settle } from '../commitments/index.ts'
import { lockDueTickets } from './lock-due-tickets.ts'
import { setAside, takeBack } from './set-aside.ts'
import { stepsTaker } from './take-steps.ts'

export interface SweepOptions {
  readonly workspace: string
  /** Tickets of one transaction. */
  readonly most: number
  /** From when this server was up, by the database's clock, UTC ms. */
  readonly upSince: number
  /** Address in links of mails, without a slash at its end; empty where there is none. */
  readonly publicUrl?: string
  /** Hears of each ticket that was set aside, and why. */
  readonly onSetAside: (ticket: string, error: unknown) => void
}

export interface Swept {
  readonly tickets: number
  readonly setAside: number
}

/**
 * Settles the tickets on which something fell due first: verdicts, steps, rows, all in one transaction. Where that fails,
 * each ticket is settled by itself, and one that fails alone is set aside. Throws where nothing can be written at all.
 */
export async function sweepBatch(store: Store, options: SweepOptions): Promise<Swept> {
  let found: readonly string[] = []
  try {
    const tickets = await settleDue(store, options, undefined, (tickets) => {
      found = tickets
    })
    return { tickets, setAside: 0 }
  } catch (error) {
    // A batch that finds nothing is not at fault: the database is.
    if (found.length === 0) throw error
  }
  let failed = 0
  for (const ticket of found) {
    try {
      await settleDue(store, options, ticket)
    } catch (error) {
      await transaction(store, { workspace: options.workspace }, (tx) => setAside(tx, ticket, error))
      options.onSetAside(ticket, error)
      failed++
    }
  }
  return { tickets: found.length - failed, setAside: failed }
}

function settleDue(
  store: Store,
  { workspace, most, upSince, publicUrl }: SweepOptions,
  only?: string,
  onFound: (tickets: readonly string[]) => void = () => undefined,
): Promise<number> {
  return transaction(store, { workspace }, async (tx) => {
    const due = await lockDueTickets(tx, most, only)
    onFound(due.tickets)
    await settle(tx, due.tickets, { followUp: stepsTaker(tx, upSince, publicUrl) })
    await takeBack(tx, due.setAside)
    return due.tickets.length
  })
}
