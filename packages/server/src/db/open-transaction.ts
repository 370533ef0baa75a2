import type { AppendedEvent, NewEvent } from './event.ts'
import type { Statements } from './statements.ts'
import type { TicketHeads } from './ticket-heads.ts'

/** What work inside a transaction is handed. */
export interface Transaction {
  readonly workspace: string
  /** The database's clock, read once: the `recorded` of all that is written here. UTC ms. */
  readonly now: number
  readonly db: Statements
  /** Tickets whose row is locked, with the ends of their chains. */
  readonly heads: TicketHeads
  newId(): string
  /** Appends one event and calls the handlers. Undefined where its id is already taken: then nothing changes. */
  append(event: NewEvent): Promise<AppendedEvent | undefined>
}

/**
 * What follows from an event, in its transaction. Handlers do not know each other; their order is that of the one list
 * that main.ts gives the store. One that throws undoes the event too.
 */
export type EventHandler = (event: AppendedEvent, transaction: Transaction) => Promise<void>
