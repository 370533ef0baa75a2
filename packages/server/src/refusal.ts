import type { ProblemCode, ProblemPlace } from '@avow/contract'

/** What was refused, where in the request and what was typed there; and what must not be lost with it. */
export interface RefusalDetails {
  readonly at?: readonly ProblemPlace[]
  /** `ticket-moved`: the seq that the ticket has now, and the text that was not sent. */
  readonly seq?: number
  readonly kept?: string
}

/** A command or question that cannot be answered, by a code of the catalogue. `http/` turns it into problem details. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ProblemCode
  readonly details: RefusalDetails

  /** `message` says what happened and what to do, to the person who asked. */
  constructor(code: ProblemCode, message: string, details: RefusalDetails = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}
