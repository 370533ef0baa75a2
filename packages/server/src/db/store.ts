import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import { defaults, Pool, type PoolConfig, types } from 'pg'
import type { EventHandler } from './open-transaction.ts'
import { readTimestamp } from './read-timestamp.ts'
import { refuseUnsafeRole } from './roles.ts'
import { Session, type Wire } from './session.ts'
import { StatementPool } from './statement-pool.ts'
import { sentOf } from './statement-text.ts'
import type { Asking } from './statements.ts'
import type { ControlTables } from './tables.ts'

export interface StoreOptions {
  /** As the role of the server (avow_app). Time limits of statements and locks are set here too. */
  readonly connection: PoolConfig
  /**
   * How long to wait, in ms, before each repeat of a transaction that the database called off (40001, 40P01); as many
   * repeats as there are entries.
   */
  readonly retryWaits: readonly number[]
  /** Called for each appended event, inside its transaction, in this order. */
  readonly handlers: readonly EventHandler[]
  /** Sees each statement that was sent, failed ones too. */
  readonly onStatement?: (sql: string, parameters: readonly unknown[]) => void
}

/** The database as the server uses it. Tenant tables are reached through `transaction` and by no other way. */
export interface Store {
  readonly control: Kysely<ControlTables>
  readonly retryWaits: readonly number[]
  readonly handlers: readonly EventHandler[]
  close(): Promise<void>
}

const INT8 = 20
const TIMESTAMPTZ = 1184

// A Date is sent as the instant that it is, in UTC, whatever the machine's zone.
defaults.parseInputDatesAsUTC = true

/** Lends a connection of a store. Known to `transaction` alone. */
const sessions = new WeakMap<Store, () => Promise<Session>>()

/** How each store connects. */
const connections = new WeakMap<Store, PoolConfig>()

/** Connects, and refuses to serve as a role that row-level security does not hold. */
export async function openStore({ connection, retryWaits, handlers, onStatement }: StoreOptions): Promise<Store> {
  const pool = new Pool({ ...connection, pipeline: true, types: { getTypeParser: parserOf } })
  // An idle connection that the database ended is replaced at the next use; the use itself says what is wrong.
  pool.on('error', () => undefined)
  // One that ends between two statements of a transaction: the next statement fails, and nobody else needs to hear of it.
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    const client = await pool.connect()
    await refuseUnsafeRole(client).finally(() => client.release())
  } catch (error) {
    await pool.end()
    throw error
  }
  const statements = new StatementPool(pool)
  const control = new Kysely<ControlTables>({
    dialect: new PostgresDialect({ pool: statements.forKysely() }),
    ...(onStatement === undefined ? {} : { log: (event) => onStatement(event.query.sql, event.query.parameters) }),
  })
  const store: Store = {
    control,
    retryWaits,
    handlers,
    async close() {
      await control.destroy()
      // kysely ends the pool only once it has used it.
      if (!pool.ended) await pool.end()
    },
  }
  const known = new WeakMap<Wire, Session>()
  sessions.set(store, async () => {
    const wire = await statements.connect()
    const session = known.get(wire) ?? new Session(wire, onStatement)
    known.set(wire, session)
    return session
  })
  connections.set(store, connection)
  return store
}

/** Only for transaction.ts: a handle outside a transaction has no workspace, and sees no tenant's row. */
export function lendSession(store: Store): Promise<Session> {
  const lend = sessions.get(store)
  if (lend === undefined) throw new TypeError('this store was not opened by openStore')
  return lend()
}

/** Sends a statement to the control tables whose text is put together once, for those that are sent with most requests. */
export function askControl({ control }: Pick<Store, 'control'>): Asking['ask'] {
  return async <R>(strings: TemplateStringsArray, ...values: readonly unknown[]) => {
    const { text, parameters } = sentOf({ strings, values })
    const { rows } = await control.executeQuery<R>(CompiledQuery.raw(text, [...parameters]))
    return rows
  }
}

/** How a thread of its own connects as this store does. */
export function connectionOf(store: Store): PoolConfig {
  const connection = connections.get(store)
  if (connection === undefined) throw new TypeError('this store was not opened by openStore')
  return connection
}

/** Counts and numbers come as numbers; none of ours passes 2^53. Instants are most of what a list reads. */
function parserOf(oid: number, format: 'text' | 'binary' = 'text'): (value: string) => unknown {
  if (oid === INT8) return Number
  return oid === TIMESTAMPTZ ? readInstant : types.getTypeParser(oid, format)
}

function readInstant(text: string): unknown {
  return readTimestamp(text) ?? anyInstant(text)
}

const anyInstant: (text: string) => unknown = types.getTypeParser(TIMESTAMPTZ, 'text')
