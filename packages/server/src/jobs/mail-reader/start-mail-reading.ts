import type { MailReader, MailRow, NextReader, OnMailStep } from '../../channels/email/index.ts'
import type { Desk } from '../../desk.ts'
import { giveBack, leaseWaiting } from './lease-waiting.ts'
import { type ReadingDesk, readOne, settleTogether } from './read-one.ts'
import { SettleQueue } from './settle-queue.ts'

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
  /** Begins nothing new; answers when what is in hand is settled, and the rest given back. */
  close(): Promise<void>
}

/** How many mails are taken from the table at a time; how many may wait in memory before new ones are left there. */
const BATCH = 20
/** How many are settled in one transaction. */
const TOGETHER = 20

/**
 * Reads accepted mail: what this process accepted at once, and beside it whatever waits in the table, so that a crash,
 * here or in another process, delays a mail and loses none.
 */
export function startMailReading(options: MailReadingOptions): MailReading {
  const { reader, everyMs = 2_000, atOnce = 4, leaseMs = 20_000, onStep = () => undefined } = options
  const desk: ReadingDesk = { ...options.desk, reader, onStep, isOver: () => isClosed }
  const { store, log } = desk
  const waiting: MailRow[] = []
  const inHand = new Set<Promise<void>>()
  let isClosed = false
  /** Mail may lie in the table that nobody has in hand. */
  let mayBeMore = true
  let looking: Promise<void> | undefined

  const work = (): void => {
    if (isClosed) return
    while (inHand.size < atOnce && settling.size < TOGETHER * 2) {
      const row = waiting.shift()
      if (row === undefined) break
      const reading = readOne(desk, row).then((ready) => {
        inHand.delete(reading)
        if (ready !== undefined) settling.add(ready)
        work()
      })
      inHand.add(reading)
    }
    if (mayBeMore && waiting.length < atOnce) void look()
  }
  const settling = new SettleQueue((mails) => settleTogether(desk, mails), TOGETHER, work)

  const look = (): Promise<void> => {
    if (looking !== undefined) return looking
    mayBeMore = false
    looking = lookIntoTables()
      .catch((error: unknown) => log.warn({ err: error }, 'waiting mail could not be looked for'))
      .finally(() => {
        looking = undefined
        work()
      })
    return looking
  }

  const lookIntoTables = async (): Promise<void> => {
    const workspaces = await store.control.selectFrom('control.workspace').select('id').execute()
    for (const { id } of workspaces) {
      if (isClosed) return
      const rows = await leaseWaiting(store, id, { leaseMs, most: BATCH })
      waiting.push(...rows)
      if (rows.length === BATCH) mayBeMore = true
      work()
    }
  }

  const timer = setInterval(() => {
    mayBeMore = true
    work()
  }, everyMs)
  timer.unref()
  work()

  return {
    leaseMs() {
      if (!isClosed && waiting.length < BATCH) return leaseMs
      mayBeMore = true
      return 0
    },
    take(mail) {
      waiting.push(...mail)
      work()
    },
    async idle() {
      do {
        await look()
        while (inHand.size > 0) await Promise.all(inHand)
        await settling.idle()
      } while (waiting.length > 0 || inHand.size > 0 || mayBeMore)
    },
    async close() {
      isClosed = true
      clearInterval(timer)
      await looking
      await Promise.all(inHand)
      await settling.idle()
      // Whoever comes next need not wait for their leases to end.
      for (const row of waiting.splice(0))
        await giveBack(store, row, { waitMs: 0, isOurFault: true }).catch((error: unknown) =>
          log.warn({ err: error, mail: row.id }, 'a mail is read when its lease has ended'),
        )
    },
  }
}
