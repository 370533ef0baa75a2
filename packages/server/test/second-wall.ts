import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { Client, type ClientConfig } from 'pg'

export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

const DENIED = '42501'
const WORKSPACE = /(?:"?\w+"?\.)?"?workspace_id"? = \$(\d+)/g

/** A statement without its condition on the workspace: it always holds. The parameter is still named, so that the others keep their places. */
export function careless(sql: string): string {
  return sql.replaceAll(WORKSPACE, (_, parameter: string) => `$${parameter}::text is not null`)
}

/**
 * Sends each statement, its condition on the workspace left out, in a workspace of its own that has nothing: it must answer
 * what it answers there with the condition and that workspace's id, or be denied. Throws with the first that sees or changes
 * more. Every transaction is undone.
 */
export async function tryWithoutCondition(app: ClientConfig, statements: readonly Statement[]): Promise<number> {
  const client = new Client(app)
  await client.connect()
  try {
    const tried = new Map(statements.filter(({ sql }) => careless(sql) !== sql).map((one) => [one.sql, one] as const))
    for (const { sql, parameters } of tried.values()) {
      const empty = randomUUID()
      const own = new Set([...sql.matchAll(WORKSPACE)].map(([, parameter]) => parameters[Number(parameter) - 1]))
      const there = parameters.map((value) => (own.has(value) ? empty : value))
      const without = await answer(client, empty, careless(sql), parameters)
      const expected = await answer(client, empty, sql, there)
      if (without.code === DENIED || isDeepStrictEqual(without, expected)) continue
      throw new Error(
        `Without its condition on workspace_id this statement answers ${shown(without)} and not ${shown(expected)}: ${sql}`,
      )
    }
    return tried.size
  } finally {
    await client.end()
  }
}

interface Answer {
  readonly rows?: readonly unknown[]
  readonly count?: number | null
  readonly code?: string
}

async function answer(client: Client, workspace: string, sql: string, parameters: readonly unknown[]): Promise<Answer> {
  await client.query(`begin; set local avow.workspace = '${workspace}'`)
  try {
    const { rows, rowCount } = await client.query(sql, [...parameters])
    return { rows, count: rowCount }
  } catch (error) {
    return { code: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' }
  } finally {
    await client.query('rollback')
  }
}

function shown({ rows, count, code }: Answer): string {
  return code === undefined ? `${count} rows (${JSON.stringify(rows?.[0] ?? null).slice(0, 200)})` : `error ${code}`
}
