import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient, QueryResult } from 'pg'

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

/**
 * The connections of a pool as kysely wants them. What is sent often is prepared, so that the database reads and plans it
 * once a connection; several statements sent as one text answer what the last of them answers, so that they need one way
 * there and back.
 */
export function statementPool(pool: Pool): PostgresPool {
  const preparing = new Preparing()
  const clients = new WeakMap<PoolClient, PostgresPoolClient>()
  return {
    // kysely looks at the options, and takes connections from here.
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client)
      if (known !== undefined) return known
      const made = clientOf(client, preparing)
      clients.set(client, made)
      return made
    },
    end: () => pool.end(),
  }
}

function clientOf(client: PoolClient, preparing: Preparing): PostgresPoolClient {
  const query = async (text: string, parameters: readonly unknown[]): Promise<QueryResult> => {
    if (parameters.length === 0) return lastOf(await client.query(text))
    const name = preparing.nameOf(text)
    try {
      return await client.query({ text, values: [...parameters], ...(name ? { name } : {}) })
    } catch (error) {
      if (isPlanOutdated(error)) preparing.refuse(text)
      throw error
    }
  }
  // The interface has a form for cursors too, which nothing here uses.
  return { query: query as unknown as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) }
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
