/** What another charter would have made of tickets, each of which is pinned to a version of its own. */
import type { CompiledCharter } from '../charter/index.ts'
import { bindCharter, type CommitmentState, Judge, type Run } from '../decide/index.ts'
import type { EventColumns } from '../ticket/index.ts'
import { stateOfRun } from './backtest-line.ts'
import { RunNumbers } from './run-numbers.ts'

/** A commitment under one charter. */
export interface PairedSide {
  readonly state: CommitmentState
  /** UTC ms; null while paused. */
  readonly due: number | null
}

/** A commitment under the version that its ticket is pinned to, and under the other charter; null where one makes none. */
export interface PairedCommitment {
  /** Index into the tickets of the columns. */
  readonly ticketIndex: number
  /** Id of the promise. */
  readonly promise: string
  /** Its number (SPEC K10) under the version, or under the other charter where the version makes none. */
  readonly run: number
  readonly before: PairedSide | null
  readonly after: PairedSide | null
}

export interface PairOptions {
  /** The instant at which all tickets are judged, UTC ms. */
  readonly now: number
  /** The version that a ticket (index in the columns) is pinned to; undefined for none. */
  readonly pinned: (ticketIndex: number) => CompiledCharter | undefined
  readonly onPair: (pair: PairedCommitment) => void
  /** Told of each ticket (index in the columns) with what the two made of it. */
  readonly onTicket?: (ticketIndex: number, before: Judge | undefined, after: Judge) => void
}

/**
 * Judges every ticket by its own version and by `after`, and matches their commitments by the promise's id, the start and
 * the key. The columns have to be read with the declared events of all these charters. Tickets come in their order; within
 * one, the promises of `after` first.
 */
export function pairBacktests(
  after: CompiledCharter,
  columns: EventColumns,
  { now, pinned, onPair, onTicket }: PairOptions,
): void {
  const young = new Judge(bindCharter(after, columns), { notes: false })
  const walk = new PairWalk()
  const none = after.promises.map(({ id }, other) => ({ promise: id, before: -1, other }))
  const olds = new Map<CompiledCharter, Version>()
  const tickets = columns.first.length - 1
  for (let ticketIndex = 0; ticketIndex < tickets; ticketIndex++) {
    young.judge(ticketIndex, now)
    const charter = pinned(ticketIndex)
    let version = charter && olds.get(charter)
    if (version === undefined && charter !== undefined) {
      version = new Version(charter, after, columns)
      olds.set(charter, version)
    }
    version?.judge.judge(ticketIndex, now)
    onTicket?.(ticketIndex, version?.judge, young)
    for (const { promise, before, other } of version?.promises ?? none)
      walk.match(version?.judge, before, young, other, (one, two, run) =>
        onPair({ ticketIndex, promise, run, before: one, after: two }),
      )
  }
}

/** A version bound to the columns, and where its promises stand in it and in the other charter; -1 for nowhere. */
class Version {
  readonly judge: Judge
  readonly promises: readonly { readonly promise: string; readonly before: number; readonly other: number }[]

  constructor(charter: CompiledCharter, after: CompiledCharter, columns: EventColumns) {
    this.judge = new Judge(bindCharter(charter, columns), { notes: false })
    const ids = [...new Set([...after.promises, ...charter.promises].map(({ id }) => id))]
    const placeIn = ({ promises }: CompiledCharter, promise: string) => promises.findIndex(({ id }) => id === promise)
    this.promises = ids.map((promise) => ({
      promise,
      before: placeIn(charter, promise),
      other: placeIn(after, promise),
    }))
  }
}

type Told = (before: PairedSide | null, after: PairedSide | null, run: number) => void

/** Both lists are in the order of starts and keys, so one walk matches them. */
class PairWalk {
  private readonly old = new RunNumbers()
  private readonly young = new RunNumbers()

  match(old: Judge | undefined, before: number, young: Judge, after: number, tell: Told): void {
    if (old === undefined) this.old.count = 0
    else this.old.number(old, before)
    this.young.number(young, after)
    let left = 0
    let right = 0
    while (left < this.old.count || right < this.young.count) {
      const one = left < this.old.count ? (this.old.runs[left] as Run) : undefined
      const other = right < this.young.count ? (this.young.runs[right] as Run) : undefined
      const order = orderOf(one, other)
      if (order <= 0) left++
      if (order >= 0) right++
      const sides = [order <= 0 ? sideOf(one) : null, order >= 0 ? sideOf(other) : null] as const
      if (sides[0] !== null || sides[1] !== null) tell(...sides, order <= 0 ? left : right)
    }
  }
}

/** A run that could not be reckoned is no commitment. */
function sideOf(run: Run | undefined): PairedSide | null {
  if (run === undefined || run.failed !== '') return null
  return { state: stateOfRun(run), due: Number.isNaN(run.due) ? null : run.due }
}

function orderOf(one: Run | undefined, other: Run | undefined): number {
  if (one === undefined) return 1
  if (other === undefined) return -1
  return one.start - other.start || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)
}
