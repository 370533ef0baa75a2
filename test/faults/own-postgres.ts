import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { freePort } from '../../packages/server/test/free-port.ts'
import { type EmbeddedPostgres, makeDatabase, makeRoles, openEmbedded } from '../running/server-inside.ts'

/** A PostgreSQL of one's own, as DATABASE_URL and DATABASE_OWNER_URL name it, with an empty database. */
export interface OwnPostgres {
  readonly databaseUrl: string
  readonly ownerUrl: string
  /** Ends it as a crash would, and starts it again; answers when it takes connections. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const NAME = 'service'

/** `within`: where it lies, which is left there at the end; one of its own where left out. */
export async function startOwnPostgres(within?: string): Promise<OwnPostgres> {
  const folder = within ?? mkdtempSync(join(tmpdir(), 'avow-own-pg-'))
  // As root, PostgreSQL runs as somebody else, who has to come through.
  chmodSync(folder, 0o711)
  const port = await freePort()
  const open = () =>
    openEmbedded({
      dataFolder: join(folder, 'data'),
      settings: { listen_addresses: '127.0.0.1', port: String(port), max_connections: '200' },
    })
  let running: EmbeddedPostgres = await open()
  const { password, user } = running.connection
  await asSuperuser({ host: '127.0.0.1', port, user, password }, 'postgres', async (client) => {
    await makeRoles(client, password)
    await makeDatabase(client, NAME)
  })
  const urlOf = (role: string): string => `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${NAME}`
  return {
    databaseUrl: urlOf('avow_app'),
    ownerUrl: urlOf('avow_owner'),
    async restart() {
      process.kill(running.pid, 'SIGQUIT')
      await running.ended
      await running.stop()
      running = await open()
    },
    async stop() {
      await running.stop()
      if (within === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function asSuperuser(
  server: { host: string; port: number; user: string; password: string },
  database: string,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ ...server, database })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
