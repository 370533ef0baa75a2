/** resolution: SPEC K4, K7, K9. */
import { decideAgain } from '../changed-facts.ts'
import { PENDING, RUN } from '../run.ts'
import type { RunBook } from '../run-book.ts'

export class ResolutionClocks {
  private readonly book: RunBook
  private readonly all: readonly number[]
  private readonly untilSolved: readonly number[]
  private readonly untilClosed: readonly number[]

  constructor(book: RunBook) {
    this.book = book
    this.all = book.withClock('resolution')
    const until = (end: 'solved' | 'closed') =>
      this.all.filter((promise) => {
        const clock = book.promises[promise]?.clock
        return clock?.kind === 'resolution' && clock.until === end
      })
    this.untilSolved = until('solved')
    this.untilClosed = until('closed')
  }

  onCreated(instant: number): void {
    for (const promise of this.all) this.book.start(promise, '', instant)
  }

  onSolved(instant: number): void {
    this.book.fulfilAll(this.untilSolved, '', instant)
  }

  onClosed(instant: number): void {
    this.book.fulfilAll(this.untilClosed, '', instant)
  }

  onSilentSolve(instant: number): void {
    for (const promise of this.untilSolved) {
      const run = this.book.openRun(promise, '')
      if (run !== undefined) this.book.note(run, 'silent-solve', instant)
    }
  }

  /** A reopening, the n-th of its ticket, takes back a fulfilment; call it after the ticket has been reopened. */
  onReopened(reopening: number, instant: number): void {
    const { book } = this
    for (let index = 0; index < book.count; index++) {
      const run = book.run(index)
      if (Number.isNaN(run.fulfilledAt) || !this.all.includes(run.promise)) continue
      const { state, settledAt, fulfilledAt, due, row, origin, since, target, earlier, leftRows } = run
      run.open = true
      run.fulfilledAt = Number.NaN
      book.note(run, 'settled-first', fulfilledAt)
      book.note(run, run.state === RUN.kept ? 'reopened' : 'reopened-late', instant)
      run.takenBack = { reopening, state, settledAt, fulfilledAt, due, row, origin, since, target, earlier, leftRows }
      if (run.state !== RUN.kept) continue
      run.state = RUN.running
      run.settledAt = Number.NaN
      if (run.stale) decideAgain(book, run, instant)
    }
  }

  /** The n-th reopening needed no answer: what it took back is as it was, even where it broke in the meantime. */
  restore(reopening: number, instant: number): void {
    const { book } = this
    for (let index = 0; index < book.count; index++) {
      const run = book.run(index)
      const before = run.takenBack
      if (!run.open || before?.reopening !== reopening || !this.all.includes(run.promise)) continue
      run.open = false
      run.state = before.state
      run.settledAt = before.settledAt
      run.fulfilledAt = before.fulfilledAt
      run.due = before.due
      run.row = before.row
      run.origin = before.origin
      run.since = before.since
      run.target = before.target
      run.earlier = before.earlier
      run.leftRows = before.leftRows
      run.pending = PENDING.none
      run.paused = false
      run.takenBack = undefined
      book.note(run, 'reopening-undone', instant)
    }
  }
}
