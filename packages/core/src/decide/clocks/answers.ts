/** first-response and next-response: SPEC K1, K2, K8. */
import type { RunBook } from '../run-book.ts'

export class AnswerClocks {
  private readonly book: RunBook
  private readonly first: readonly number[]
  private readonly next: readonly number[]
  /** An agent opened the ticket by writing: the first response is owed from the customer's first message. */
  private awaitsFirstMessage = false
  /** The customer's next message starts a next-response run. */
  private answered = false

  constructor(book: RunBook) {
    this.book = book
    this.first = book.withClock('first-response')
    this.next = book.withClock('next-response')
  }

  reset(): void {
    this.awaitsFirstMessage = false
    this.answered = false
  }

  onCreated(instant: number, forCustomer: boolean): void {
    this.awaitsFirstMessage = !forCustomer
    if (forCustomer) for (const promise of this.first) this.book.start(promise, '', instant)
  }

  onReceived(instant: number): void {
    const { book } = this
    if (this.awaitsFirstMessage) {
      this.awaitsFirstMessage = false
      for (const promise of this.first) book.start(promise, '', instant)
    }
    if (!this.answered) return
    this.answered = false
    for (const promise of this.next) book.start(promise, '', instant)
  }

  onSent(instant: number): void {
    this.book.fulfilAll(this.first, '', instant)
    this.book.fulfilAll(this.next, '', instant)
    this.answered = true
  }

  onNoAnswerNeeded(instant: number, reason: string): void {
    const { book } = this
    for (let index = 0; index < book.count; index++) {
      const run = book.run(index)
      if (!run.open) continue
      if (this.first.includes(run.promise)) book.cancel(run, instant, reason)
      else if (this.next.includes(run.promise)) {
        book.cancel(run, instant, reason)
        // Nobody will answer that message any more, so a broken run ends unfulfilled (K2).
        run.open = false
      }
    }
    this.answered = true
  }
}
