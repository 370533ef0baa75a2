import { setTimeout as wait } from 'node:timers/promises'
import type { Desk } from '../../desk.ts'
import { coverAbsences } from '../../features/standing-in/index.ts'

/** Tickets of one transaction. */
const MOST = 50
const EVERY = 1_000

/**
 * Looks each second, in every workspace, for promises that run with somebody who is away, and finds somebody else for them.
 * Any number of processes may look; each takes tickets that no other holds.
 */
export function startAbsences({ store, keys, publicUrl, log }: Pick<Desk, 'store' | 'keys' | 'publicUrl' | 'log'>): {
  /** Settled once the transaction under way has ended. */
  stop(): Promise<void>
} {
  const stopping = new AbortController()
  const { signal } = stopping
  const round = async (): Promise<void> => {
    for (const { id: workspace } of await store.control.selectFrom('control.workspace').select('id').execute()) {
      try {
        while (!signal.aborted && (await coverAbsences(store, { workspace, most: MOST, keys, publicUrl })) === MOST);
      } catch (error) {
        log.error(
          { workspace, err: error },
          'tickets of people who are away could not be given on, and are tried again',
        )
      }
    }
  }
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      await round().catch((error: unknown) => log.error({ err: error }, 'absences could not be looked at'))
      await wait(EVERY, undefined, { signal }).catch(() => undefined)
    }
  }
  const running = loop()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
