/** resolution: SPEC K4, K7, K9. */
import { decideAgain } from '../changed-facts.ts'
import { RUN } from '../run.ts'
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

  /** A reopening takes back a fulfilment; call it after the ticket has been reopened. */
  onReopened(instant: number): void {
    const { book } = this
    for (let index = 0; index < book.count; index++) {
      const run = book.run(index)
      if (Number.isNaN(run.fulfilledAt) || !this.all.includes(run.promise)) continue
      run.open = true
      run.takenBack = run.fulfilledAt
      run.fulfilledAt = Number.NaN
      book.note(run, 'reopened', instant)
      if (run.state !== RUN.kept) continue
      run.state = RUN.running
      run.settledAt = Number.NaN
      if (run.stale) decideAgain(book, run, instant)
      run.stale = false
    }
  }

  /** The reopening needed no answer: what still runs is fulfilled at its former instant. Answers the runs so restored. */
  restore(instant: number): void {
    const { book } = this
    for (let index = 0; index < book.count; index++) {
      const run = book.run(index)
      if (!run.open || Number.isNaN(run.takenBack) || !this.all.includes(run.promise)) continue
      book.advance(run, instant)
      if (run.state !== RUN.running) continue
      run.state = RUN.kept
      run.open = false
      run.fulfilledAt = run.takenBack
      run.settledAt = run.takenBack
      book.note(run, 'reopening-undone', instant)
    }
  }

  /** The due instants of restored runs, once the pause of the reopening is gone. */
  reckonRestored(): void {
    const { book } = this
    for (let index = 0; index < book.count; index++) {
      const run = book.run(index)
      if (run.state !== RUN.kept || run.settledAt !== run.takenBack) continue
      run.due = book.dueOf(run, run.settledAt)
      run.paused = false
    }
  }
}
