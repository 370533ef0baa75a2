import type { MailReader, MailRow, MailVerifier, NextReader, OnMailStep } from '../../channels/email/index.ts'
import type { Desk } from '../../desk.ts'
import { giveBack, leaseWaiting } from './lease-waiting.ts'
import { afterFailure, type ReadingDesk, type ReadOnce, readOne, settleTogether } from './read-one.ts'
import { SettleQueue } from './settle-queue.ts'

export interface MailReadingOptions {
  readonly desk: Desk
  readonly reader: MailReader
  /** Left out: nobody is asked who sent a mail. */
  readonly verifier?: MailVerifier
  readonly onStep?: OnMailStep
  /** How often to look for mail that waits, ms. */
  readonly everyMs?: number
  /** How many mails are read at a time; of one mailbox half as many, so that what takes long there leaves room to others. */
  readonly atOnce?: number
  /** How long a mail is kept from other processes, ms: longer than reading it may take. */
  readonly leaseMs?: number
  /** What is read beside the mail that is handed over; all that waits where left out. */
  readonly only?: 'imported'
}

export interface MailReading extends NextReader {
  /** As NextReader says; of mails whose bytes are at hand, by the ids of their rows, those need not be fetched again. */
  take(mail: readonly MailRow[], raw?: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): void
  /** Answers when few enough mails wait in memory that more may be handed over. */
  room(): Promise<void>
  /** Answers when nothing that this process knows of is left to read. */
  idle(): Promise<void>
  /** Begins nothing new; answers when what is in hand is settled, and the rest given back. */
  close(): Promise<void>
}

/** How many mails are taken from the table at a time; how many may wait in memory before new ones are left there. */
const BATCH = 20
/** `ahead`: how many may wait before more are handed over; `together`: how many are settled in one transaction. */
const FOR_ALL = { ahead: BATCH, together: 20 }
/** Nobody waits for what is imported, and it is judged by no charter: more at a time costs less. */
const FOR_IMPORTS = { ahead: 100, together: 100 }
/** Bytes of a mail that waits in memory; a larger one is fetched when its turn comes. */
const SMALL = 64 * 1024
/** How many wait in memory at most, those of mailboxes that are held up too. */
const MOST_WAITING = 5 * BATCH
/** How many read mails wait for the DNS at a time: slow servers of some senders hold up nobody else. */
const MOST_PROVING = 100

/**
 * Reads accepted mail: what this process accepted at once, and beside it whatever waits in the table, so that a crash,
 * here or in another process, delays a mail and loses none.
 */
export function startMailReading(options: MailReadingOptions): MailReading {
  const { reader, verifier, everyMs = 2_000, atOnce = 8, leaseMs = 20_000, only, onStep = () => undefined } = options
  const mostOfOne = Math.max(1, Math.floor(atOnce / 2))
  const desk: ReadingDesk = { ...options.desk, reader, verifier, onStep, isOver: () => isClosed }
  const { store, log } = desk
  const waiting: MailRow[] = []
  /** Bytes of mails that wait. */
  const atHand = new Map<string, Uint8Array<ArrayBuffer>>()
  const { ahead, together } = only === 'imported' ? FOR_IMPORTS : FOR_ALL
  const inHand = new Map<Promise<void>, string>()
  const proving = new Set<Promise<void>>()
  const waitingForRoom: (() => void)[] = []
  let isClosed = false
  let last: Promise<void> | undefined
  /** Mail may lie in the table that nobody has in hand. */
  let mayBeMore = true
  /** Of some mailboxes nobody looked, since enough of them was in hand. */
  let isLeftOut = false
  let looking: Promise<void> | undefined

  const work = (): void => {
    if (isClosed) return
    while (inHand.size < atOnce && proving.size < MOST_PROVING && settling.size < together * 2) {
      const at = waiting.findIndex(hasRoom)
      const [row] = at === -1 ? [] : waiting.splice(at, 1)
      if (row === undefined) break
      const raw = atHand.get(row.id)
      atHand.delete(row.id)
      const isBehind = only === undefined ? undefined : last
      const reading = readOne(desk, row, raw).then(async (ready) => {
        // What is imported is settled in its order, in which threads are joined best; live mail never waits for another.
        await isBehind
        inHand.delete(reading)
        if (ready !== undefined) prove(ready)
        work()
      })
      last = reading
      inHand.set(reading, row.mailbox)
    }
    if (waiting.length < ahead) for (const tell of waitingForRoom.splice(0)) tell()
    if (isLeftOut && crowded().length === 0) mayBeMore = true
    if (mayBeMore && isMoreWanted(atOnce)) void look()
  }
  /** May one more mail of its mailbox be begun? What is imported is read in its order, and there is nobody to leave room to. */
  const hasRoom = ({ mailbox }: MailRow): boolean =>
    only !== undefined || [...inHand.values()].filter((each) => each === mailbox).length < mostOfOne
  /** Do fewer wait than that which can be begun, and not too many in all? */
  const isMoreWanted = (than: number): boolean => waiting.length < MOST_WAITING && waiting.filter(hasRoom).length < than
  const prove = ({ row, prepared, proof }: ReadOnce): void => {
    const proven = proof
      .then(
        (found) => settling.add({ row, prepared, proof: found }),
        (error: unknown) => afterFailure(desk, row, error),
      )
      .then(() => {
        proving.delete(proven)
        work()
      })
    proving.add(proven)
  }
  const settling = new SettleQueue((mails) => settleTogether(desk, mails), together, work)

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

  /** Mailboxes of which enough waits here that cannot be begun: more of it would only wait out its lease. */
  const crowded = (): readonly string[] => {
    const held = waiting.filter((row) => !hasRoom(row)).map(({ mailbox }) => mailbox)
    return [...new Set(held)].filter((mailbox) => held.filter((each) => each === mailbox).length >= mostOfOne)
  }

  const lookIntoTables = async (): Promise<void> => {
    const except = crowded()
    isLeftOut = except.length > 0
    const workspaces = await store.control.selectFrom('control.workspace').select('id').execute()
    for (const { id } of workspaces) {
      if (isClosed) return
      const rows = await leaseWaiting(store, id, { leaseMs, most: BATCH, only, except })
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
      if (!isClosed && isMoreWanted(BATCH)) return leaseMs
      mayBeMore = true
      return 0
    },
    take(mail, raw) {
      for (const [id, bytes] of raw ?? []) if (bytes.length <= SMALL) atHand.set(id, bytes)
      waiting.push(...mail)
      work()
    },
    room() {
      if (waiting.length < ahead) return Promise.resolve()
      return new Promise((resolve) => waitingForRoom.push(resolve))
    },
    async idle() {
      do {
        await look()
        while (inHand.size > 0 || proving.size > 0) await Promise.all([...inHand.keys(), ...proving])
        await settling.idle()
      } while (waiting.length > 0 || inHand.size > 0 || mayBeMore || isLeftOut)
    },
    async close() {
      isClosed = true
      for (const tell of waitingForRoom.splice(0)) tell()
      clearInterval(timer)
      await looking
      await Promise.all(inHand.keys())
      await Promise.all(proving)
      await settling.idle()
      // Whoever comes next need not wait for their leases to end.
      for (const row of waiting.splice(0))
        await giveBack(store, row, { waitMs: 0, isOurFault: true }).catch((error: unknown) =>
          log.warn({ err: error, mail: row.id }, 'a mail is read when its lease has ended'),
        )
    },
  }
}
