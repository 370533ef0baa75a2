/** What the parts of a charter are made of: places, texts, facts, conditions, lengths of time. Text forms are understood. */
import type { CalendarRules, DateSpan } from '../calendar/index.ts'

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

/**
 * Who may read a clause: everybody, staff, who holds a position, or staff and the customers on whose tickets a condition over
 * chosen facts holds.
 */
export type Audience = 'public' | 'staff' | { readonly position: string } | { readonly customers: Condition }

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
  /** True for `contacts`, `messages`, `reopenings` and `unanswered`, which are counted from the log (SPEC E11). */
  readonly derived: boolean
  readonly place: Place
}

export interface EventDefinition {
  readonly name: string
  readonly says?: Texts
  /** It happens where a customer's message has one of these words (SPEC E14), by language. */
  readonly words?: ReadonlyMap<string, readonly string[]>
  /** It happens with a ticket of a customer who comes again and again (SPEC E15). */
  readonly repeated?: RepeatedContact
  readonly place: Place
}

/** At least so many tickets of one customer within a span of dates. */
export interface RepeatedContact {
  readonly tickets: number
  readonly within: DateSpan
}

export interface CalendarDefinition {
  readonly name: string
  readonly rules: CalendarRules
  /** Where its dates come from, in words. */
  readonly sources: readonly string[]
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

/** An upper limit: an amount, or the value of a money fact (`up to: price`). */
export type Limit =
  | { readonly kind: 'amount'; readonly money: Money }
  | { readonly kind: 'fact'; readonly fact: string }
