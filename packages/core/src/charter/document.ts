/**
 * The charter document as read: typed, with the place of every part, before it is compiled.
 * Text forms (`2 h of office`, `< 30 days`) are already understood here; links between parts are checked by `check`.
 */
import type { CalendarRules, DateSpan, Day } from '../calendar/index.ts'
import type {
  AgreementClause,
  ChannelClause,
  ExclusionClause,
  ObjectiveClause,
  ProcedureClause,
  RoutingClause,
  ToneClause,
  ValueClause,
} from './stated-clauses.ts'

/** Where a part stands in its source: a path for machines, line and column (from 1) for people. */
export interface Place {
  readonly path: string
  readonly line: number
  readonly column: number
}

/** One text in several languages, e.g. `{ en: 'We answer', pl: 'Odpowiadamy' }`. */
export interface Texts {
  readonly place: Place
  readonly by: ReadonlyMap<string, string>
}

export type Audience = 'public' | 'staff' | { readonly position: string }

export type FactType =
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly ordered: boolean }
  | { readonly kind: 'yes-no' }
  | {
      readonly kind: 'number' /** Counted in whole numbers; other values do not fit the type. */
      readonly whole?: true
    }
  | { readonly kind: 'money'; readonly currency: string }
  | { readonly kind: 'duration' }
  | { readonly kind: 'age'; readonly until: 'creation' | 'now' }

export interface FactDefinition {
  readonly name: string
  readonly type: FactType
  readonly says?: Texts
  /** Texts of a choice's values, by value. */
  readonly valuesSay?: ReadonlyMap<string, Texts>
  /** True for `contacts`, `messages` and `reopenings`, which are counted from the log (SPEC E11). */
  readonly derived: boolean
  readonly place: Place
}

export interface EventDefinition {
  readonly name: string
  readonly says?: Texts
  readonly place: Place
}

export interface CalendarDefinition {
  readonly name: string
  readonly rules: CalendarRules
  readonly says?: Texts
  readonly place: Place
}

/** A length of time with the kind of counting it needs (semantics: Durations and calendars). */
export type Duration =
  | { readonly kind: 'opening'; readonly ms: number; readonly calendar: string }
  | { readonly kind: 'working-days'; readonly count: number; readonly calendar: string }
  | { readonly kind: 'dates'; readonly span: DateSpan }

/** Money in integer minor units; never a float. */
export interface Money {
  readonly minor: number
  readonly currency: string
}

/**
 * A cut on an ordered scale: everything below it is on one side. Every comparison is written as `x < cut`, so
 * `<= 3` on whole numbers is the cut 4, `<= 30 days` of an age is 30 days and one date.
 */
export type Cut =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'age'; readonly months: number; readonly days: number }

/** One alternative of a cell. Choices and yes-no (0 is no, 1 is yes) are lists of value indices; all ordered scales are ranges `[from, to)`. */
export type Alternative =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | { readonly kind: 'range'; readonly from?: Cut; readonly to?: Cut }

/** One condition on one fact. `accepts` is `any` for `-` and an empty cell. */
export interface Cell {
  readonly fact: string
  readonly text: string
  readonly accepts: 'any' | readonly Alternative[]
  readonly place: Place
}

/** A conjunction of cells, by fact name in the order written. */
export type Condition = ReadonlyMap<string, Cell>

export type HitPolicy = 'first' | 'unique'
export type PauseState = 'waiting-for-customer' | 'on-hold'

export type ClockDefinition =
  | { readonly kind: 'first-response' }
  | { readonly kind: 'next-response' }
  | { readonly kind: 'update-every' }
  | { readonly kind: 'resolution'; readonly until: 'solved' | 'closed' }
  | {
      readonly kind: 'declared'
      readonly from: string
      readonly until: string
      readonly givenUp: readonly string[]
      readonly each: 'once' | 'every time'
      readonly place: Place
    }

export type MeasurePeriod = 'week' | 'month' | 'quarter' | 'year'

export type Measure =
  | { readonly kind: 'each' }
  | { readonly kind: 'share'; readonly percent: number; readonly period: MeasurePeriod }
  | { readonly kind: 'mean'; readonly ms: number; readonly text: string; readonly period: MeasurePeriod }

/** What every clause says of itself, whatever its kind. */
export interface Clause {
  readonly id: string
  readonly place: Place
  readonly says?: Texts
  readonly because?: Texts
  /** The position that answers for it. */
  readonly owner?: string
  /** The objective that it serves. */
  readonly objective?: string
  /** The date on which it is to be looked at again, in the charter's zone. */
  readonly review?: Day
}

export interface PromiseRow {
  readonly cells: Condition
  readonly target: Duration
  /** As written, e.g. `2 h of office`. */
  readonly targetText: string
  readonly audience?: Audience
  readonly place: Place
}

