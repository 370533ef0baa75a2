import type { ChildProcess } from 'node:child_process'
import { chownSync, closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runAs, spawnAs } from './account.ts'
import { memorySettings } from './memory-settings.ts'
import type { Place } from './place.ts'
import { findRunning, readPostmasterFile } from './postmaster-file.ts'
import type { Programs } from './programs.ts'

/** A PostgreSQL that takes connections. */
export interface Postmaster {
  readonly pid: number
  /** A folder with its socket, or an address. */
  readonly host: string
  readonly port: number
  /** Settled when its process has ended, however. */
  readonly ended: Promise<void>
}

/** The longest path that every system takes for a socket (macOS: 103 bytes and an end). */
const LONGEST_SOCKET_PATH = 103
const LOG_BYTES = 10_000_000
const PORT = 5432

/** Starts PostgreSQL on the cluster and waits until it takes connections. Throws with the end of its log if it does not. */
export async function startPostmaster(
  place: Place,
  programs: Programs,
  settings: Readonly<Record<string, string>> = {},
): Promise<Postmaster> {
  const log = join(place.base, 'postgres.log')
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) renameSync(log, `${log}.old`)
  for (let attempt = 1; ; attempt++) {
    const before = statSync(log, { throwIfNoEntry: false })?.size ?? 0
    const started = await tryStart(place, programs, settings, log)
    if (started !== undefined) return started
    const said = readFileSync(log).subarray(before).toString()
    // After its postmaster was killed, the last of its children need a moment to notice.
    if (attempt < 100 && said.includes('pre-existing shared memory block')) await wait(100)
    else throw new Error(`PostgreSQL did not start on ${place.cluster}. Its last words, from ${log}:\n${said.trim()}`)
  }
}

async function tryStart(
  place: Place,
  { postgres }: Programs,
  settings: Readonly<Record<string, string>>,
  log: string,
): Promise<Postmaster | undefined> {
  const all: Readonly<Record<string, string>> = {
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Until a table's first statistics, any index that begins with the workspace looks as good as its key, and a check of a
    // foreign key reads the whole workspace. A minute, the default, is long for a desk that is filled in its first.
    autovacuum_naptime: '10s',
    // Statements of ours take milliseconds; making machine code of one takes longer than it saves.
    jit: 'off',
    // A prepared statement is planned once a connection, not at each use: planning took as long as doing.
    plan_cache_mode: 'force_generic_plan',
    // Checkpoints by time rather than by how much is written: each is a while in which everything else is slower.
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    // No disk of today has to move its head.
    random_page_cost: '1.1',
    ...memorySettings(totalmem()),
    ...(await address(place)),
    ...settings,
  }
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openSync(log, 'a', 0o600)
  // A session of its own: Ctrl-C at the terminal is for the server, which drains first and then stops the database.
  const child = spawnAs(place.account, postgres, ['-D', place.cluster, ...args], {
    stdio: ['ignore', output, output],
    detached: true,
  })
  closeSync(output)
  child.unref()
  const ended = endOf(child)
  let hasEnded = false
  void ended.finally(() => {
    hasEnded = true
  })
  while (!hasEnded) {
    const file = readPostmasterFile(place.cluster)
    if (file !== undefined && file.pid === child.pid && file.isReady) return { ...file, ended }
    await wait(10)
  }
  await ended
  return undefined
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
}

/** A socket that only the account and we can reach; loopback where the system or the path's length has no room for one. */
async function address({ base, account }: Place): Promise<Record<string, string>> {
  const folder = join(base, 'socket')
  const path = join(folder, `.s.PGSQL.${PORT}.lock`)
  if (process.platform === 'win32' || Buffer.byteLength(path) > LONGEST_SOCKET_PATH)
    return { listen_addresses: '127.0.0.1', port: String(await freePort()), unix_socket_directories: '' }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account !== undefined) chownSync(folder, account.uid, account.gid)
  return { listen_addresses: '', port: String(PORT), unix_socket_directories: folder }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      server.close(() => (at !== null && typeof at === 'object' ? resolve(at.port) : reject(new Error('no free port'))))
    })
  })
}

/** Ends sessions, writes everything down and stops. What does not end within `seconds` is cut off; nothing is lost by it. */
export async function stopPostmaster({ cluster, account }: Place, { pgCtl }: Programs, seconds: number): Promise<void> {
  const stop = (mode: string, patience: number): Promise<void> =>
    runAs(account, pgCtl, ['stop', '-D', cluster, '-m', mode, '-t', String(patience)])
  if ((await findRunning(cluster)) === undefined) return
  await stop('fast', seconds).catch(async (error: unknown) => {
    if ((await findRunning(cluster)) === undefined) return
    await stop('immediate', seconds).catch(() => {
      throw error
    })
  })
}
