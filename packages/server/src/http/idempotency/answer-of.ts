import type { Route } from '@avow/contract'
import type { KeptAnswer } from './claim-key.ts'

/** What is sent for what a handler gave. What is not as the contract says is a fault of ours, and is not sent. */
export function answerOf({ answer, status }: Route, given: unknown): KeptAnswer {
  if (answer === undefined) return { status: 204, text: '' }
  const known = typeof given === 'object' && given !== null ? kept.get(given) : undefined
  return known ?? { status: status ?? 200, text: JSON.stringify(answer.parse(given)) }
}

/** Answers that were kept for a request's repeats: sent as they were kept, without looking at them once more. */
const kept = new WeakMap<WeakKey, KeptAnswer>()

/** The same, noted for when it is sent. */
export function keptAnswerOf(route: Route, given: WeakKey): KeptAnswer {
  const answer = answerOf(route, given)
  kept.set(given, answer)
  return answer
}
