import type { AppendedEvent, NewEvent } from './event.ts'
import type { PersonKeys } from './person-keys.ts'
import type { Asking, Statements } from './statements.ts'
import type { TicketHeads } from './ticket-heads.ts'

/** What work inside a transaction is handed. */
export interface Transaction extends Asking {
  readonly workspace: string
  /** The database's clock, read once: the `recorded` of all that is written here. UTC ms. */
  readonly now: number
  readonly db: Statements
  /** Tickets whose row is locked, with the ends of their chains. */
  readonly heads: TicketHeads
  /** What stands for persons on tickets. */
  readonly keys: PersonKeys
  newId(): string
  /** Appends one event. Undefined where its id is already taken: then nothing changes. */
  append(event: NewEvent): Promise<AppendedEvent | undefined>
  /** Appends many, in few statements. Their ids must be new. */
  appendAll(events: readonly NewEvent[]): Promise<readonly AppendedEvent[]>
  /** The same where nobody could have taken their ids: without waiting for the database to say so. */
  appendMade(events: readonly NewEvent[]): Promise<readonly AppendedEvent[]>
  /** A write that is sent behind all others, with the commit: what many wait for is locked as short as can be. */
  writeLast(strings: TemplateStringsArray, ...values: readonly unknown[]): void
  /** Says something on a channel of NOTIFY once this is committed; a payload has less than 8000 bytes. */
  notify(channel: string, payload: string): void
  /** What this transaction has appended to a ticket so far. */
  appendedTo(ticket: string): readonly AppendedEvent[]
}

/**
 * What follows from events, in their transaction, once its work is done: called with all that were appended since the last
 * round, in order. What a handler appends is handed out in a further round. Handlers do not know each other; their order is
 * that of the one list in event-handlers.ts. One that throws undoes the events too.
 */
export type EventHandler = (events: readonly AppendedEvent[], transaction: Transaction) => Promise<void>
