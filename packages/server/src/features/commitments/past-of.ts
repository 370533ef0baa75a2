import type { TicketPast } from '@avow/core'
import { happenedOn } from './happened.ts'
import { historyOf, type TicketLog } from './ticket-log.ts'

/** What the procedures of a ticket are walked by, from its log. */
export function pastOf(log: TicketLog): TicketPast {
  const instants = new Map(log.entries.map(({ seq, event }) => [seq, event.at]))
  const opened = log.entries[0]?.event.at ?? Number.NaN
  return { history: historyOf(log), happened: happenedOn(log), instantOf: (seq) => instants.get(seq) ?? opened }
}
