import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

/** Where Debian puts the programs of PostgreSQL 15, the oldest that the server takes. */
export const POSTGRES_15 = '/usr/lib/postgresql/15/bin'

export interface OwnPostgres {
  /** The folder of its socket. */
  readonly host: string
  readonly port: number
  /** Its address as one of its roles; there are no passwords. */
  url(role: string, database: string): string
  stop(): Promise<void>
}

/** PostgreSQL refuses to run as root; Debian's `nobody` does as well as anybody. */
const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/** A new cluster of the programs in a folder, on a socket of its own. */
export async function startPostgres(programs: string): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-pg15-'))
  chmodSync(folder, 0o711)
  const cluster = join(folder, 'cluster')
  mkdirSync(cluster, { mode: 0o700 })
  if (account.uid !== undefined) for (const path of [folder, cluster]) chownSync(path, account.uid, account.gid)
  const options = { cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' }, ...account } as const
  execFileSync(join(programs, 'initdb'), ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...options,
    stdio: 'ignore',
  })
  const settings = [`unix_socket_directories=${folder}`, 'listen_addresses=', 'fsync=off', 'timezone=UTC']
  const server = spawn(join(programs, 'postgres'), ['-D', cluster, ...settings.flatMap((one) => ['-c', one])], {
    ...options,
    stdio: 'ignore',
  })
  const url = (role: string, database: string) => `postgres://${role}@/${database}?host=${encodeURIComponent(folder)}`
  await untilReady(server, url('postgres', 'postgres'))
  return {
    host: folder,
    port: 5432,
    url,
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  while (server.exitCode === null) {
    const client = new Client({ connectionString: url })
    const isReady = await client.connect().then(
      () => true,
      () => false,
    )
    if (isReady) return client.end()
    await wait(50)
  }
  throw new Error(`PostgreSQL ended with ${server.exitCode}`)
}
