/**
 * Histories in columns: every event of every ticket in typed arrays, tickets one after another, each in the order of
 * SPEC E2. The judge reads nothing else, for one ticket as for a million.
 */
import type { FactValue } from './event.ts'

/** Codes of the event types that the judge acts on; declared events follow from FIRST_DECLARED in `kinds`. */
export const KIND = {
  created: 0,
  factsChanged: 1,
  assigned: 2,
  received: 3,
  sent: 4,
  auto: 5,
  note: 6,
  status: 7,
  reopened: 8,
  merged: 9,
  absorbed: 10,
  spam: 11,
  other: 12,
} as const
export const FIRST_DECLARED = 16

export const ACTOR = { customer: 0, agent: 1, bot: 2, system: 3 } as const
export const STATE = { new: 0, open: 1, waiting: 2, onHold: 3, solved: 4, closed: 5, unknown: 6 } as const

/** What an event says beside its type and author; equal ones are kept once. */
export interface EventDetail {
  /** `status.changed`: a code of STATE. */
  readonly state: number
  readonly reason: string
  /** On-hold names who is waited for (SPEC P3). */
  readonly waitsForThird: boolean
  readonly automatic: boolean
  readonly key: string
  readonly tells: readonly string[]
  readonly withdraws: readonly string[]
  readonly undo: boolean
  /** `ticket.assigned`. */
  readonly person: string
  readonly team: string
}

/** The values of one fact: each distinct value once, and per row of facts its index, -1 where the row does not name it. */
export interface FactColumn {
  readonly name: string
  readonly values: readonly FactValue[]
  readonly rows: Int32Array
}

export interface EventColumns {
  readonly tickets: readonly string[]
  /** Events of ticket i: from first[i] to first[i+1]. */
  readonly first: Uint32Array
  readonly at: Float64Array
  /** Absent where every event was recorded when it happened. */
  readonly recorded: Float64Array | undefined
  readonly kind: Uint8Array
  /** For `ticket.created`: customer where it is by or for a customer (SPEC E12). */
  readonly actor: Uint8Array
  /** Index into `details`; for `ticket.created` and `facts.changed`, the row of facts. -1 for none. */
  readonly detail: Int32Array
  readonly details: readonly EventDetail[]
  readonly facts: readonly FactColumn[]
  /** Names of declared event types, from FIRST_DECLARED on. */
  readonly declared: readonly string[]
}
