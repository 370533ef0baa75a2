import type { CompiledCharter } from '@avow/core'
import type { Transaction } from '../db/index.ts'
import { charterClock, namedClock, type WallClock } from './wall-clock.ts'

/** The zones that are known where somebody is told a time; null: not known. */
export interface KnownZones {
  /** The customer's own. */
  readonly customer: string | null
  /** That of the mailbox that the ticket came to. */
  readonly mailbox: string | null
}

/**
 * By which clock a customer is told times, on the page and in mails alike: that of their own zone where it is known, else
 * the mailbox's, else the charter's; `otherwise` is the zone where there is no charter.
 */
export function customersClock(
  { customer, mailbox }: KnownZones,
  charter: CompiledCharter | undefined,
  otherwise: string,
): WallClock {
  const named = customer ?? mailbox
  if (named !== null && named !== charter?.zone.name) return namedClock(named)
  return charter === undefined ? namedClock(otherwise) : charterClock(charter.zone)
}

export const UNKNOWN_ZONES: KnownZones = { customer: null, mailbox: null }

/** The zones known of tickets' customers, in their order, by the rows as they stood before this transaction. */
export async function zonesOfTickets(tx: Transaction, tickets: readonly string[]): Promise<readonly KnownZones[]> {
  if (tickets.length === 0) return []
  const found = await tx.db
    .selectFrom('ticket as t')
    .leftJoin('person as p', (join) =>
      join
        .on('p.workspace_id', '=', tx.workspace)
        .onRef('p.workspace_id', '=', 't.workspace_id')
        .onRef('p.id', '=', 't.customer_id'),
    )
    .leftJoin('mailbox as m', (join) =>
      join
        .on('m.workspace_id', '=', tx.workspace)
        .onRef('m.workspace_id', '=', 't.workspace_id')
        .onRef('m.id', '=', 't.mailbox_id'),
    )
    .select(['t.id', 'p.zone as customer', 'm.zone as mailbox'])
    .where('t.workspace_id', '=', tx.workspace)
    .where('t.id', 'in', tickets)
    .execute()
  return tickets.map((ticket) => {
    const row = found.find(({ id }) => id === ticket)
    return row === undefined ? UNKNOWN_ZONES : { customer: row.customer, mailbox: row.mailbox }
  })
}
