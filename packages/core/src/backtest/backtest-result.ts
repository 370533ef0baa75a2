import type { CommitmentState } from '../decide/index.ts'

/** The commitments of one promise, by state. */
export interface PromiseCounts {
  kept: number
  broken: number
  running: number
  paused: number
  cancelled: number
  readonly cancelledBy: Map<string, number>
  /** Given a later due time after one was told (SPEC F4). */
  putOff: number
}

/** Values of a history that do not fit a fact's type and count as unknown (SPEC F1). */
export interface FactMisfits {
  /** How many events give such a value. */
  readonly events: number
  /** The first such values, each once. */
  readonly values: readonly unknown[]
}

export interface BacktestResult {
  readonly tickets: number
  readonly events: number
  /** By id, in the order of the charter. */
  readonly promises: ReadonlyMap<string, Readonly<PromiseCounts>>
  /** Tickets that have no `ticket.created` at or before the instant (SPEC E5). */
  readonly withoutCreation: number
  /** Runs that could not be reckoned, by the code that says why (SPEC T8). They are no commitments. */
  readonly unjudged: ReadonlyMap<string, number>
  /** By promise: tickets on which several rows matched under `hit: unique` (SPEC C6). */
  readonly ambiguous: ReadonlyMap<string, number>
  readonly misfits: ReadonlyMap<string, FactMisfits>
}

export function noCounts(): PromiseCounts {
  return { kept: 0, broken: 0, running: 0, paused: 0, cancelled: 0, cancelledBy: new Map(), putOff: 0 }
}

export function countState(counts: PromiseCounts, state: CommitmentState, reason: string, putOff: boolean): void {
  counts[state]++
  if (state === 'cancelled') addTo(counts.cancelledBy, reason)
  if (putOff) counts.putOff++
}

export function addTo(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
