import { AsyncLocalStorage } from 'node:async_hooks'
import type { Route } from '@avow/contract'
import type { EventHandler, Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { answerOf } from './answer-of.ts'
import { CARRIED_OUT, type Keyed, writeAnswer } from './claim-key.ts'

/** The keyed request that the code at hand runs for. */
const running = new AsyncLocalStorage<Keyed>()

/** Requests whose answer is kept with what they did. */
const kept = new WeakSet<Keyed>()

/** Runs a handler as the one request of its key. */
export function runKeyed<T>(keyed: Keyed, work: () => Promise<T>): Promise<T> {
  return running.run(keyed, work)
}

/**
 * Marks the key of a request in the very transaction in which its events are written: should the process die before the
 * answer is kept, a repeat finds that it happened. Without it, a mail could leave twice.
 */
export const markCarriedOut: EventHandler = async (_, { db, workspace }) => {
  const keyed = running.getStore()
  if (keyed === undefined || keyed.workspace !== workspace || kept.has(keyed)) return
  await db
    .updateTable('idempotent_answer')
    .set({ status: CARRIED_OUT })
    .where('workspace_id', '=', workspace)
    .where('key', '=', keyed.key)
    .where('path', '=', keyed.path)
    .where('actor', '=', keyed.actor)
    .where('status', 'is', null)
    .execute()
}

/**
 * Keeps what a handler gives to a keyed request in the very transaction in which it does what it does: its repeats get that answer
 * even where the process dies before it was sent. Nothing where the request has no key.
 */
export async function keepWithin(tx: Transaction, keys: Keys, route: Route, given: unknown): Promise<void> {
  const keyed = running.getStore()
  if (keyed === undefined || keyed.workspace !== tx.workspace) return
  await writeAnswer(tx, keys, keyed, answerOf(route, given))
  kept.add(keyed)
}

/** Was the answer of a request that came to its end kept by itself? */
export function isKept(keyed: Keyed): boolean {
  return kept.has(keyed)
}
