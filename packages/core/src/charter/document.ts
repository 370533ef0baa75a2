/**
 * The charter document as read: typed, with the place of every part, before it is compiled.
 * Text forms (`2 h of office`, `< 30 days`) are already understood here; links between parts are checked by `check`.
 */
import type { DateSpan, Day } from '../calendar/index.ts'
import type { CharterLaw } from './charter-law.ts'
import type { Clause } from './clause.ts'
import type { PlainSections } from './kinds/plain-kinds.ts'
import type {
  Audience,
  CalendarDefinition,
  ClockDefinition,
  Condition,
  Duration,
  EventDefinition,
  FactDefinition,
  HitPolicy,
  Limit,
  Measure,
  MeasurePeriod,
  Money,
  PauseState,
  Place,
  Texts,
} from './parts.ts'
import type {
  AgreementClause,
  ChannelClause,
  ObjectiveClause,
  ProcedureClause,
  RoutingClause,
} from './stated-clauses.ts'

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
  /** The rows of law packs whose clocks it carries. */
  readonly law?: readonly string[]
}

/** What a crisis makes of one promise. */
export type AmendmentChange =
  /** Each row promises so many times its length of time. */
  | { readonly kind: 'times'; readonly times: number }
  /** Each row promises this. */
  | { readonly kind: 'target'; readonly target: Duration; readonly targetText: string }
  /** It is not given. */
  | { readonly kind: 'suspended' }

export interface Amendment {
  readonly promise: string
  readonly change: AmendmentChange
  readonly place: Place
}

/** A local time of the charter's zone, with how it is written. */
export interface LocalTime {
  readonly day: Day
  readonly minute: number
  readonly text: string
}

/** A dated amendment of promises, which ends by itself (SPEC A1–A6). Customers are told. */
export interface CrisisClause extends Clause {
  readonly kind: 'crisis'
  readonly says: Texts
  readonly from: LocalTime
  readonly until: LocalTime
  readonly amends: readonly Amendment[]
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

export interface RemedyRow {
  readonly cells: Condition
  /** Empty where the row refuses (SPEC R7). */
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

export interface CharterDocument extends PlainSections {
  readonly avow: 1
  readonly id: string
  readonly languages: readonly string[]
  readonly zone: string
  readonly title?: Texts
  /** What the company is there for; its values and objectives stand below it. */
  readonly mission?: Texts
  /** `2026-12-01T00:00 Europe/Warsaw` as written, and as an instant once zones are compiled. */
  readonly effective?: { readonly day: Day; readonly minute: number; readonly zone: string; readonly text: string }
  /** How to reach who keeps its promises, and where to complain, where a promise does not say it. */
  readonly contact?: Texts
  readonly complaints?: Texts
  /** The whole of it is looked at again at set times. */
  readonly isReviewed: boolean
  /** So long after it took effect. */
  readonly reviewEvery?: DateSpan
  readonly positions: readonly { readonly name: string; readonly says?: Texts; readonly place: Place }[]
  readonly people?: {
    readonly owner?: string
    readonly approvers: readonly string[]
    readonly need: number
    readonly place: Place
  }
  /** The law that it lives under; undefined where it does not say. */
  readonly law?: CharterLaw
  readonly facts: ReadonlyMap<string, FactDefinition>
  readonly events: ReadonlyMap<string, EventDefinition>
  readonly calendars: ReadonlyMap<string, CalendarDefinition>
  readonly promises: readonly PromiseClause[]
  readonly crisis: readonly CrisisClause[]
  readonly escalation: readonly EscalationClause[]
  readonly remedies: readonly RemedyClause[]
  readonly authority: readonly AuthorityClause[]
  readonly objectives: readonly ObjectiveClause[]
  readonly procedures: readonly ProcedureClause[]
  readonly channels: readonly ChannelClause[]
  readonly routing: readonly RoutingClause[]
  readonly agreements: readonly AgreementClause[]
  readonly examples: readonly Example[]
  /** The charter's own words for solving without an answer, from every clause that lists some (SPEC K8). */
  readonly noAnswerNeeded: readonly string[]
  /** Places of the top-level parts, for findings about what is missing. */
  readonly place: Place
}
