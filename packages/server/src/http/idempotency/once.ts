import type { Desk } from '../../desk.ts'
import { runKeyed } from './carried-out.ts'
import { claimKey, freeKey, type KeptAnswer, type Keyed, keepAnswer } from './claim-key.ts'

/** Does a deed once per key: the first request does it, its repeats get the same answer. */
export async function once(desk: Desk, keyed: Keyed, work: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
  const kept = await claimKey(desk, keyed)
  if (kept !== undefined) return kept
  let answer: KeptAnswer
  try {
    answer = await runKeyed(keyed, work)
  } catch (error) {
    // Where the database is away too, the key frees itself after a minute.
    await freeKey(desk, keyed).catch(() => undefined)
    throw error
  }
  // It is done: that its answer cannot be kept must not look as if it were not.
  await keepAnswer(desk, keyed, answer).catch((error: unknown) =>
    desk.log.warn({ error, path: keyed.path }, 'an answer could not be kept for its Idempotency-Key'),
  )
  return answer
}
