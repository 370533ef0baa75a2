import { setTimeout as wait } from 'node:timers/promises'

const EVERY = 500

export interface Insistence {
  /** How long to try, ms. */
  readonly forMs: number
  /** There is no time left: the process stops. */
  readonly isOver: () => boolean
}

/** Does again what the database did not hear, until it is back. Throws the last error, and every other at once. */
export async function insist<T>(work: () => Promise<T>, { forMs, isOver }: Insistence): Promise<T> {
  const begun = performance.now()
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error) || isOver() || performance.now() - begun > forMs) throw error
      await wait(EVERY)
    }
  }
}

/** Connection lost, no room, stopping, locks: it will pass, and says nothing about the work (classes of PostgreSQL's errors). */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(?:08|40|53|55|57)...$|^(?:E[A-Z]+)$/.test(code) || /connection|timeout/i.test(error.message)
}
