import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Store } from '../../db/index.ts'

/** Any number that nobody else takes: the letters of “setup”. */
const LOCK = 0x7365747570
const LOOK_EVERY = 200

/** Does something that of all servers on a database one does at a time. A server that is lost lets the next one go on. */
export function alone<T>({ control }: Store, work: () => Promise<T>): Promise<T> {
  return control.connection().execute(async (connection) => {
    const take = async (): Promise<boolean> => {
      const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${LOCK}::bigint) as taken`.execute(
        connection,
      )
      return rows[0]?.taken === true
    }
    while (!(await take())) await wait(LOOK_EVERY)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${LOCK}::bigint)`.execute(connection)
    }
  })
}
