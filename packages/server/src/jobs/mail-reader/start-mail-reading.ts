import {
  askLanguage,
  type MailReader,
  type MailRow,
  type MailVerifier,
  type NextReader,
  type OnMailStep,
} from '../../channels/email/index.ts'
import type { Desk } from '../../desk.ts'
import type { ReadyMail } from '../../features/mail/index.ts'
import { giveBack, leaseWaiting } from './lease-waiting.ts'
import { MailQueue, type QueueLimits } from './mail-queue.ts'
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
  /** How many mails of one mailbox are in hand at a time. */
  readonly atOnce?: number
  /** How long a mail is kept from other processes, ms: longer than reading it may take. */
  readonly leaseMs?: number
  /** What is read beside the mail that is handed over; all that waits where left out. */
  readonly only?: 'imported'
}

export interface MailReading extends NextReader {
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
/** Of how many mailboxes mail is in hand at a time, each with a share of its own. */
const SHARES = 16
/** Bytes of what is in hand, of all and of one mailbox; the largest mail has 50 MB. */
const MOST_BYTES = 400 * 1024 * 1024
const MOST_BYTES_OF_ONE = 50 * 1024 * 1024
/** How many wait in memory at most, those of mailboxes that are held up too; of one mailbox some BATCH. */
const MOST_WAITING = 50 * BATCH
/** How many read mails wait for the DNS at a time: slow servers of some senders hold up nobody else. */
const MOST_PROVING = 100

/**
 * Reads accepted mail: what this process accepted at once, and beside it whatever waits in the table, so that a crash,
 * here or in another process, delays a mail and loses none.
 */
export function startMailReading(options: MailReadingOptions): MailReading {
  const { reader, verifier, everyMs = 2_000, atOnce = 8, leaseMs = 20_000, only, onStep = () => undefined } = options
  const desk: ReadingDesk = { ...options.desk, reader, verifier, onStep, isOver: () => isClosed }
  const { store, log } = desk
  const queue = new MailQueue<MailRow>(only === undefined ? limitsFor(atOnce) : limitsOfImport(atOnce))
  /** Bytes of mails that wait. */
  const atHand = new Map<string, Uint8Array<ArrayBuffer>>()
  const { ahead, together } = only === 'imported' ? FOR_IMPORTS : FOR_ALL
  const inHand = new Set<Promise<void>>()
  const proving = new Set<Promise<void>>()
  /** Ids of all that is in hand, from lease to outcome: where its lease has ended, it is not taken a second time. */
  const held = new Set<string>()
  const waitingForRoom: (() => void)[] = []
  let isClosed = false
  let last: Promise<void> | undefined
  /** Mail may lie in the table that nobody has in hand. */
  let mayBeMore = true
  /** Mailboxes of which nobody looked, since enough of them waited here. */
  let leftOut = new Set<string>()
  let looking: Promise<void> | undefined

  const work = (): void => {
    if (isClosed) return
    while (proving.size < MOST_PROVING && settling.size < together * 2) {
      const row = queue.begin()
      if (row === undefined) break
      const raw = atHand.get(row.id)
      atHand.delete(row.id)
      const isBehind = only === undefined ? undefined : last
      const reading = readOne(desk, row, raw).then(async (ready) => {
        // What is imported is settled in its order, in which threads are joined best; live mail never waits for another.
        await isBehind
        inHand.delete(reading)
        queue.end(row)
        if (ready === undefined) held.delete(row.id)
        else prove(ready)
        work()
      })
      last = reading
      inHand.add(reading)
    }
    if (queue.size < ahead) for (const tell of waitingForRoom.splice(0)) tell()
    if (leftOut.size > 0 && [...leftOut].some((mailbox) => !crowded().has(mailbox))) mayBeMore = true
    if (mayBeMore && isMoreWanted(atOnce)) void look()
  }
  /** Mailboxes of which enough waits here: more of it would only wait out its lease. */
  const crowded = (): ReadonlySet<string> => new Set(only === undefined ? queue.crowded(BATCH) : [])
  /** Do fewer wait than that which can be begun, and not too many in all? */
  const isMoreWanted = (than: number): boolean => queue.size < MOST_WAITING && queue.ready < than
  const hold = (rows: readonly MailRow[]): void => {
    for (const row of rows) {
      held.add(row.id)
      queue.add(row)
    }
  }
  const prove = ({ row, prepared, proof }: ReadOnce): void => {
    const proven = proof
      .then(
        (found) => settling.add({ row, prepared, proof: found }),
        (error: unknown) => afterFailure(desk, row, error).finally(() => held.delete(row.id)),
      )
      .then(() => {
        proving.delete(proven)
        work()
      })
    proving.add(proven)
  }
  const settle = async (mails: readonly ReadyMail[]): Promise<void> => {
    await settleTogether(desk, mails)
    for (const { row } of mails) held.delete(row.id)
  }
  const settling = new SettleQueue(settle, together, work)

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
    const except = [...crowded()]
    leftOut = new Set(except)
    const workspaces = await store.control.selectFrom('control.workspace').select('id').execute()
    for (const { id } of workspaces) {
      if (isClosed) return
      const rows = await leaseWaiting(store, id, { leaseMs, most: BATCH, only, except, held: [...held] })
      hold(rows)
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
  // Its tables are loaded before a mail waits for them.
  void askLanguage('', [])

  return {
    leaseMs(mailboxes) {
      const held = crowded()
      const isWanted = isMoreWanted(BATCH) && !mailboxes.some((mailbox) => held.has(mailbox))
      return isWanted && !isClosed ? leaseMs : 0
    },
    take(mail, raw) {
      for (const [id, bytes] of raw ?? []) if (bytes.length <= SMALL) atHand.set(id, bytes)
      hold(mail)
      work()
    },
    look(mailboxes) {
      const held = crowded()
      // Those are looked for once less of them waits here.
      for (const mailbox of mailboxes)
        if (held.has(mailbox)) leftOut.add(mailbox)
        else mayBeMore = true
      work()
    },
    room() {
      if (queue.size < ahead) return Promise.resolve()
      return new Promise((resolve) => waitingForRoom.push(resolve))
    },
    async idle() {
      do {
        await look()
        while (inHand.size > 0 || proving.size > 0) await Promise.all([...inHand, ...proving])
        await settling.idle()
      } while (queue.size > 0 || inHand.size > 0 || mayBeMore || leftOut.size > 0)
    },
    async close() {
      isClosed = true
      for (const tell of waitingForRoom.splice(0)) tell()
      clearInterval(timer)
      await looking
      await Promise.all(inHand)
      await Promise.all(proving)
      await settling.idle()
      // Whoever comes next need not wait for their leases to end.
      for (const row of queue.clear())
        await giveBack(store, row, { waitMs: 0, isOurFault: true }).catch((error: unknown) =>
          log.warn({ err: error, mail: row.id }, 'a mail is read when its lease has ended'),
        )
    },
  }
}

function limitsFor(atOnce: number): QueueLimits {
  return { mails: SHARES * atOnce, mailsOfOne: atOnce, bytes: MOST_BYTES, bytesOfOne: MOST_BYTES_OF_ONE }
}

/** What is imported is read in its order, and there is nobody to leave room to. */
function limitsOfImport(atOnce: number): QueueLimits {
  return { mails: atOnce, mailsOfOne: atOnce, bytes: Infinity, bytesOfOne: Infinity }
}
