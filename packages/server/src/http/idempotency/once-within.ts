import { type Route, remedyRoutes } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { keptAnswerOf } from './answer-of.ts'
import { keyedNow } from './carried-out.ts'
import { insertAnswer, readKept } from './claim-key.ts'

/**
 * Routes that do all that they do in one transaction, under a lock that each repeat waits for: their answers are read and kept
 * in it, by the two functions below. It saves the transaction that claims a key, and a repeat gets the answer instead of
 * `key-running`.
 */
export const WITHIN: ReadonlySet<Route> = new Set([remedyRoutes.grantRemedy])

/**
 * Reads what the first request of the key at hand was given, also before the transaction's clock is read; what is answered
 * tells it then. Undefined: there was none, do it. Refuses as every key does.
 */
export async function givenBefore(tx: Transaction, keys: Keys): Promise<() => unknown> {
  const keyed = keyedNow(tx.workspace)
  const tell = keyed && (await readKept(tx, keys, keyed))
  return () => {
    const kept = tell?.()
    return kept && JSON.parse(kept.text)
  }
}

/** Keeps what is given to the request at hand, so that its repeats get it even where the process dies before it was sent. */
export function keepGiven(tx: Transaction, keys: Keys, route: Route, given: object): void {
  const keyed = keyedNow(tx.workspace)
  if (keyed !== undefined) insertAnswer(tx, keys, keyed, keptAnswerOf(route, given))
}
