import { AsyncLocalStorage } from 'node:async_hooks'
import type { EventHandler } from '../../db/index.ts'
import { CARRIED_OUT, type Keyed } from './claim-key.ts'

/** The keyed request that the code at hand runs for. */
const running = new AsyncLocalStorage<Keyed>()

/** Requests whose answer is kept in the transaction of what they do. */
const within = new WeakSet<Keyed>()

/** Runs a handler as the one request of its key. */
export function runKeyed<T>(keyed: Keyed, work: () => Promise<T>): Promise<T> {
  return running.run(keyed, work)
}

/** The same for a handler that keeps its answer itself: see once-within.ts. */
export function runKeyedWithin<T>(keyed: Keyed, work: () => Promise<T>): Promise<T> {
  within.add(keyed)
  return runKeyed(keyed, work)
}

/** The keyed request that the code at hand runs for; undefined where it has no key. */
export function keyedNow(workspace: string): Keyed | undefined {
  const keyed = running.getStore()
  return keyed?.workspace === workspace ? keyed : undefined
}

/**
 * Marks the key of a request in the very transaction in which its events are written: should the process die before the
 * answer is kept, a repeat finds that it happened. Without it, a mail could leave twice.
 */
export const markCarriedOut: EventHandler = async (_, { db, workspace }) => {
  const keyed = keyedNow(workspace)
  if (keyed === undefined || within.has(keyed)) return
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
