/** update-every: SPEC K3. */
import { STATE } from '../../ticket/index.ts'
import { RUN } from '../run.ts'
import { isAmong, type RunBook } from '../run-book.ts'
import type { TicketReplay } from '../ticket-replay.ts'

/** Runs of one ticket after which no missed interval is followed by another: a target of moments would fill any memory. */
const MOST_RUNS = 20_000

export class UpdateClocks {
  private readonly book: RunBook
  private readonly ticket: TicketReplay
  private readonly promises: readonly number[]

  constructor(book: RunBook, ticket: TicketReplay) {
    this.book = book
    this.ticket = ticket
    this.promises = book.withClock('update-every')
  }

  onSent(instant: number): void {
    this.book.fulfilAll(this.promises, '', instant)
    if (this.isOwed()) for (const promise of this.promises) this.book.start(promise, '', instant)
  }

  onSolved(instant: number): void {
    this.book.fulfilAll(this.promises, '', instant)
  }

  /** Each missed interval is followed by the next, for due instants before `instant`. */
  follow(instant: number): void {
    if (this.promises.length === 0) return
    const { book, ticket } = this
    for (let index = 0; index < book.count; index++) {
      const run = book.run(index)
      if (!run.open || run.state !== RUN.running || !isAmong(this.promises, run.promise)) continue
      if (run.reckonedAt === ticket.timeline.version && !run.paused && !(run.due < instant)) continue
      book.advance(run, instant)
      run.reckonedAt = ticket.timeline.version
      if (!run.open && run.due <= run.start) run.failed = 'no-progress'
      else if (!run.open && book.count >= MOST_RUNS) run.failed = 'too-many-runs'
      else if (!run.open && this.isOwed()) book.start(run.promise, '', run.due)
    }
  }

  private isOwed(): boolean {
    const { state } = this.ticket
    return state === STATE.new || state === STATE.open || state === STATE.onHold
  }
}
