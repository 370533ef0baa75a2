/** The runs of one ticket: started, brought up to date, fulfilled, cancelled (SPEC K6, K10, V1–V3). */
import { CalendarError } from '../calendar/index.ts'
import {
  amendmentAt,
  type CompiledAmendment,
  type CompiledPromise,
  NO_ROW,
  SEVERAL_ROWS,
  type Target,
} from '../charter/index.ts'
import { type BoundCharter, type BoundTable, rowOf } from './bind.ts'
import { matchingRows, passedOver } from './matching-rows.ts'
import { dueWithPauses, type Reckoning } from './reckon.ts'
import { freshRun, RUN, type Run, type RunNote } from './run.ts'
import type { TicketReplay } from './ticket-replay.ts'

export class RunBook {
  readonly promises: readonly CompiledPromise[]
  readonly runs: Run[] = []
  count = 0
  /** Promises with `hit: unique` for which several rows matched (SPEC C6), with these rows, from 1, where notes are kept. */
  readonly ambiguous = new Map<number, readonly number[]>()

  private readonly tables: readonly BoundTable[]
  private readonly ticket: TicketReplay
  readonly keepsNotes: boolean
  /** By promise: the amendment by which the ticket at hand is judged (SPEC A1). Undefined where no promise has one. */
  private amended: readonly (CompiledAmendment | undefined)[] | undefined
  private readonly hasAmendments: boolean
  /** What the event at hand changed, in words, for notes. */
  what = ''
  private readonly reckoning: Reckoning = { due: 0, stopped: false, left: 0 }

  constructor(bound: BoundCharter, ticket: TicketReplay, keepsNotes: boolean) {
    this.promises = bound.charter.promises
    this.tables = bound.promises
    this.ticket = ticket
    this.keepsNotes = keepsNotes
    this.hasAmendments = this.promises.some(({ amendments }) => amendments.length > 0)
  }

  reset(): void {
    this.count = 0
    this.amended = undefined
    // Most tickets have none, and clearing an empty set is dear a million times.
    if (this.ambiguous.size > 0) this.ambiguous.clear()
  }

  /** Indices of the promises with a preset clock. */
  withClock(kind: CompiledPromise['clock']['kind']): readonly number[] {
    return this.promises.flatMap((promise, index) => (promise.clock.kind === kind ? [index] : []))
  }

  promiseOf(run: Run): CompiledPromise {
    return this.promises[run.promise] as CompiledPromise
  }

  run(index: number): Run {
    return this.runs[index] as Run
  }

  /** Takes the amendments that are in force when the ticket is created; they hold for all of it (SPEC A1). */
  amend(created: number): void {
    if (this.hasAmendments) this.amended = this.promises.map((promise) => amendmentAt(promise, created))
  }

  /** The amendment of a promise by which the ticket at hand is judged. */
  amendmentOf(promise: number): CompiledAmendment | undefined {
    return this.amended?.[promise]
  }

  /** What a row of a promise gives the ticket at hand; undefined where there is no such row. */
  targetOf(promise: number, row: number): Target | undefined {
    return (this.amendmentOf(promise) ?? (this.promises[promise] as CompiledPromise)).targets[row]
  }

  /** The row of a promise for the facts as they stand; none where a crisis suspends it. */
  rowOf(promise: number): number {
    if (this.amendmentOf(promise)?.targets.length === 0) return NO_ROW
    const row = rowOf(this.tables[promise] as BoundTable, this.ticket.facts)
    if (row === SEVERAL_ROWS) this.ambiguous.set(promise, this.keepsNotes ? this.rowsThatMatch(promise) : [])
    return row
  }

  private rowsThatMatch(promise: number): readonly number[] {
    return matchingRows(this.tables[promise] as BoundTable, this.ticket.facts).map((row) => row + 1)
  }

  start(promise: number, key: string, instant: number): void {
    const run = freshRun(this.runs[this.count], promise, key, instant)
    this.runs[this.count++] = run
    const row = this.rowOf(promise)
    if (row < 0) return
    run.row = row
    run.firstRow = row
    run.target = this.targetOf(promise, row)
    this.notePassedOver(run, instant, row)
  }

