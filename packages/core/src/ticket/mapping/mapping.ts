/** How the table of another system becomes histories: docs/formats/mapping.md. Each key names columns; nothing computes. */
import type { Place } from '../../charter/index.ts'
import type { Actor, TicketState } from '../event.ts'
import type { TimeFormat } from './time-format.ts'

/** A column by the name in the table's header, with the place in the mapping file where it is named. */
export interface ColumnName {
  readonly name: string
  readonly place: Place
}

/** Columns and the cells wanted in them; a row meets it when every column holds one of its cells. */
export type RowCondition = readonly { readonly column: ColumnName; readonly cells: ReadonlySet<string> }[]

export interface MappedState {
  readonly column: ColumnName
  /** `same` leaves the state as it is. */
  readonly values: ReadonlyMap<string, TicketState | 'same'>
  readonly reason?: ColumnName
  readonly thirdParty?: ColumnName
}

export interface MappedAssignment {
  readonly to?: ColumnName
  readonly team?: ColumnName
  readonly when: RowCondition
}

/** An event for each row that meets `when`; with `at`, one for each new instant in that column. */
export interface MappedEvent {
  readonly type: string
  readonly place: Place
  readonly when: RowCondition
  readonly at?: ColumnName
  readonly by?: Actor
  readonly key?: ColumnName
  /** `status.changed` alone: the new state. */
  readonly to?: TicketState
  readonly reason?: ColumnName
  readonly automatic: boolean
}

/** How a cell is read: as it stands, or as what the charter's fact needs. */
export type CellReading =
  | { readonly kind: 'text' }
  | { readonly kind: 'values'; readonly values: ReadonlyMap<string, string> }
  | { readonly kind: 'number' }
  | { readonly kind: 'date'; readonly format: TimeFormat }
  | { readonly kind: 'money'; readonly currency: string }

export interface MappedFact {
  readonly name: string
  readonly column: ColumnName
  /** `first` and `last`: the ticket's first or last row, given at its creation; `each`: as it changes. */
  readonly take: 'each' | 'first' | 'last'
  readonly reading: CellReading
}

export interface Mapping {
  readonly id: string
  readonly csv: {
    readonly separator: string
    /** Cells that mean “not known”. */
    readonly unknown: ReadonlySet<string>
    /** Whether a row equal to an earlier one of its ticket is skipped. */
    readonly skipDuplicates: boolean
    readonly decimal: '.' | ','
    /** A name that the runtime's text decoder knows, e.g. `utf-8`, `windows-1252`. */
    readonly encoding: string
  }
  readonly time: { readonly format: TimeFormat; readonly zone: string; readonly place: Place }
  readonly ticket: ColumnName
  readonly at: ColumnName
  /** `line`: a ticket's rows follow each other as in the table. A column: by `at`, then by it. Absent: by `at`. */
  readonly seq?: 'line' | ColumnName
  readonly created: { readonly at?: ColumnName; readonly by: Actor }
  readonly state?: MappedState
  readonly assigned?: MappedAssignment
  readonly events: readonly MappedEvent[]
  readonly facts: readonly MappedFact[]
  readonly skip: RowCondition
  readonly unused: readonly ColumnName[]
}
