import type { CompiledAmendment, CompiledPromise } from '../charter/index.ts'
import { RUN, type Run } from '../decide/index.ts'
import { isOfCrisis } from '../measure/crisis-cases.ts'

const PAUSED = 4
const STATES = [...Object.values(RUN), PAUSED]

/** The commitments of one promise, by state. */
export interface PromiseCounts {
  readonly kept: number
  readonly broken: number
  readonly running: number
  readonly paused: number
  readonly cancelled: number
  /** By reason. */
  readonly cancelledBy: ReadonlyMap<string, number>
  /** Given a later due time after one was told (SPEC F4). */
  readonly putOff: number
  /** Those among them that are cases of a crisis (SPEC A5); left out where no crisis amends the promise. */
  readonly inCrisis?: { readonly kept: number; readonly broken: number }
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
  readonly promises: ReadonlyMap<string, PromiseCounts>
  /** Tickets that have no `ticket.created` at or before the instant (SPEC E5). */
  readonly withoutCreation: number
  /** Runs that could not be reckoned, by the code that says why (SPEC T8). They are no commitments. */
  readonly unjudged: ReadonlyMap<string, number>
  /** By promise: tickets on which several rows matched under `hit: unique` (SPEC C6). */
  readonly ambiguous: ReadonlyMap<string, number>
  readonly misfits: ReadonlyMap<string, FactMisfits>
}

/** Counts the commitments of one promise while a history is judged. */
export class PromiseCounter {
  /** By state: a list of numbers, since a record's fields by name cost more than the judging of a run. */
  private readonly byState = new Float64Array(STATES.length)
  private readonly cancelledBy = new Map<string, number>()
  private putOff = 0
  private readonly promise: CompiledPromise
  private readonly inCrisis = { kept: 0, broken: 0 }

  constructor(promise: CompiledPromise) {
    this.promise = promise
  }

  /** `amendment`: the one by which the run was judged. */
  count(run: Run, amendment?: CompiledAmendment): void {
    if (this.promise.amendments.length > 0) this.countCrisis(run, amendment)
    const state = run.paused && run.state === RUN.running ? PAUSED : run.state
    this.byState[state] = (this.byState[state] as number) + 1
    if (state === RUN.cancelled) addTo(this.cancelledBy, run.reason)
    if (run.putOff) this.putOff++
  }

  private countCrisis({ state, due }: Run, amendment: CompiledAmendment | undefined): void {
    if (state !== RUN.kept && state !== RUN.broken) return
    const name = state === RUN.kept ? 'kept' : 'broken'
    if (isOfCrisis(this.promise, { amendedBy: amendment?.crisis.id ?? null, state: name, due })) this.inCrisis[name]++
  }

  counts(): PromiseCounts {
    const of = (state: number) => this.byState[state] ?? 0
    const { cancelledBy, putOff } = this
    return {
      kept: of(RUN.kept),
      broken: of(RUN.broken),
      running: of(RUN.running),
      paused: of(PAUSED),
      cancelled: of(RUN.cancelled),
      cancelledBy,
      putOff,
      ...(this.promise.amendments.length > 0 ? { inCrisis: this.inCrisis } : {}),
    }
  }
}

export function addTo(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
