/** The granting side of grant.ts. */
import { randomUUID } from 'node:crypto'
import { type Asking, answerBench, anyTicket } from './agents.ts'

export interface Granting extends Asking {
  /** All as one person, who has one budget. */
  readonly isOnePerson: boolean
}

const BODY = JSON.stringify({
  clause: 'R1',
  remedy: 'credit',
  amount: { minor: 100, currency: 'EUR' },
  reason: 'The lid was broken.',
  seen: 1_000_000,
})

answerBench<Granting>(
  async (granting, send) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const { status, text } = await send(`/api/v1/tickets/${anyTicket(granting)}/grants`, { body: BODY, headers })
    if (status !== 201) throw new Error(`a grant: ${status} ${text}`)
  },
  ({ isOnePerson }, index) => (isOnePerson ? 0 : index),
)
