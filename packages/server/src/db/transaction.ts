import { setTimeout as wait } from 'node:timers/promises'
import { escapeIdentifier, escapeLiteral } from 'pg'
import { appendEvent, appendEvents, appendMadeEvents, type LogWriter } from './append-event.ts'
import type { AppendedEvent } from './event.ts'
import type { Transaction } from './open-transaction.ts'
import { PersonKeys } from './person-keys.ts'
import type { Session, WireResult } from './session.ts'
import { isPlanOutdated } from './statement-pool.ts'
import type { Said } from './statement-text.ts'
import type { Asking, Statements } from './statements.ts'
import { lendSession, type Store } from './store.ts'
import type { TenantTables } from './tables.ts'
import { CLOCK, TicketHeads } from './ticket-heads.ts'
import { together } from './together.ts'
import { isUuid, uuidV7 } from './uuid-v7.ts'

export interface TransactionOptions<First = unknown> {
  readonly workspace: string
  /** Tickets to lock before the clock is read, so that `now` cannot be before what the log has of them. */
  readonly tickets?: readonly string[]
  /** The same by the numbers that people know. One that there is not is locked by nobody: see `heads.idOf`. */
  readonly numbers?: readonly number[]
  /**
   * The commit does not wait for the disk. For what may be lost in a crash where nothing that came after it was kept: the log
   * of the database is in one order, so a later commit that waited has it on the disk too.
   */
  readonly isLosable?: boolean
  /**
   * It only reads, and this is its now, UTC ms: the database's clock, asked a moment ago. Begins with its first statement
   * instead of before it, and ends while the answer is on its way.
   */
  readonly readAt?: number
  /**
   * What `work` reads first in any case: sent together with the beginning, and done once the rows are locked. The clock and
   * what was locked are not known yet.
   */
  readonly first?: (transaction: Transaction) => Promise<First>
}

/** Serialization failure and deadlock: the database called the transaction off, and nothing of it happened. */
const CALLED_OFF = ['40001', '40P01']

/**
 * The one way to the tenant tables. Runs `work` in a transaction that sees and writes one workspace; commits what it
 * returns, undoes what throws. `work` is run again when the database called it off, so it must act on nothing but the
 * transaction.
 */
export async function transaction<T, First = unknown>(
  store: Store,
  options: TransactionOptions<First>,
  work: (transaction: Transaction, first: First) => Promise<T>,
): Promise<T> {
  // SET takes no parameters, and set_config() would not reach the shards: the text is built, so it is looked at first.
  if (!isUuid(options.workspace)) throw new TypeError(`“${options.workspace}” is not the id of a workspace`)
  for (let attempt = 0; ; attempt++) {
    try {
      return await runOnce(store, options, work)
    } catch (error) {
      const pause = store.retryWaits[attempt]
      if (pause === undefined || !wasCalledOff(error)) throw error
      await wait(pause)
    }
  }
}

async function runOnce<T, First>(
  store: Store,
  options: TransactionOptions<First>,
  work: (transaction: Transaction, first: First) => Promise<T>,
): Promise<T> {
  const session = await lendSession(store)
  const unawaited: Promise<unknown>[] = []
  try {
    const opened = await open(session, options, unawaited)
    const result = await work(opened.transaction, opened.first)
    if (options.readAt !== undefined) {
      const release = () => session.release()
      void session.send('commit').then(release, release)
      return result
    }
    await handOut(store, opened)
    await commit(session, opened, unawaited)
    session.release()
    return result
  } catch (error) {
    session.forget()
    // Where the connection is gone, the database undoes it by itself; the first error is the one to tell.
    await session.send('rollback').catch(() => undefined)
    session.release()
    throw await causeOf(error, unawaited)
  }
}

/**
 * The last writes leave with the commit. Where one of them fails, the database undoes everything and answers the commit with
 * that.
 */
async function commit(session: Session, opened: Opened<unknown>, unawaited: Promise<unknown>[]): Promise<void> {
  const { transaction, last, said } = opened
  transaction.heads.write()
  for (const each of last) unawaited.push(session.ask(each))
  // Where something failed, it is the first statement that is refused: nothing behind it is looked at.
  const committed = session.send('select; commit')
  const told = said.length === 0 ? undefined : session.send(telling(said))
  // Of what failed, the first is why the others did.
  await together([...unawaited, committed])
  await told?.catch(() => session.send('rollback')).catch(() => undefined)
}

/**
 * What tells others what happened, in a transaction of its own that leaves together with the commit before it, and begins
 * only where that came to be. All who tell something with their commit wait for each other's, disk and all; here they wait
 * for nothing. What is told may be lost.
 */
function telling(said: readonly string[]): string {
  return ['begin', 'set local synchronous_commit = off', ...said, 'commit'].join('; ')
}

