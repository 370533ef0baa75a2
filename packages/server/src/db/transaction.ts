import { setTimeout as wait } from 'node:timers/promises'
import { escapeIdentifier, escapeLiteral } from 'pg'
import { appendEvent, appendEvents, type LogWriter } from './append-event.ts'
import type { AppendedEvent } from './event.ts'
import type { Transaction } from './open-transaction.ts'
import { PersonKeys } from './person-keys.ts'
import type { Session, WireResult } from './session.ts'
import { isPlanOutdated } from './statement-pool.ts'
import type { Statements } from './statements.ts'
import { lendSession, type Store } from './store.ts'
import type { TenantTables } from './tables.ts'
import { CLOCK, TicketHeads } from './ticket-heads.ts'
import { isUuid, uuidV7 } from './uuid-v7.ts'

export interface TransactionOptions {
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
}

/** Serialization failure and deadlock: the database called the transaction off, and nothing of it happened. */
const CALLED_OFF = ['40001', '40P01']

/**
 * The one way to the tenant tables. Runs `work` in a transaction that sees and writes one workspace; commits what it
 * returns, undoes what throws. `work` is run again when the database called it off, so it must act on nothing but the
 * transaction.
 */
export async function transaction<T>(
  store: Store,
  options: TransactionOptions,
  work: (transaction: Transaction) => Promise<T>,
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

async function runOnce<T>(
  store: Store,
  options: TransactionOptions,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const session = await lendSession(store)
  try {
    const opened = await open(session, options)
    const result = await work(opened.transaction)
    if (options.readAt !== undefined) {
      const release = () => session.release()
      void session.send('commit').then(release, release)
      return result
    }
    await handOut(store, opened)
    await opened.transaction.heads.write()
    // What is said leaves with the commit, in one way there and back.
    await session.send([...opened.said, 'commit'].join('; '))
    session.release()
    return result
  } catch (error) {
    // Where the connection is gone, the database undoes it by itself; the first error is the one to tell.
    await session.send('rollback').catch(() => undefined)
    session.release()
    throw error
  }
}

/** What every transaction begins with, in one text. */
function beginning({ workspace, readAt, isLosable }: TransactionOptions): string {
  const set = `set local avow.workspace = '${workspace}'`
  if (readAt !== undefined) return `begin read only; ${set}`
  return `begin; ${set}; ${isLosable ? 'set local synchronous_commit = off; ' : ''}select ${CLOCK} as now`
}

interface Opened {
  readonly transaction: Transaction
  /** Statements that tell others what happened. */
  readonly said: string[]
  /** Appended, and not yet handed out. */
  readonly fresh: AppendedEvent[]
}

async function open(session: Session, options: TransactionOptions): Promise<Opened> {
  const { workspace, tickets = [], numbers = [], readAt } = options
  const begun = session.send(beginning(options))
  const db: Statements = session.db.$pickTables<keyof TenantTables>()
  const heads = new TicketHeads(db, workspace)
  // Read once the rows are locked, where some are.
  const locked = [await heads.lock(tickets), await heads.lockNumbers(numbers)].findLast((at) => at !== undefined)
  const now = readAt ?? (locked ?? clockOf(await begun)).getTime()
  const fresh: AppendedEvent[] = []
  const said: string[] = []
  const byTicket = new Map<string, AppendedEvent[]>()
  const transaction: Transaction = {
    workspace,
    now,
    db,
    heads,
    newId: () => uuidV7(now),
    append: (event) => appendEvent(writer, event),
    appendAll: (events) => appendEvents(writer, events),
    notify: (channel, payload) => said.push(`notify ${escapeIdentifier(channel)}, ${escapeLiteral(payload)}`),
    appendedTo: (ticket) => byTicket.get(ticket) ?? [],
  }
  const writer: LogWriter = {
    transaction,
    keys: new PersonKeys(db, workspace),
    written(event) {
      fresh.push(event)
      const list = byTicket.get(event.ticket)
      if (list === undefined) byTicket.set(event.ticket, [event])
      else list.push(event)
    },
  }
  return { transaction, fresh, said }
}

function clockOf({ rows: [row] }: WireResult): Date {
  if (typeof row === 'object' && row !== null && 'now' in row && row.now instanceof Date) return row.now
  throw new Error('the database did not tell the time')
}

/** More rounds than any handlers need that answer each other's events: beyond, they would go on for ever. */
const MOST_ROUNDS = 10

async function handOut({ handlers }: Store, { transaction, fresh }: Opened): Promise<void> {
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
