import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import { readsTogether, type Said, sentOf, writesTogether } from './statement-text.ts'
import type { Tables } from './tables.ts'

/** What a session needs of a connection; statement-pool.ts gives it. */
export interface Wire {
  /** Sends at once, behind what was sent before, and answers in that order. */
  query(text: string, parameters: readonly unknown[]): Promise<WireResult>
  /** What is sent until the turn of events ends leaves in one write. */
  hold(): void
  release(): void
}

export interface WireResult {
  readonly command: string
  readonly rowCount: number | null
  readonly rows: unknown[]
}

type Hears = (sql: string, parameters: readonly unknown[]) => void

/** One connection, lent to one transaction at a time. */
export class Session {
  readonly db: Kysely<Tables>
  readonly #connection: SessionConnection
  readonly #wire: Wire

  constructor(wire: Wire, hears: Hears | undefined) {
    this.#wire = wire
    this.#connection = new SessionConnection(wire, hears)
    const dialect = {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new SessionDriver(this.#connection),
      createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    }
    const executor = new SessionExecutor(this.#connection)
    this.db = new Kysely<Tables>({ config: { dialect }, dialect, driver: dialect.createDriver(), executor })
  }

  /**
   * Sends statements of our own making at once, several in one text; answers what the last of them answers. Not awaited, it
   * leaves together with the next statement, which fails where this one did.
   */
  send(text: string): Promise<WireResult> {
    return this.#connection.send(text)
  }

  /** Sends one statement at once. */
  async ask<R>(said: Said): Promise<readonly R[]> {
    const { text, parameters } = sentOf(said)
    const { rows } = await this.#connection.query(text, parameters)
    return rows as R[]
  }

  /**
   * Takes a read that leaves as one statement with those that are asked in the same turn; its rows are what JSON has of them.
   */
  read<R>(said: Said): Promise<readonly R[]> {
    return this.#connection.read(said) as Promise<R[]>
  }

  /**
   * Takes a write that leaves as one statement with those beside it, before whatever is sent next. `sent` gets that
   * statement's end.
   */
  write(said: Said, sent: (end: Promise<unknown>) => void): void {
    this.#connection.gather(said, sent)
  }

  /** Drops the writes that were not sent. */
  forget(): void {
    this.#connection.forget()
  }

  release(): void {
    this.#wire.release()
  }
}

class SessionConnection implements DatabaseConnection {
  readonly #wire: Wire
  readonly #hears: Hears | undefined
  /** What was sent and is not known to have been done. */
  #sent: Promise<WireResult> | undefined
  /** Writes that leave with the next statement. */
  readonly #gathered: Said[] = []
  /** Reads that leave with the end of the turn, or with the next statement. */
  readonly #reads: { said: Said; resolve: (rows: unknown) => void; reject: (error: unknown) => void }[] = []
  #told: ((end: Promise<unknown>) => void) | undefined

  constructor(wire: Wire, hears: Hears | undefined) {
    this.#wire = wire
    this.#hears = hears
  }

  read(said: Said): Promise<unknown> {
    if (this.#reads.length === 0) queueMicrotask(() => this.#sendReads())
    return new Promise((resolve, reject) => this.#reads.push({ said, resolve, reject }))
  }

  #sendReads(): void {
    if (this.#reads.length === 0) return
    const reads = this.#reads.splice(0)
    const { text, parameters } = readsTogether(reads.map(({ said }) => said))
    this.query(text, parameters).then(
      ({ rows }) => {
        const [row] = rows as Readonly<Record<string, unknown>>[]
        for (const [index, { resolve }] of reads.entries()) resolve(row?.[`part_${index + 1}`])
      },
      (error: unknown) => {
        for (const { reject } of reads) reject(error)
      },
    )
  }

  gather(said: Said, sent: (end: Promise<unknown>) => void): void {
    this.#gathered.push(said)
    this.#told = sent
  }

  forget(): void {
    this.#gathered.length = 0
    this.#reads.length = 0
  }

  send(text: string): Promise<WireResult> {
    this.#sendReads()
    this.#sendGathered()
    this.#hears?.(text, [])
    this.#wire.hold()
    const sent = this.#wire.query(text, [])
    // Whoever does not wait for it hears of its failure with the next statement.
    sent.catch(() => undefined)
    this.#sent = sent
    return sent
  }

  async query(text: string, parameters: readonly unknown[]): Promise<WireResult> {
    this.#sendReads()
    this.#sendGathered()
    this.#hears?.(text, parameters)
    this.#wire.hold()
    const before = this.#sent
    const answer = this.#wire.query(text, parameters)
    if (before !== undefined) {
      answer.catch(() => undefined)
      await before
      if (this.#sent === before) this.#sent = undefined
    }
    return answer
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.query(sql, parameters)
    const numAffectedRows = CHANGING.has(command) ? BigInt(rowCount ?? 0) : undefined
    return { rows: rows as R[], ...(numAffectedRows === undefined ? {} : { numAffectedRows }) }
  }

  #sendGathered(): void {
    if (this.#gathered.length === 0) return
    const { text, parameters } = writesTogether(this.#gathered.splice(0))
    this.#told?.(this.query(text, parameters))
  }

  streamQuery(): never {
    throw new TypeError('statements are answered whole')
  }
}

/** Sends a statement where it is asked for, and not some turns later: statements leave in the order in which they were said. */
class SessionExecutor extends DefaultQueryExecutor {
  readonly #connection: SessionConnection

  constructor(connection: SessionConnection) {
    super(new PostgresQueryCompiler(), new PostgresAdapter(), { provideConnection: (work) => work(connection) })
    this.#connection = connection
  }

  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#connection.executeQuery(query)
  }
}

const CHANGING: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** A driver of the one connection that is held anyway. Transactions are begun and ended by transaction.ts. */
class SessionDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
  async beginTransaction(): Promise<never> {
    throw new TypeError('transactions are begun by transaction()')
  }
  async commitTransaction(): Promise<never> {
    throw new TypeError('transactions are ended by transaction()')
  }
  async rollbackTransaction(): Promise<never> {
    throw new TypeError('transactions are ended by transaction()')
  }
}
