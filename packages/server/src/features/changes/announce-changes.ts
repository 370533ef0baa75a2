import { sql } from 'kysely'
import type { EventHandler, Transaction } from '../../db/index.ts'

/** Where processes hear of changes. What is heard there may be lost: nothing but speed relies on it. */
export const CHANGES = 'avow_changes'

/** What is said there: a workspace, and of each ticket that changed its id, number and last seq. Nothing else. */
export interface Changes {
  readonly w: string
  readonly t: readonly (readonly [string, number, number])[]
}

/** A payload of NOTIFY has less than 8000 bytes; an entry has at most 36 + 2 × 16 and a few signs. */
const MOST_TICKETS = 90

/** Tells the other processes, with the commit, which tickets changed. */
export const announceChanges: EventHandler = async (events, tx) => {
  const tickets = [...new Set(events.map(({ ticket }) => ticket))]
  const payloads: string[] = []
  for (let first = 0; first < tickets.length; first += MOST_TICKETS)
    payloads.push(JSON.stringify(changesOf(tx, tickets.slice(first, first + MOST_TICKETS))))
  await sql`select pg_notify(${CHANGES}, payload) from unnest(${payloads}::text[]) as payload`.execute(tx.db)
}

function changesOf({ workspace, heads }: Transaction, tickets: readonly string[]): Changes {
  return { w: workspace, t: tickets.map((ticket) => [ticket, heads.numberOf(ticket), heads.of(ticket).seq]) }
}
