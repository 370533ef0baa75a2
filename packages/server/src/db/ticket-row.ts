import type { Selectable } from 'kysely'
import type { TicketTable } from './tables.ts'

/** The columns of a ticket that are reckoned from its events; the others are its name and the end of its chain. */
export type TicketState = Omit<Selectable<TicketTable>, 'workspace_id' | 'id' | 'number' | 'seq' | 'recorded' | 'hash'>
