import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { folderBlobs } from '../blobs/index.ts'
import type { Configuration } from '../configuration.ts'
import { type Database, type EventHandler, hasCluster, openDatabase, openStore, reachDatabase } from '../db/index.ts'
import type { Desk } from '../desk.ts'
import { openKeys } from '../secrets/index.ts'

/** Wrong words, or something that is not there: says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** What was typed behind the name of a command. */
export interface TypedInput {
  readonly values: {
    readonly 'with-keys'?: boolean
    readonly name?: string
    readonly role?: readonly string[]
    readonly edition?: string
    readonly language?: string
    readonly format?: string
    readonly out?: string
    readonly country?: string
    readonly region?: string
    readonly ical?: string
    readonly years?: string
    readonly mbox?: string
  }
  readonly words: readonly string[]
  /** `isTTY`: somebody looks at it, and a bar may be drawn. */
  readonly out: { readonly isTTY?: boolean; write(text: string): void }
}

export interface CommandInput extends TypedInput {
  readonly configuration: Configuration
}

/** Of a command that reads files alone: no installation is looked for. */
export interface FileCommandInput extends TypedInput {
  /** UTC ms. */
  readonly now: number
}

/**
 * Runs `work` with the installation's database: that of a server which runs, or one started for as long as `work` takes.
 */
export async function withDatabase<T>(
  { data, databaseUrl, ownerUrl }: Configuration,
  work: (database: Pick<Database, 'app' | 'owner'>) => Promise<T>,
): Promise<T> {
  const options = { dataFolder: data, url: databaseUrl, ownerUrl }
  const running = await reachDatabase(options)
  if (running !== undefined) return work(running)
  const database = await openDatabase(options)
  try {
    return await work(database)
  } finally {
    await database.stop()
  }
}

/**
 * Runs `work` with what commands of the desk need. `handlers`: of commands that append to the log. Throws CommandError where
 * there is no desk: a command that was started in another folder makes none there.
 */
export async function withDesk<T>(
  configuration: Configuration,
  work: (desk: Desk) => Promise<T>,
  handlers: readonly EventHandler[] = [],
): Promise<T> {
  const { data, databaseUrl } = configuration
  if (databaseUrl === undefined && !hasCluster(data))
    throw new CommandError(
      `There is no desk in ${resolve(data)}: run this in the folder of the server, or set AVOW_DATA (or DATABASE_URL) as it has it.`,
    )
  return withDatabase(configuration, async ({ app, owner }) => {
    const store = await openStore({ connection: app, retryWaits: [10, 50, 200], handlers })
    try {
      return await work({
        store,
        blobs: blobsOf(configuration),
        keys: openKeys(configuration.secretFile),
        publicUrl: configuration.publicUrl,
        log: pino({ enabled: false }),
        zoneData: process.versions.tz ?? 'unknown',
        root: fileURLToPath(new URL('../../../../', import.meta.url)),
        ...(owner === undefined ? {} : { owner }),
      })
    } finally {
      await store.close()
    }
  })
}

export function blobsOf({ data }: Configuration) {
  return folderBlobs(`${data}/blobs`)
}

/** Id of the workspace that answers at `/`. */
export async function firstWorkspaceId({ store }: Desk): Promise<string> {
  const found = await store.control
    .selectFrom('control.workspace')
    .select('id')
    .where('is_first', '=', true)
    .executeTakeFirst()
  if (found === undefined) throw new CommandError('There is no desk here yet: start the server once (npm start).')
  return found.id
}
