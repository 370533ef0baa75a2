import { Client, type ClientConfig } from 'pg'
import { openEmbedded, reachEmbedded } from './embedded/index.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migration-files.ts'
import { APP, DATABASE, makeDatabase, makeRoles, OWNER } from './roles.ts'

export interface DatabaseOptions {
  /** AVOW_DATA. */
  readonly dataFolder: string
  /** Where the embedded cluster goes when root runs the server and nobody else can enter the data folder. */
  readonly outside?: string
  /** DATABASE_URL: one's own PostgreSQL, as the role of the server. Left out: the embedded one. */
  readonly url?: string | undefined
  /** DATABASE_OWNER_URL: the same database as the owner of the tables, for migrations. */
  readonly ownerUrl?: string | undefined
}

/** A database with its schema up to date. */
export interface Database {
  /** As the role of the server. */
  readonly app: ClientConfig
  /** As the owner of the tables, where we have a way to. */
  readonly owner: ClientConfig | undefined
  /** Lines for the person who starts the server. */
  readonly notes: readonly string[]
  /** Settled when an embedded PostgreSQL has ended, by `stop` or by itself. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

const OLDEST = 15

/**
 * Opens the embedded PostgreSQL in its data folder, or one's own, and brings the schema up to date. Throws AlreadyOpen, and
 * plain errors that say which setting or statement mends it.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === undefined ? openOurs(options) : openTheirs({ ...options, url: options.url })
}

/** The database of an installation, without starting one: another process runs it, or it is one's own. Undefined where none runs. */
export async function reachDatabase(options: DatabaseOptions): Promise<Pick<Database, 'app' | 'owner'> | undefined> {
  if (options.url !== undefined) {
    const owner = options.ownerUrl === undefined ? undefined : { connectionString: options.ownerUrl }
    return { app: { connectionString: options.url }, owner }
  }
  const server = await reachEmbedded(options.dataFolder, options.outside)
  return server === undefined ? undefined : { app: as(server, APP), owner: as(server, OWNER) }
}

async function openOurs({ dataFolder, outside }: DatabaseOptions): Promise<Database> {
  const embedded = await openEmbedded({ dataFolder, ...(outside === undefined ? {} : { outside }) })
  const { connection, notes, ended } = embedded
  try {
    await connected({ ...connection, database: 'postgres' }, async (superuser) => {
      await makeRoles(superuser, connection.password)
      await makeDatabase(superuser, DATABASE)
    })
    const owner = as(connection, OWNER)
    await connected(owner, migrate)
    return { app: as(connection, APP), owner, notes, ended, stop: () => embedded.stop() }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

async function openTheirs({ url, ownerUrl }: DatabaseOptions & { readonly url: string }): Promise<Database> {
  const app: ClientConfig = { connectionString: url }
  const owner: ClientConfig | undefined = ownerUrl === undefined ? undefined : { connectionString: ownerUrl }
  await connected(owner ?? app, refuseOld)
  if (owner !== undefined) await connected(owner, migrate)
  else await connected(app, refuseBehind)
  return { app, owner, notes: [], ended: new Promise(() => undefined), stop: async () => undefined }
}

async function refuseOld(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  const version = rows[0]?.version ?? '0'
  if (Number.parseInt(version, 10) < OLDEST)
    throw new Error(`The database is PostgreSQL ${version}; this server needs ${OLDEST} or newer.`)
}

/** Without the owner's connection nothing can be migrated, so it must have been. */
async function refuseBehind(client: Client): Promise<void> {
  const wanted = readMigrations().length
  const found = await client
    .query<{ number: number | null }>('select max(number) as number from control.migration')
    .then(({ rows }) => rows[0]?.number ?? 0)
    .catch(() => 0)
  if (found < wanted)
    throw new Error(
      `The database's schema is at ${found} and this server needs ${wanted}: set DATABASE_OWNER_URL to the owner of the tables (${OWNER}), who brings it up to date at the start.`,
    )
}

function as(server: ClientConfig, role: string): ClientConfig {
  return { ...server, user: role, database: DATABASE }
}

async function connected<T>(to: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(to)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
