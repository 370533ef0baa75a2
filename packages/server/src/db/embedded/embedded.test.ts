import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connected } from '../../../test/test-postgres.ts'
import { isRoot } from './account.ts'
import { AlreadyOpen, type EmbeddedPostgres, openEmbedded } from './index.ts'
import type { Connection } from './open-embedded.ts'
import { startOf } from './opener.ts'
import { nameOf } from './place.ts'

const HOLD = join(import.meta.dirname, '../../../test/hold-embedded.ts')

const query = <T extends object>({ connection }: { connection: Connection }, sql: string): Promise<T[]> =>
  connected({ ...connection, database: 'postgres' }, async (client) => (await client.query<T>(sql)).rows)

interface Held {
  readonly connection: Connection
  readonly pid: number
  readonly error?: string
}

let folder: string
let outside: string
/** Processes and databases of one test, stopped after it whatever it did. */
let servers: ChildProcess[]
let opened: EmbeddedPostgres[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'avow-embedded-'))
  chmodSync(folder, 0o711)
  outside = join(folder, 'outside')
  servers = []
  opened = []
})

afterEach(async () => {
  await Promise.all(
    servers.map((server) => {
      if (server.exitCode !== null || server.signalCode !== null) return undefined
      server.kill('SIGTERM')
      return ended(server)
    }),
  )
  for (const embedded of opened) await embedded.stop().catch(() => undefined)
  rmSync(folder, { recursive: true, force: true })
})

async function open(dataFolder = join(folder, 'data')): Promise<EmbeddedPostgres> {
  const embedded = await openEmbedded({ dataFolder, outside })
  opened.push(embedded)
  return embedded
}

/** Opens the folder in a process of its own. */
function openElsewhere(dataFolder = join(folder, 'data')): Promise<{ server: ChildProcess; held: Held }> {
  const server = spawn(process.execPath, [HOLD, dataFolder, outside], { stdio: ['ignore', 'pipe', 'inherit'] })
  servers.push(server)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.stdout.once('data', (line: Buffer) => resolve({ server, held: JSON.parse(line.toString()) as Held }))
  })
}

const ended = (server: ChildProcess): Promise<void> => new Promise((resolve) => server.once('exit', () => resolve()))

describe('the embedded PostgreSQL', () => {
  it('starts in an empty folder, in UTF-8 with the built-in locale, with fsync, and keeps its data', async () => {
    const first = await open()
    const [made] = await query<Record<string, string>>(
      first,
      `select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding,
              current_setting('fsync') as fsync, current_setting('timezone') as zone,
              current_setting('listen_addresses') as addresses, lower('ΆΣ') || lower('Ł') as lower
         from pg_database where datname = 'postgres'`,
    )
    expect(made).toMatchObject({ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8', fsync: 'on', zone: 'UTC' })
    expect(made).toMatchObject({ lower: 'άσł', addresses: '' })
    await query(first, 'create table kept as select 42 as answer')
    await first.stop()
    await first.ended
    const second = await open()
    expect(await query(second, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  it('asks for a password, which nobody else can read', async () => {
    const embedded = await open()
    await expect(query({ connection: { ...embedded.connection, password: 'guess' } }, 'select 1')).rejects.toThrow(
      'password',
    )
    expect(statSync(join(embedded.cluster, 'avow.password')).mode & 0o077).toBe(0)
    expect(statSync(embedded.cluster).mode & 0o077).toBe(0)
  })

  it('starts from a folder that only we can enter; as root it goes outside, says so, and finds its way back', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const data = join(closed, 'data')
    const first = await open(data)
    const base = isRoot() ? join(outside, nameOf(data)) : data
    expect(first.cluster).toBe(join(base, 'postgres'))
    expect(first.notes).toEqual(
      isRoot() ? [`The database stands in ${base}, as noted in ${join(data, 'postgres.location')}.`] : [],
    )
    if (isRoot()) expect(readFileSync(join(data, 'postgres.location'), 'utf8')).toBe(`${base}\n`)
    await query(first, 'create table kept ()')
    await first.stop()
    // Once noted, the place stays, also where the folder is opened up.
    chmodSync(closed, 0o711)
    const second = await open(data)
    expect(second.cluster).toBe(first.cluster)
    await query(second, 'select from kept')
  })

  it('goes over loopback where the path is too long for a socket', async () => {
    const embedded = await open(join(folder, 'a'.repeat(100), 'data'))
    expect(embedded.connection.host).toBe('127.0.0.1')
    expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('starts again after its postmaster was killed, with everything that was committed', async () => {
    const first = await open()
    await query(first, 'create table kept as select generate_series(1, 1000) as n')
    process.kill(first.pid, 'SIGKILL')
    await first.ended
    // The pid file stays behind, and children of the killed one may still be ending.
    expect(existsSync(join(first.cluster, 'postmaster.pid'))).toBe(true)
    await first.stop()
    const second = await open()
    expect(await query(second, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }])
  })

  it('starts although the number in a pid file left behind belongs to another program now', async () => {
    const first = await open()
    process.kill(first.pid, 'SIGKILL')
    await first.ended
    await first.stop()
    const file = join(first.cluster, 'postmaster.pid')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)))
    const second = await open()
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('begins anew where the first start was killed half-way', async () => {
    const data = join(folder, 'data')
    mkdirSync(join(data, 'postgres.making-1', 'base'), { recursive: true })
    chmodSync(data, 0o711)
    const embedded = await open(data)
    expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a second server on one data folder', () => {
  it('is refused, naming the process that has it, and does no harm', async () => {
    const { server, held } = await openElsewhere()
    await expect(open()).rejects.toThrow(AlreadyOpen)
    await expect(open()).rejects.toThrow(`in use by the server with process ${server.pid}`)
    expect(await query(held, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('is refused by the lock in the database too, where the note of who has it was lost', async () => {
    const { server, held } = await openElsewhere()
    rmSync(join(folder, 'data', 'postgres.opener'))
    await expect(open()).rejects.toThrow(`in use by the server with process ${server.pid}`)
    expect(await query(held, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('takes over from one that was killed, whose PostgreSQL still runs', async () => {
    const { server, held } = await openElsewhere()
    await query(held, 'create table kept as select 7 as n')
    server.kill('SIGKILL')
    await ended(server)
    const next = await open()
    expect(next.pid).not.toBe(held.pid)
    expect(startOf(held.pid)).toBeUndefined()
    expect(await query(next, 'select n from kept')).toEqual([{ n: 7 }])
  })

  it('loses where two start in one moment on an empty folder: one serves, one is refused', async () => {
    const both = await Promise.all([openElsewhere(), openElsewhere()])
    const refused = both.filter(({ held }) => held.error !== undefined)
    expect(refused).toHaveLength(1)
    expect(refused[0]?.held.error).toContain('in use by the server with process')
    const serving = both.find(({ held }) => held.error === undefined)
    expect(serving && (await query(serving.held, 'select 1 as one'))).toEqual([{ one: 1 }])
  })

  it('may come after the first has stopped', async () => {
    const first = await open()
    await first.stop()
    const second = await open()
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})
