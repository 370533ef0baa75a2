/** What another charter would have made of the same tickets: the backtest with `--against`. */
import type { CompiledCharter } from '../charter/index.ts'
import { bindCharter, type CommitmentState, Judge, type Run } from '../decide/index.ts'
import type { EventColumns } from '../ticket/index.ts'
import { stateOfRun } from './backtest-line.ts'
import { RunNumbers } from './run-numbers.ts'

/** `none`: the charter makes no such commitment. */
export type ComparedState = CommitmentState | 'none'

/** Commitments that the two charters leave in different states. */
export interface StateChange {
  readonly from: ComparedState
  readonly to: ComparedState
  readonly count: number
  /** The first tickets on which it is so. */
  readonly tickets: readonly string[]
}

export interface PromiseComparison {
  /** Commitments in the same state under both. */
  readonly same: number
  /** Of these, how many have another due instant. */
  readonly moved: number
  /** By the states that they come from and go to, most frequent first. */
  readonly changes: readonly StateChange[]
}

export interface ComparisonOptions {
  /** The instant at which all tickets are judged, UTC ms. */
  readonly now: number
  readonly onProgress?: (done: number, total: number) => void
}

const SHOWN = 5
const STRIDE = 1 << 13

/**
 * Judges every ticket by both charters and matches their commitments by the promise's id, the start and the key. The
 * columns have to be read with the declared events of both. By id, the new charter's promises first.
 */
export function compareBacktests(
  before: CompiledCharter,
  after: CompiledCharter,
  columns: EventColumns,
  options: ComparisonOptions,
): ReadonlyMap<string, PromiseComparison> {
  const { now, onProgress } = options
  const old = new Judge(bindCharter(before, columns), { notes: false })
  const young = new Judge(bindCharter(after, columns), { notes: false })
  const ids = [...new Set([...after.promises, ...before.promises].map(({ id }) => id))]
  const pairs = ids.map((id) => new PromisePair(indexOf(before, id), indexOf(after, id)))
  const tickets = columns.first.length - 1
  for (let ticket = 0; ticket < tickets; ticket++) {
    old.judge(ticket, now)
    young.judge(ticket, now)
    for (const pair of pairs) pair.compare(old, young, columns.tickets[ticket] ?? '')
    if (ticket % STRIDE === STRIDE - 1) onProgress?.(ticket + 1, tickets)
  }
  onProgress?.(tickets, tickets)
  return new Map(ids.map((id, index) => [id, pairs[index]?.result() ?? { same: 0, moved: 0, changes: [] }]))
}

function indexOf({ promises }: CompiledCharter, id: string): number {
  return promises.findIndex((promise) => promise.id === id)
}

/** One promise in both charters, by index; -1 where a charter does not make it. */
class PromisePair {
  private readonly before: number
  private readonly after: number
  private readonly old = new RunNumbers()
  private readonly young = new RunNumbers()
  private readonly changes = new Map<
    string,
    { from: ComparedState; to: ComparedState; count: number; tickets: string[] }
  >()
  private same = 0
  private moved = 0

  constructor(before: number, after: number) {
    this.before = before
    this.after = after
  }

  /** Both lists are in the order of starts and keys, so one walk matches them. */
  compare(old: Judge, young: Judge, ticket: string): void {
    this.old.number(old, this.before)
    this.young.number(young, this.after)
    let left = 0
    let right = 0
    while (left < this.old.count || right < this.young.count) {
      const one = left < this.old.count ? (this.old.runs[left] as Run) : undefined
      const other = right < this.young.count ? (this.young.runs[right] as Run) : undefined
      const order = orderOf(one, other)
      if (order <= 0) left++
      if (order >= 0) right++
      this.count(order <= 0 ? one : undefined, order >= 0 ? other : undefined, ticket)
    }
  }

  result(): PromiseComparison {
    const changes = [...this.changes.values()].sort((a, b) => b.count - a.count)
    return { same: this.same, moved: this.moved, changes }
  }

  private count(one: Run | undefined, other: Run | undefined, ticket: string): void {
    const from = stateOrNone(one)
    const to = stateOrNone(other)
    if (from === to) {
      this.same++
      if (!Object.is(one?.due, other?.due)) this.moved++
      return
    }
    const name = `${from} ${to}`
    let change = this.changes.get(name)
    if (change === undefined) {
      change = { from, to, count: 0, tickets: [] }
      this.changes.set(name, change)
    }
    change.count++
    if (change.tickets.length < SHOWN && change.tickets.at(-1) !== ticket) change.tickets.push(ticket)
  }
}

/** A run that could not be reckoned is no commitment. */
function stateOrNone(run: Run | undefined): ComparedState {
  return run === undefined || run.failed !== '' ? 'none' : stateOfRun(run)
}

function orderOf(one: Run | undefined, other: Run | undefined): number {
  if (one === undefined) return 1
  if (other === undefined) return -1
  return one.start - other.start || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)
}