export interface PromiseClause extends Clause {
  readonly kind: 'promise'
  readonly audience: Audience
  readonly clock: ClockDefinition
  readonly when: Condition
  readonly hit: HitPolicy
  readonly rows: readonly PromiseRow[]
  readonly pauses: readonly PauseState[]
  readonly measured: readonly Measure[]
  readonly noAnswerNeeded: readonly string[]
  readonly onChange: 'decide again' | 'keep'
  readonly ifBroken?: { readonly apologise: boolean; readonly remedy?: string; readonly place: Place }
  /** What the customer must have done or given for it to hold. */
  readonly conditions?: Texts
  /** What it does not cover. */
  readonly limits?: Texts
  /** How to reach who keeps it. */
  readonly contact?: Texts
  /** Where to complain about it. */
  readonly complaints?: Texts
}

export interface EscalationStep {
  /** `percent` of the target in counted time, or `after` the due instant (for a condition: after the trigger). */
  readonly at:
    | { readonly kind: 'percent'; readonly percent: number }
    | { readonly kind: 'after'; readonly duration: Duration }
    | { readonly kind: 'at once' }
  readonly tell: readonly string[]
  readonly giveTo?: string
  readonly raisePriority: boolean
  readonly place: Place
}

export interface EscalationClause extends Clause {
  readonly kind: 'escalation'
  readonly on:
    | { readonly kind: 'promise'; readonly promise: string }
    | { readonly kind: 'condition'; readonly event?: string; readonly when: Condition }
  readonly steps: readonly EscalationStep[]
}

/** An upper limit: an amount, or the value of a money fact (`up to: price`). */
export type Limit =
  | { readonly kind: 'amount'; readonly money: Money }
  | { readonly kind: 'fact'; readonly fact: string }

export interface RemedyRow {
  readonly cells: Condition
  readonly allow: readonly string[]
  readonly upTo?: Limit
  /** The exclusions that are told with it. */
  readonly tell?: readonly string[]
  readonly place: Place
}

export interface RemedyClause extends Clause {
  readonly kind: 'remedy'
  readonly audience: Audience
  readonly when: Condition
  readonly hit: HitPolicy
  readonly rows: readonly RemedyRow[]
}

export interface AuthorityRow {
  readonly cells: Condition
  readonly may: readonly string[]
  readonly perTicket?: Money
  readonly perDay?: Money
  readonly bend?: { readonly money: Money; readonly period: MeasurePeriod }
  readonly place: Place
}

export interface AuthorityClause extends Clause {
  readonly kind: 'authority'
  readonly position: string
  readonly when: Condition
  readonly hit: HitPolicy
  readonly rows: readonly AuthorityRow[]
}

/** An example: facts given at a local time of the charter's zone, and what the charter must say. */
export interface Example {
  readonly place: Place
  readonly given: ReadonlyMap<string, unknown>
  /** As written, e.g. `2026-12-23T16:30` (the charter's zone) or with `Z` or an offset. */
  readonly at: string
  readonly promises: ReadonlyMap<string, ExampleOfPromise>
  readonly remedies: ReadonlyMap<string, ExampleOfRemedy>
}
export interface ExampleOfPromise {
  readonly place: Place
  /** Expected due time as written; `none` when the promise must not apply. */
  readonly due?: string
  readonly row?: number
}
export interface ExampleOfRemedy {
  readonly place: Place
  readonly allow?: readonly string[]
  readonly upTo?: Money
  readonly row?: number
}

export interface CharterDocument {
  readonly avow: 1
  readonly id: string
  readonly languages: readonly string[]
  readonly zone: string
  readonly title?: Texts
  /** `2026-12-01T00:00 Europe/Warsaw` as written, and as an instant once zones are compiled. */
  readonly effective?: { readonly day: Day; readonly minute: number; readonly zone: string; readonly text: string }
  /** The whole of it is looked at again at set times. */
  readonly isReviewed: boolean
  readonly positions: readonly { readonly name: string; readonly says?: Texts; readonly place: Place }[]
  readonly people?: {
    readonly owner?: string
    readonly approvers: readonly string[]
    readonly need: number
    readonly place: Place
  }
  readonly facts: ReadonlyMap<string, FactDefinition>
  readonly events: ReadonlyMap<string, EventDefinition>
  readonly calendars: ReadonlyMap<string, CalendarDefinition>
  readonly promises: readonly PromiseClause[]
  readonly escalation: readonly EscalationClause[]
  readonly remedies: readonly RemedyClause[]
  readonly authority: readonly AuthorityClause[]
  readonly values: readonly ValueClause[]
  readonly objectives: readonly ObjectiveClause[]
  readonly procedures: readonly ProcedureClause[]
  readonly channels: readonly ChannelClause[]
  readonly routing: readonly RoutingClause[]
  readonly tone: readonly ToneClause[]
  readonly exclusions: readonly ExclusionClause[]
  readonly agreements: readonly AgreementClause[]
  readonly examples: readonly Example[]
  /** The charter's own words for solving without an answer, from every clause that lists some (SPEC K8). */
  readonly noAnswerNeeded: readonly string[]
  /** Places of the top-level parts, for findings about what is missing. */
  readonly place: Place
}

/** Every kind of clause, in the order in which a charter is read to people. */
export const CLAUSE_KINDS = [
  'value',
  'objective',
  'promise',
  'escalation',
  'remedy',
  'exclusion',
  'channel',
  'authority',
  'procedure',
  'routing',
  'agreement',
  'tone',
] as const

export type ClauseKind = (typeof CLAUSE_KINDS)[number]
