import type { Logger } from 'pino'
import type { Store } from '../../db/index.ts'
import { refreshBreaches } from '../../features/breaches/index.ts'
import { freezeFigures } from '../../features/figures/index.ts'

export interface FreezingOptions {
  readonly store: Store
  readonly log: Logger
}

const EVERY = 3_600_000

/**
 * Fixes the figures of periods that have closed, and reckons again where the time of broken promises goes that are still
 * waited for: at the start, and every hour.
 */
export function startFreezing({ store, log }: FreezingOptions): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Promise<void> = Promise.resolve()
  const freeze = async (): Promise<void> => {
    const workspaces = await store.control.selectFrom('control.workspace').select('id').execute()
    for (const { id } of workspaces) {
      await refreshBreaches(store, id, signal)
      const { frozen, corrected } = await freezeFigures(store, id, signal)
      if (frozen + corrected > 0) log.info({ workspace: id, frozen, corrected }, 'figures of closed periods')
    }
  }
  const look = (): void => {
    running = running.then(freeze).catch((error: unknown) => {
      if (!signal.aborted) log.error({ error }, 'closing periods failed')
    })
  }
  const timer = setInterval(look, EVERY)
  timer.unref()
  look()
  return {
    stop() {
      clearInterval(timer)
      stopping.abort()
      return running
    },
  }
}
