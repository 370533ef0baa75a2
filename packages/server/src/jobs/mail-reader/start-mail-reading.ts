import type { MailReader, MailRow, NextReader, OnMailStep } from '../../channels/email/index.ts'
import type { Desk } from '../../desk.ts'
import { leaseWaiting } from './lease-waiting.ts'
import { type ReadingDesk, readOne } from './read-one.ts'

export interface MailReadingOptions {
  readonly desk: Desk
  readonly reader: MailReader
  readonly onStep?: OnMailStep
  /** How often to look for mail that waits, ms. */
  readonly everyMs?: number
  /** How many mails are read at a time. */
  readonly atOnce?: number
  /** How long a mail is kept from other processes, ms: longer than reading it may take. */
  readonly leaseMs?: number
}

export interface MailReading extends NextReader {
  /** Answers when nothing that this process knows of is left to read. */
  idle(): Promise<void>
  /** Begins nothing new; answers when what is in hand is settled. */
  close(): Promise<void>
}

/**
 * Reads accepted mail: what this process accepted at once, and beside it whatever waits in the table, so that a crash,
 * here or in another process, delays a mail and loses none.
 */
export function startMailReading(options: MailReadingOptions): MailReading {
  const { reader, everyMs = 2_000, atOnce = 4, leaseMs = 20_000, onStep = () => undefined } = options
  const desk: ReadingDesk = { ...options.desk, reader, onStep }
  const { store, log } = desk
  const waiting: MailRow[] = []
  const inHand = new Set<Promise<void>>()
  let isClosed = false
  let polling: Promise<void> | undefined

  const work = (): void => {
    while (!isClosed && inHand.size < atOnce) {
      const row = waiting.shift()
      if (row === undefined) return
      const reading = readOne(desk, row).finally(() => {
        inHand.delete(reading)
        work()
      })
      inHand.add(reading)
    }
  }

  const pollAll = async (): Promise<void> => {
    const workspaces = await store.control.selectFrom('control.workspace').select('id').execute()
    for (const { id } of workspaces) {
      if (isClosed || waiting.length > 0) return
      const rows = await leaseWaiting(store, id, { leaseMs, most: atOnce * 2 })
      waiting.push(...rows)
      work()
      if (rows.length > 0) again = true
    }
  }
  let again = false
  const poll = (): Promise<void> => {
    polling ??= (async () => {
      try {
        do {
          again = false
          await pollAll()
          if (inHand.size > 0) await Promise.race(inHand)
        } while (again && !isClosed)
      } catch (error) {
        log.warn({ err: error }, 'waiting mail could not be looked for')
      } finally {
        polling = undefined
      }
    })()
    return polling
  }
  const timer = setInterval(() => void poll(), everyMs)
  timer.unref()

  return {
    // What could not begin within half the lease is left to whoever is free.
    leaseMs: () => (!isClosed && waiting.length < atOnce * 4 ? leaseMs : 0),
    take(mail) {
      waiting.push(...mail)
      work()
    },
    async idle() {
      await poll()
      while (inHand.size > 0 || waiting.length > 0) await Promise.all(inHand)
    },
    async close() {
      isClosed = true
      clearInterval(timer)
      await polling
      await Promise.all(inHand)
    },
  }
}
