import type { Route } from '@avow/contract'
import type { KeptAnswer } from './claim-key.ts'

/** What is sent for what a handler gave. What is not as the contract says is a fault of ours, and is not sent. */
export function answerOf({ answer, status }: Route, given: unknown): KeptAnswer {
  if (answer === undefined) return { status: 204, text: '' }
  return { status: status ?? 200, text: JSON.stringify(answer.parse(given)) }
}
