import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { openEmbedded } from '../src/db/embedded/index.ts'
import { makeDatabase, makeRoles, migrate, OWNER } from '../src/db/index.ts'
import { startPostgres } from './own-postgres.ts'

/** How a test reaches the PostgreSQL of this run, as its superuser. */
export interface TestServer {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

/** Migrated once; every test file works in a clone of its own. */
export const TEMPLATE = 'avow_template'

interface Started {
  readonly server: TestServer
  readonly stop: () => Promise<void>
}

/**
 * A PostgreSQL of its own in a new folder, with the template made: the embedded one, or that of the programs in the folder
 * that AVOW_TEST_POSTGRES names. `stop` removes everything.
 */
export async function startTestPostgres(): Promise<Started> {
  const programs = process.env['AVOW_TEST_POSTGRES']
  const started = programs === undefined ? await startOurs() : await startTheirs(programs)
  const { server } = started
  await connected({ ...server, database: 'postgres' }, async (superuser) => {
    await makeRoles(superuser, server.password)
    await makeDatabase(superuser, TEMPLATE)
  })
  await connected({ ...server, user: OWNER, database: TEMPLATE }, migrate)
  return started
}

async function startOurs(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-pg-'))
  // As root, PostgreSQL runs as somebody else, who has to come through.
  await chmod(folder, 0o711)
  const dataFolder = join(folder, 'data')
  // Nothing here outlives the run, so nothing is forced to the disk. Whether that is done is tested with the launcher.
  const embedded = await openEmbedded({ dataFolder, settings: { fsync: 'off', shared_buffers: '32MB' } })
  return {
    server: embedded.connection,
    async stop() {
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startTheirs(programs: string): Promise<Started> {
  const { host, port, stop } = await startPostgres(programs)
  return { server: { host, port, user: 'postgres', password: 'none is asked for' }, stop }
}

/** Runs `work` with a connection of its own. */
export async function connected<T>(
  to: TestServer & { readonly database: string },
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ ...to })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
