import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient, QueryResult } from 'pg'
import type { Wire } from './session.ts'

/** How often a text is sent before it is worth preparing. */
const OFTEN = 3
/** Texts that are prepared at most, in each connection; lists of differing length make more texts than that. */
const MOST_PREPARED = 300
/** Of texts that are counted: then counting begins anew. */
const MOST_COUNTED = 5_000

/** Which texts are prepared, and under which name; for all connections of a pool. */
class Preparing {
  readonly #names = new Map<string, string>()
  readonly #seen = new Map<string, number>()
  readonly #refused = new Set<string>()

  nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined) return name
    if (this.#names.size >= MOST_PREPARED || this.#refused.has(text)) return undefined
    if (this.#seen.size >= MOST_COUNTED) this.#seen.clear()
    const times = (this.#seen.get(text) ?? 0) + 1
    this.#seen.set(text, times)
    if (times < OFTEN) return undefined
    this.#seen.delete(text)
    const made = `avow_${this.#names.size + 1}`
    this.#names.set(text, made)
    return made
  }

  /** A table changed beneath a prepared statement: from now on it is sent as it is. */
  refuse(text: string): void {
    this.#names.set(text, '')
    this.#refused.add(text)
  }
}

/** The connections of a pool: what is sent often is prepared, so that the database reads and plans it once a connection. */
export class StatementPool {
  readonly #pool: Pool
  readonly #preparing = new Preparing()
  readonly #wires = new WeakMap<PoolClient, Wire>()

  /** `pool` must be one whose connections send without waiting (`pipeline`). */
  constructor(pool: Pool) {
    this.#pool = pool
  }

  async connect(): Promise<Wire> {
    const client = await this.#pool.connect()
    const known = this.#wires.get(client)
    if (known !== undefined) return known
    const made = new PreparingWire(client, this.#preparing)
    this.#wires.set(client, made)
    return made
  }

  /** As kysely wants a pool. */
  forKysely(): PostgresPool {
    return {
      options: this.#pool.options,
      // The interface has a form for cursors too, which nothing here uses.
      connect: async () => (await this.connect()) as unknown as PostgresPoolClient,
      end: () => this.#pool.end(),
    }
  }
}

class PreparingWire implements Wire {
  readonly #client: PoolClient
  readonly #preparing: Preparing

  constructor(client: PoolClient, preparing: Preparing) {
    this.#client = client
    this.#preparing = preparing
  }

  async query(text: string, parameters: readonly unknown[]): Promise<QueryResult> {
    if (parameters.length === 0) return lastOf(await this.#client.query(text))
    const name = this.#preparing.nameOf(text)
    try {
      return await this.#client.query({ text, values: [...parameters], ...(name ? { name } : {}) })
    } catch (error) {
      if (isPlanOutdated(error)) this.#preparing.refuse(text)
      throw error
    }
  }

  hold(): void {
    const { stream } = this.#client.connection
    stream.cork()
    // After all that is settled by now has gone on.
    queueMicrotask(() => process.nextTick(() => stream.uncork()))
  }

  release(): void {
    this.#client.release()
  }
}

/** Several statements answer a list, which the types do not tell. */
function lastOf(answered: QueryResult | readonly QueryResult[]): QueryResult {
  return Array.isArray(answered) ? answered.at(-1) : (answered as QueryResult)
}

/** A table got or lost a column that a prepared statement answers. What was refused can be done again. */
export function isPlanOutdated(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === '0A000' &&
    'routine' in error &&
    error.routine === 'RevalidateCachedQuery'
  )
}