/** What comes behind a statement that failed is refused with this: never why something fails. */
const ABORTED = '25P02'

/** Why a transaction failed, of an error and the writes that nobody waited for. */
async function causeOf(error: unknown, unawaited: readonly Promise<unknown>[]): Promise<unknown> {
  if (!isAborted(error)) return error
  const ended = await Promise.allSettled(unawaited)
  const first = ended.find((each) => each.status === 'rejected' && !isAborted(each.reason))
  return first?.status === 'rejected' ? first.reason : error
}

function isAborted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === ABORTED
}

/** What every transaction begins with, in one text. */
function beginning({ workspace, readAt, isLosable }: TransactionOptions): string {
  const set = `set local avow.workspace = '${workspace}'`
  if (readAt !== undefined) return `begin read only; ${set}`
  return `begin; ${set}; ${isLosable ? 'set local synchronous_commit = off; ' : ''}select ${CLOCK} as now`
}

interface Opened<First> {
  readonly transaction: Transaction
  /** What `first` read. */
  readonly first: First
  /** Writes that are sent behind all others. */
  readonly last: readonly Said[]
  /** Statements that tell others what happened, once it did. */
  readonly said: string[]
  /** Appended, and not yet handed out. */
  readonly fresh: AppendedEvent[]
}

async function open<First>(
  session: Session,
  options: TransactionOptions<First>,
  unawaited: Promise<unknown>[],
): Promise<Opened<First>> {
  const { workspace, tickets = [], numbers = [], readAt } = options
  const begun = session.send(beginning(options))
  const db: Statements = session.db.$pickTables<keyof TenantTables>()
  const asking: Asking = {
    ask: (strings, ...values) => session.ask({ strings, values }),
    read: (strings, ...values) => session.read({ strings, values }),
    write: (strings, ...values) => session.write({ strings, values }, sent),
  }
  const sent = (end: Promise<unknown>): void => {
    // Its failure is heard with the commit.
    end.catch(() => undefined)
    unawaited.push(end)
  }
  const heads = new TicketHeads(workspace, asking)
  const keys = new PersonKeys(workspace, asking)
  let now = readAt
  const clockRead = (): number => {
    if (now === undefined) throw new Error('the clock is not read yet')
    return now
  }
  const fresh: AppendedEvent[] = []
  const said: string[] = []
  const last: Said[] = []
  const byTicket = new Map<string, AppendedEvent[]>()
  const transaction: Transaction = {
    workspace,
    get now() {
      return clockRead()
    },
    db,
    heads,
    keys,
    newId: () => uuidV7(clockRead()),
    append: (event) => appendEvent(writer, event),
    appendAll: (events) => appendEvents(writer, events),
    appendMade: (events) => appendMadeEvents(writer, events),
    ...asking,
    writeLast: (strings, ...values) => last.push({ strings, values }),
    notify: (channel, payload) => said.push(`notify ${escapeIdentifier(channel)}, ${escapeLiteral(payload)}`),
    appendedTo: (ticket) => byTicket.get(ticket) ?? [],
  }
  const writer: LogWriter = {
    transaction,
    keys,
    written(event) {
      fresh.push(event)
      const list = byTicket.get(event.ticket)
      if (list === undefined) byTicket.set(event.ticket, [event])
      else list.push(event)
    },
  }
  const [byId, byNumber, first] = await together([
    heads.lock(tickets),
    heads.lockNumbers(numbers),
    // Where nothing is read first, `work` asks for nothing.
    (options.first?.(transaction) ?? Promise.resolve(undefined)) as Promise<First>,
  ])
  // Read once the rows are locked, where some are.
  now ??= (byNumber ?? byId ?? clockOf(await begun)).getTime()
  return { transaction, first, fresh, said, last }
}

function clockOf({ rows: [row] }: WireResult): Date {
  if (typeof row === 'object' && row !== null && 'now' in row && row.now instanceof Date) return row.now
  throw new Error('the database did not tell the time')
}

/** More rounds than any handlers need that answer each other's events: beyond, they would go on for ever. */
const MOST_ROUNDS = 10

async function handOut({ handlers }: Store, { transaction, fresh }: Opened<unknown>): Promise<void> {
  for (let round = 0; fresh.length > 0; round++) {
    if (round === MOST_ROUNDS) throw new Error(`handlers still append events after ${MOST_ROUNDS} rounds`)
    const events = fresh.splice(0)
    for (const handle of handlers) await handle(events, transaction)
  }
}

function wasCalledOff(error: unknown): boolean {
  if (isPlanOutdated(error)) return true
  return error instanceof Error && 'code' in error && CALLED_OFF.includes(String(error.code))
}
