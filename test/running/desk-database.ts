import { Client } from 'pg'
import { openStore, publish, reachDatabase } from './server-inside.ts'

/** How to reach the database of a desk: its data folder, or the addresses of one's own PostgreSQL. */
export interface DatabasePlace {
  readonly data: string
  readonly databaseUrl?: string
  readonly ownerUrl?: string
}

async function reach({ data, databaseUrl, ownerUrl }: DatabasePlace) {
  const reached = await reachDatabase({ dataFolder: data, url: databaseUrl, ownerUrl })
  if (reached === undefined) throw new Error(`no database runs in ${data}`)
  return reached
}

/** Publishes a charter, in YAML, in the desk's one workspace, in force since long ago. */
export async function publishIn(place: DatabasePlace, source: string): Promise<void> {
  const { app } = await reach(place)
  const store = await openStore({ connection: app, retryWaits: [], handlers: [] })
  try {
    await publish(store, await onlyWorkspace(place), source)
  } finally {
    await store.close()
  }
}

async function onlyWorkspace(place: DatabasePlace): Promise<string> {
  const [row] = await query<{ id: string }>(place, 'select id from control.workspace where is_first')
  if (row === undefined) throw new Error('there is no workspace')
  return row.id
}

/** Reads with plain SQL what no answer of the product tells, of the desk's one workspace. */
export async function rowsIn<Row extends object>(
  place: DatabasePlace,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return query(place, sql, values, await onlyWorkspace(place))
}

const WAITING = {
  inbound_mail: 'outcome is null',
  outbox: 'sent_at is null and given_up_at is null',
}

/** Lets go, at once, of what a dead process has in hand: mail that came in and mail that is to leave. */
export async function endLeases(place: DatabasePlace): Promise<void> {
  for (const [table, waits] of Object.entries(WAITING))
    await rowsIn(
      place,
      `update ${table} set lease_until = null where id in (select id from ${table} where ${waits} for update skip locked)`,
    )
}

async function query<Row extends object>(
  place: DatabasePlace,
  sql: string,
  values: readonly unknown[] = [],
  workspace?: string,
): Promise<Row[]> {
  const client = new Client((await reach(place)).app)
  await client.connect()
  try {
    if (workspace !== undefined) await client.query(`set avow.workspace = '${workspace}'`)
    const { rows } = await client.query<Row>(sql, [...values])
    return rows
  } finally {
    await client.end()
  }
}