  /** Due instant of a run with its row, an open pause taken to end at `asOf`; NaN where it cannot be reckoned. */
  dueOf(run: Run, asOf: number): number {
    const { target, earlier } = run
    if (target === undefined) return Number.NaN
    const { timeline } = this.ticket
    const mask = this.promiseOf(run).pauses
    const { reckoning } = this
    run.failed = ''
    try {
      let instant = dueWithPauses(target, run.origin, timeline, mask, asOf, reckoning)
      run.paused = reckoning.stopped
      run.left = reckoning.left
      for (const basis of earlier) {
        const other = dueWithPauses(basis.target, basis.origin, timeline, mask, asOf, reckoning)
        if (other >= instant) continue
        instant = other
        run.paused = reckoning.stopped
        run.left = reckoning.left
      }
      return instant
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error
      run.failed = error.code
      return Number.NaN
    }
  }

  /** Makes a running run broken when its due instant lies before `instant`; leaves the due instant on the run. */
  advance(run: Run, instant: number): void {
    if (run.state !== RUN.running || run.target === undefined) return
    run.due = this.dueOf(run, instant)
    if (!(run.due < instant)) return
    run.state = RUN.broken
    run.settledAt = run.due + 1
    run.paused = false
    if (this.promiseOf(run).clock.kind === 'update-every') run.open = false
  }

  fulfil(run: Run, instant: number): void {
    this.advance(run, instant)
    if (!run.open) return
    run.fulfilledAt = instant
    run.open = false
    if (run.state !== RUN.running) return
    run.state = RUN.kept
    run.settledAt = instant
    run.paused = false
    run.takenBack = undefined
    run.stale = false
  }

  /** Fulfils the open runs of some promises with this key. */
  fulfilAll(promises: readonly number[], key: string, instant: number): void {
    if (promises.length === 0) return
    for (let index = 0; index < this.count; index++) {
      const run = this.run(index)
      if (run.open && run.key === key && isAmong(promises, run.promise)) this.fulfil(run, instant)
    }
  }

  /** Cancels a run that is still running (SPEC V1), or lets it break first. */
  cancel(run: Run, instant: number, reason: string): void {
    this.advance(run, instant)
    if (run.state !== RUN.running) return
    run.state = RUN.cancelled
    run.settledAt = instant
    run.reason = reason
    run.paused = false
    run.open = false
  }

  /** The latest open run of a promise and key. */
  openRun(promise: number, key: string): Run | undefined {
    for (let index = this.count - 1; index >= 0; index--) {
      const run = this.run(index)
      if (run.promise === promise && run.open && run.key === key) return run
    }
    return undefined
  }

  hasRun(promise: number, key: string): boolean {
    for (let index = 0; index < this.count; index++) {
      const run = this.run(index)
      if (run.promise === promise && run.key === key) return true
    }
    return false
  }

  /** Brings what still runs up to `now`, when all events are judged. */
  finish(now: number): void {
    for (let index = 0; index < this.count; index++) {
      const run = this.run(index)
      if (run.state !== RUN.running) continue
      this.advance(run, now)
      if (run.state === RUN.running && run.paused) run.due = Number.NaN
    }
  }

  /** Counts the runs that left all rows and came into none since as cancelled when they left (SPEC F5). */
  countLeft(): void {
    for (let index = 0; index < this.count; index++) {
      const run = this.run(index)
      const left = run.leftRows
      if (left === undefined) continue
      run.state = RUN.cancelled
      run.reason = 'no-row'
      run.settledAt = left.at
      run.fulfilledAt = Number.NaN
      run.due = left.due
      run.row = left.row
      run.origin = left.origin
      run.target = left.target
      run.paused = false
    }
  }

  note(run: Run, code: RunNote['code'], at: number, row = run.row): void {
    if (!this.keepsNotes) return
    run.notes ??= []
    run.notes.push({ code, at, row, what: this.what, others: [] })
  }

  /** Notes which rows match beside the one that was found, as the facts stand (SPEC C10). */
  notePassedOver(run: Run, at: number, row: number): void {
    if (!this.keepsNotes || row < 0) return
    const others = passedOver(this.tables[run.promise] as BoundTable, this.ticket.facts, row)
    if (others.length === 0) return
    run.notes ??= []
    run.notes.push({ code: 'rows-passed-over', at, row, what: '', others })
  }
}

/** The lists are short and asked for every event: for them a loop is quicker than `includes`. */
export function isAmong(promises: readonly number[], promise: number): boolean {
  for (let index = 0; index < promises.length; index++) if (promises[index] === promise) return true
  return false
}
