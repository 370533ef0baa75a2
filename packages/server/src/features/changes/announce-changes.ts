import type { EventHandler } from '../../db/index.ts'
import { announce } from './changes.ts'

/** A payload of NOTIFY has less than 8000 bytes; an entry has at most 36 + 2 × 16 and a few signs. */
const MOST_TICKETS = 90

/** Tells the other processes, with the commit, which tickets changed. */
export const announceChanges: EventHandler = async (events, tx) => {
  const { heads } = tx
  const tickets = [...new Set(events.map(({ ticket }) => ticket))]
  const said: { t: [string, number, number][] }[] = []
  for (let first = 0; first < tickets.length; first += MOST_TICKETS) {
    const some = tickets.slice(first, first + MOST_TICKETS)
    said.push({ t: some.map((ticket) => [ticket, heads.numberOf(ticket), heads.of(ticket).seq]) })
  }
  announce(tx, said)
}
