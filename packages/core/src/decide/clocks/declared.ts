/** Clocks over events that the charter declares: SPEC K5. */
import type { RunBook } from '../run-book.ts'

interface Moves {
  readonly from: readonly number[]
  readonly until: readonly number[]
  readonly givenUp: readonly number[]
  readonly untilFromCreation: readonly number[]
}

export class DeclaredClocks {
  private readonly book: RunBook
  /** By declared event of the history, which promises it moves. */
  private readonly moves: readonly Moves[]
  private readonly fromCreation: readonly number[]

  constructor(book: RunBook, declared: readonly string[]) {
    this.book = book
    this.moves = declared.map((event) => ({
      from: this.naming((clock) => clock.from === event),
      until: this.naming((clock) => clock.until === event),
      givenUp: this.naming((clock) => clock.givenUp.includes(event)),
      untilFromCreation: this.naming((clock) => clock.until === event && clock.from === 'ticket.created'),
    }))
    this.fromCreation = this.naming((clock) => clock.from === 'ticket.created')
  }

  onCreated(instant: number): void {
    for (const promise of this.fromCreation) this.book.start(promise, '', instant)
  }

  onEvent(declared: number, key: string, instant: number): void {
    const moves = this.moves[declared]
    if (moves === undefined) return
    const { book } = this
    book.fulfilAll(moves.until, key, instant)
    // A run from the creation has no key, and takes any.
    if (key !== '') book.fulfilAll(moves.untilFromCreation, '', instant)
    for (const promise of moves.givenUp) {
      const run = book.openRun(promise, key)
      if (run === undefined) continue
      book.cancel(run, instant, 'given-up')
      run.open = false
    }
    for (const promise of moves.from) {
      if (book.openRun(promise, key) !== undefined) continue
      const clock = book.promises[promise]?.clock
      if (clock?.kind === 'declared' && clock.each === 'once' && book.hasRun(promise, key)) continue
      book.start(promise, key, instant)
    }
  }

  private naming(
    test: (clock: { from: string; until: string; givenUp: readonly string[] }) => boolean,
  ): readonly number[] {
    return this.book.withClock('declared').filter((promise) => {
      const clock = this.book.promises[promise]?.clock
      return clock?.kind === 'declared' && test(clock)
    })
  }
}
