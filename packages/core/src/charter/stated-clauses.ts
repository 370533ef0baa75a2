/**
 * The clauses that state how a company serves, beside those that tickets are judged by: what it holds dear and aims at, how
 * its people work, and what stands behind its promises.
 */
import type { Day } from '../calendar/index.ts'
import type { Clause, Stance } from './clause.ts'
import type { Audience, Condition, Duration, HitPolicy, Place, Texts } from './parts.ts'

/** A figure that an objective goes by. `median` and `mean` are of times as the promise counts them, in ms. */
export type ObjectiveMeasure =
  | { readonly kind: 'kept' | 'median' | 'mean'; readonly promise: string }
  | { readonly kind: 'satisfaction' | 'granted-without-asking' }

/** A figure of a measure: a share in percent, or a time in ms as the promise of the measure counts it. */
export type ObjectiveFigure =
  | { readonly kind: 'percent'; readonly percent: number; readonly text: string }
  | { readonly kind: 'time'; readonly ms: number; readonly text: string }

/** What somebody else promises or reaches, as it was found. */
export interface Benchmark {
  readonly of: string
  readonly claims: ObjectiveFigure
  readonly source: string
  /** When it was read. */
  readonly date: Day
  readonly channel?: string
  /** How we mean to stand to it. */
  readonly stance?: Stance
  readonly place: Place
}

/** Where the company wants to be, by when. */
export interface ObjectiveClause extends Clause {
  readonly kind: 'objective'
  readonly audience: Audience
  readonly says: Texts
  readonly value?: string
  readonly measure: ObjectiveMeasure
  readonly target: ObjectiveFigure
  readonly stretch?: ObjectiveFigure
  readonly baseline?: ObjectiveFigure
  readonly by: Day
  readonly benchmarks: readonly Benchmark[]
}

export const STEP_ACTIONS = ['do', 'ask', 'decide', 'send', 'wait', 'approve', 'automate', 'hand over'] as const

/** What one step of a procedure is. */
export type StepAction =
  | { readonly kind: 'do'; readonly says: Texts }
  | { readonly kind: 'ask'; readonly what: string }
  | { readonly kind: 'decide'; readonly remedy: string }
  | { readonly kind: 'send'; readonly reply: string }
  | {
      readonly kind: 'wait'
      readonly party: 'customer' | 'team' | 'supplier'
      readonly atMost?: Duration
      readonly text?: string
    }
  | { readonly kind: 'approve'; readonly position: string }
  | { readonly kind: 'automate'; readonly what: string }
  | { readonly kind: 'hand over'; readonly position: string; readonly needs: readonly string[] }

export interface ProcedureStep {
  readonly place: Place
  /** By which another step leads here. */
  readonly name?: string
  /** Where it does not hold, the step is left out. */
  readonly when: Condition
  readonly action: StepAction
  /** The name of the step that follows, or `end`; undefined for the next one. */
  readonly next?: string
}

/** How one kind of case is handled, step by step. */
export interface ProcedureClause extends Clause {
  readonly kind: 'procedure'
  readonly audience: Audience
  readonly when: Condition
  /** The promises that it is measured by. */
  readonly standards: readonly string[]
  readonly steps: readonly ProcedureStep[]
}

export type ChannelState = 'planned' | 'pilot' | 'open' | 'retiring'

/** One way to reach the company: since when, in which hours, and who answers outside them. */
export interface ChannelClause extends Clause {
  readonly kind: 'channel'
  readonly audience: Audience
  /** The word of the fact `channel`. */
  readonly channel: string
  readonly state: ChannelState
  readonly from?: Day
  /** The last day of a channel that is retiring. */
  readonly until?: Day
  readonly hours?: string
  readonly address?: string
  readonly afterHours?: {
    readonly answers: 'bot' | 'message' | 'nobody'
    /** By when a person takes over, counted from the message. */
    readonly person?: Duration
    readonly text?: string
    /** The channel on which they do. */
    readonly through?: string
  }
  /** The channel to use in its place. */
  readonly movesTo?: string
  /** The cases that it suits best, any of them; none where it is for whatever comes. */
  readonly bestFor: readonly Condition[]
}

export interface RoutingRow {
  readonly cells: Condition
  /** The team that takes it. */
  readonly to: string
  readonly skills: readonly string[]
  readonly place: Place
}

/** Who takes which requests, by skill and language. */
export interface RoutingClause extends Clause {
  readonly kind: 'routing'
  readonly when: Condition
  readonly hit: HitPolicy
  readonly rows: readonly RoutingRow[]
}

export interface AgreementRow {
  readonly cells: Condition
  readonly target: Duration
  readonly targetText: string
  readonly place: Place
}

/** What a team or a supplier has agreed to give, so that promises can be kept. */
export interface AgreementClause extends Clause {
  readonly kind: 'agreement'
  /** Who gives it. */
  readonly party: string
  readonly with: 'team' | 'supplier'
  /** The promises that rest on it. */
  readonly for: readonly string[]
  readonly when: Condition
  readonly hit: HitPolicy
  readonly rows: readonly AgreementRow[]
}
