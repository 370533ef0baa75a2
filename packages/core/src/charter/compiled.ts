/** A charter ready to judge by: calendars and zones opened, tables as bitsets. Made by compile.ts, never by hand. */
import type { Calendar, DateSpan, Zone, ZoneTable } from '../calendar/index.ts'
import type {
  AuthorityClause,
  CharterDocument,
  CrisisClause,
  EscalationClause,
  PromiseClause,
  PromiseRow,
  RemedyClause,
} from './document.ts'
import type { ClockDefinition, FactDefinition } from './parts.ts'
import type { ProcedureClause } from './stated-clauses.ts'
import type { Table } from './table.ts'

/** What a row promises, with its calendar at hand. */
export type Target =
  | { readonly kind: 'opening'; readonly ms: number; readonly calendar: Calendar }
  | { readonly kind: 'working-days'; readonly count: number; readonly calendar: Calendar }
  | { readonly kind: 'dates'; readonly span: DateSpan; readonly zone: Zone }

/** Bits of the pauses that stop a promise's clock. */
export const PAUSE = { waiting: 1, onHold: 2, solved: 4, closed: 8 } as const

/** A crisis with the instants between which it is in force: `[from, until)`, UTC ms. */
export interface CompiledCrisis {
  readonly clause: CrisisClause
  readonly from: number
  readonly until: number
}

/** What a crisis makes of a promise, for tickets that are created while it lasts (SPEC A1). */
export interface CompiledAmendment {
  readonly crisis: CrisisClause
  /** `[from, until)`, UTC ms. */
  readonly from: number
  readonly until: number
  /** The promise's rows with what they promise meanwhile; none where it is not given. */
  readonly rows: readonly PromiseRow[]
  /** By row. */
  readonly targets: readonly Target[]
}

export interface CompiledPromise {
  readonly id: string
  readonly clause: PromiseClause
  readonly clock: ClockDefinition
  readonly table: Table
  /** By row. */
  readonly targets: readonly Target[]
  /** Which of PAUSE stop this clock. */
  readonly pauses: number
  /** By the crises that amend it; at no instant two of them. */
  readonly amendments: readonly CompiledAmendment[]
}

export interface CompiledRemedy {
  readonly clause: RemedyClause
  readonly table: Table
}

export interface CompiledAuthority {
  readonly clause: AuthorityClause
  readonly table: Table
}

export interface CompiledEscalation {
  readonly clause: EscalationClause
  /** The one-row table of a step on a condition. */
  readonly table: Table
  /** By step; the duration of `after`, opened. */
  readonly delays: readonly (Target | undefined)[]
}

export interface CompiledProcedure {
  readonly clause: ProcedureClause
  /** By step; how long a wait lasts at most, opened. */
  readonly waits: readonly (Target | undefined)[]
}

export interface CompiledCharter {
  readonly document: CharterDocument
  readonly id: string
  /** Null for a draft. */
  readonly version: number | null
  readonly hash: string
  readonly zone: Zone
  readonly zones: readonly ZoneTable[]
  readonly calendars: ReadonlyMap<string, Calendar>
  readonly facts: ReadonlyMap<string, FactDefinition>
  readonly promises: readonly CompiledPromise[]
  readonly crises: readonly CompiledCrisis[]
  readonly remedies: readonly CompiledRemedy[]
  readonly authority: readonly CompiledAuthority[]
  readonly escalation: readonly CompiledEscalation[]
  readonly procedures: readonly CompiledProcedure[]
  readonly noAnswerNeeded: ReadonlySet<string>
}
