/** What happened on a ticket that a procedure goes on by. */

/** `seq`: its place in the ticket's log. `step`: from 1, as people count. */
export type Happening =
  /** Somebody took a step, or skipped it; or a wait lasted as long as it may (SPEC W11). */
  | {
      readonly kind: 'done' | 'skipped' | 'overdue'
      readonly seq: number
      readonly procedure: string
      readonly step: number
    }
  /** What a remedy clause allows was given or declined. */
  | { readonly kind: 'decided'; readonly seq: number; readonly remedy: string }
  /** The customer wrote, the message that opened the ticket aside. */
  | { readonly kind: 'customer-wrote'; readonly seq: number }
