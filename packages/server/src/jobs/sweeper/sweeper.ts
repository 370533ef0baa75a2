import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Store } from '../../db/index.ts'
import { sweepBatch } from '../../features/escalation/index.ts'

export interface SweeperOptions {
  readonly store: Store
  readonly log: Pick<Logger, 'error' | 'warn'>
  /** Address in links of mails, without a slash at its end. */
  readonly publicUrl?: string
  /** How long to wait, ms, after nothing was found to do. */
  readonly pollMs?: number
  /** Tickets of one transaction. */
  readonly most?: number
}

export interface Sweeper {
  start(): void
  /** Settled once the transaction under way has ended. */
  stop(): Promise<void>
  /** Settles all that has fallen due in a workspace; answers how many tickets. */
  sweepOnce(workspace: string): Promise<number>
}

const MOST = 200
const POLL_MS = 250

/**
 * What acts when time passes: settles commitments past their due instants and takes steps, by the database's clock alone.
 * Any number of processes may sweep; each takes tickets that no other holds. Nothing tells it to look but its own poll.
 */
export function createSweeper({ store, log, publicUrl = '', pollMs = POLL_MS, most = MOST }: SweeperOptions): Sweeper {
  const stopping = new AbortController()
  let running: Promise<void> | undefined
  let upSince = Number.NEGATIVE_INFINITY

  const sweep = async (workspace: string): Promise<number> => {
    const onSetAside = (ticket: string, error: unknown) =>
      log.warn({ workspace, ticket, err: error }, 'a ticket that cannot be settled is set aside')
    const swept = await sweepBatch(store, { workspace, most, upSince, publicUrl, onSetAside })
    return swept.tickets + swept.setAside
  }

  /** One batch in each workspace, so that none waits for another's backlog. Answers whether there may be more to do. */
  const round = async (): Promise<boolean> => {
    let isMore = false
    for (const { id } of await store.control.selectFrom('control.workspace').select('id').execute()) {
      if (stopping.signal.aborted) return false
      try {
        isMore = (await sweep(id)) === most || isMore
      } catch (error) {
        log.error({ workspace: id, err: error }, 'the sweep of a workspace failed and is tried again')
      }
    }
    return isMore
  }

  const loop = async (): Promise<void> => {
    let hasStarted = false
    while (!stopping.signal.aborted) {
      let isMore = false
      try {
        if (!hasStarted) upSince = await databaseClock(store)
        hasStarted = true
        isMore = await round()
      } catch (error) {
        log.error({ err: error }, 'the sweep failed and is tried again')
      }
      if (!isMore) await wait(pollMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  return {
    start() {
      running ??= loop()
    },
    async stop() {
      stopping.abort()
      await running
    },
    async sweepOnce(workspace) {
      let sum = 0
      for (;;) {
        const swept = await sweep(workspace)
        sum += swept
        if (swept < most) return sum
      }
    },
  }
}

async function databaseClock(store: Store): Promise<number> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(store.control)
  return rows[0]?.now.getTime() ?? Number.NEGATIVE_INFINITY
}
