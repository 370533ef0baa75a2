import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { makeCluster, SUPERUSER } from './make-cluster.ts'
import { AlreadyOpen, claim } from './opener.ts'
import { findPlace, type Place } from './place.ts'
import { type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { findRunning, isAlive, type PostmasterFile } from './postmaster-file.ts'
import { readyPrograms } from './programs.ts'

export interface EmbeddedOptions {
  /** AVOW_DATA. */
  readonly dataFolder: string
  /** Where the cluster goes when root runs the server and nobody else can enter the data folder. */
  readonly outside?: string
  /** PostgreSQL's settings beside ours. Not for production: whoever turns fsync off loses mail. */
  readonly settings?: Readonly<Record<string, string>>
}

/** How to reach the database as its superuser. */
export interface Connection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

export interface EmbeddedPostgres {
  readonly connection: Connection
  readonly pid: number
  /** Where the cluster stands. */
  readonly cluster: string
  /** Lines for the person who starts the server. */
  readonly notes: readonly string[]
  /** Settled when PostgreSQL has ended, by `stop` or by itself. */
  readonly ended: Promise<void>
  /** Stops PostgreSQL and lets go of the data folder. */
  stop(): Promise<void>
}

/** Any number that nobody else takes in this database: the letters of our name. */
const LOCK = 0x41564f57
const STOP_SECONDS = 8

/**
 * Opens the data folder: makes the cluster on the first start, starts PostgreSQL, holds the folder against a second
 * server. A PostgreSQL left running by a killed server is stopped and started anew. Throws AlreadyOpen, naming the process
 * that has it, without waiting.
 */
export async function openEmbedded({ dataFolder, outside, settings }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = findPlace(dataFolder, outside)
  const release = claim(place.data)
  try {
    const programs = readyPrograms(place.base, place.account)
    const password = await makeCluster(place, programs)
    const left = await findSettled(place.cluster)
    if (left !== undefined) {
      await (await hold(place, left, password)).end()
      await stopPostmaster(place, programs, STOP_SECONDS)
    }
    const postmaster = await startPostmaster(place, programs, settings)
    const holder = await hold(place, postmaster, password)
    return {
      connection: connectionTo(postmaster, password),
      pid: postmaster.pid,
      cluster: place.cluster,
      notes: place.note === undefined ? [] : [place.note],
      ended: postmaster.ended,
      async stop() {
        await holder.end().catch(() => undefined)
        await stopPostmaster(place, programs, STOP_SECONDS)
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

/** A PostgreSQL that runs on the cluster, once it is neither starting nor stopping. */
async function findSettled(cluster: string): Promise<PostmasterFile | undefined> {
  for (;;) {
    const found = await findRunning(cluster)
    if (found === undefined || found.isReady || !isAlive(found.pid)) return found
    await wait(20)
  }
}

/**
 * Takes the database's own lock on the folder, as long as the connection lives: whatever kills us ends it. Throws
 * AlreadyOpen where another server holds it.
 */
async function hold(place: Place, at: Pick<Postmaster, 'host' | 'port'>, password: string): Promise<Client> {
  const client = new Client({
    ...connectionTo(at, password),
    database: SUPERUSER,
    application_name: `the server with process ${process.pid}`,
  })
  // A database that ends takes this connection along; who needs to know watches `ended`.
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ taken: boolean; holder: string | null }>(
    `select pg_try_advisory_lock(${LOCK}) as taken,
            (select min(a.application_name) from pg_locks l join pg_stat_activity a using (pid)
              where l.locktype = 'advisory' and l.objid = ${LOCK} and l.granted and a.pid <> pg_backend_pid()) as holder`,
  )
  if (rows[0]?.taken === true) return client
  await client.end()
  throw new AlreadyOpen(place.data, rows[0]?.holder ?? 'another server')
}

function connectionTo({ host, port }: Pick<Postmaster, 'host' | 'port'>, password: string): Connection {
  return { host, port, user: SUPERUSER, password }
}
