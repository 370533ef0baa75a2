import type { Logger } from 'pino'
import type { BlobStore } from '../../blobs/index.ts'
import { type Lookup, systemLookup } from '../../channels/email/index.ts'
import { type Store, transaction } from '../../db/index.ts'
import { checkBytes, watchMail, watchRoom } from '../../features/mail-health/index.ts'
import { watchKeys } from '../../features/mail-keys/index.ts'

export interface MailWatchOptions {
  readonly store: Store
  readonly blobs: BlobStore
  readonly log: Pick<Logger, 'error' | 'warn' | 'info'>
  /** Asks the DNS; the machine's own servers where left out. */
  readonly lookup?: Lookup
  /** How often to look, ms. */
  readonly everyMs?: number
}

const EVERY = 60_000

/**
 * Looks each minute whether a mailbox lags, has fallen silent, or lacks room, and asks for attention; and once a day whether
 * the bytes of its mails are whole, and the records of its keys in the DNS. The first look comes after a minute: what waited while nothing ran has left by then.
 */
export function startMailWatch({ store, blobs, log, lookup = systemLookup(), everyMs = EVERY }: MailWatchOptions): {
  stop(): Promise<void>
} {
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Promise<void> | undefined
  const look = async (): Promise<void> => {
    const room = await blobs.room()
    if (room !== undefined) await watchRoom(store, room)
    for (const { id } of await store.control.selectFrom('control.workspace').select('id').execute()) {
      if (signal.aborted) return
      await transaction(store, { workspace: id }, (tx) => watchMail(tx, tx.now))
      await checkBytes(store, blobs, id, signal)
      await watchKeys({ store, lookup, log }, id, signal)
    }
  }
  const timer = setInterval(() => {
    running ??= look()
      .catch((error: unknown) => log.error({ err: error }, 'mailboxes could not be looked after'))
      .finally(() => {
        running = undefined
      })
  }, everyMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await running
    },
  }
}
