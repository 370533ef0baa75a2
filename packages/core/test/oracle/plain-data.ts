/**
 * The data that the brute-force judge reads and writes: a charter and events as plain JSON, nothing parsed.
 * The judge shares no type and no code with the package it is the opposite witness of.
 */

export type PlainCell =
  | string
  | number
  | boolean
  | null
  | readonly (string | number | boolean)[]
  | { readonly not: readonly string[] }

/** A row of a promise's table: its cells by fact name, and `target`. */
export interface PlainRow {
  readonly target: string
  readonly [fact: string]: PlainCell
}

export type PlainClock =
  | string
  | { readonly preset: string; readonly until?: string }
  | {
      readonly from: string
      readonly until: string
      readonly 'given up'?: string | readonly string[]
      readonly each?: string
      readonly pauses?: readonly string[]
    }

export interface PlainPromise {
  readonly id: string
  readonly clock: PlainClock
  /** `closed` on a resolution: fulfilled by the closing. */
  readonly until?: string
  readonly when?: { readonly [fact: string]: PlainCell }
  readonly hit?: 'first'
  readonly table: readonly PlainRow[]
  readonly pauses?: readonly string[]
  readonly 'no answer needed'?: readonly string[]
  readonly 'on change'?: string
  readonly [further: string]: unknown
}

export interface PlainCalendar {
  readonly zone?: string
  readonly open: 'always' | { readonly [days: string]: string | readonly string[] }
  readonly closed?: readonly string[]
  readonly on?: { readonly [date: string]: string | readonly string[] }
  readonly 'night continues'?: boolean
  readonly [further: string]: unknown
}

export type PlainFactType = string | { readonly [kind: string]: unknown }

export interface PlainCharter {
  readonly zone: string
  readonly facts?: { readonly [name: string]: PlainFactType }
  readonly events?: { readonly [name: string]: unknown }
  readonly calendars?: { readonly [name: string]: PlainCalendar }
  readonly promises: readonly PlainPromise[]
  readonly 'no answer needed'?: readonly string[]
  readonly [further: string]: unknown
}

/** One line of a history file. Unknown fields are let through and judge nothing. */
export interface PlainEvent {
  readonly ticket: string
  readonly type: string
  readonly at: string
  readonly recorded?: string
  readonly id?: string
  readonly seq?: number
  readonly v?: number
  readonly by?: string
  readonly facts?: { readonly [name: string]: unknown }
  readonly to?: string
  readonly team?: string
  readonly reason?: string
  readonly third_party?: string
  readonly automatic?: boolean
  readonly for?: string
  readonly key?: string
  readonly into?: string
  readonly from?: string
  readonly undo?: boolean
  readonly tells?: string | readonly string[]
  readonly withdraws?: string | readonly string[]
  readonly [further: string]: unknown
}

/** Instants are UTC ms. `row` counts from 1 and is the row in force at the end of what is known. */
export interface OracleCommitment {
  readonly promise: string
  readonly run: number
  readonly key: string
  readonly state: 'running' | 'paused' | 'kept' | 'broken' | 'cancelled'
  readonly start: number
  /** null while paused. */
  readonly due: number | null
  readonly settled_at: number | null
  readonly fulfilled_at: number | null
  readonly reason: string | null
  readonly row: number
  readonly put_off: boolean
  /** C10: each time a row was decided and others matched beside it: that row, and the others. */
  readonly passed_over: readonly (readonly [number, readonly number[]])[]
}

/** `[start, end)`; an interval that has not ended has the end Infinity. */
export interface Interval {
  readonly start: number
  readonly end: number
}
