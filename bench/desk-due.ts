import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import {
  APP,
  DATABASE,
  makeDatabase,
  makeRoles,
  migrate,
  OWNER,
  openEmbedded,
  openStore,
  openTickets,
  type Store,
  transaction,
  uuidV7,
} from '../packages/server/src/db/index.ts'
import { EVENT_HANDLERS } from '../packages/server/src/event-handlers.ts'
import { publishCharter } from '../packages/server/src/features/charters/index.ts'
import { makeClock } from '../packages/server/test/test-clock.ts'
import type { BenchRow } from './bench-row.ts'

const TICKETS = Number(process.env['AVOW_BENCH_TICKETS'] ?? 100_000)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const PROCESSES = 2
const BACKLOG = TICKETS / 5
/** A Monday in the office hours of the charter, an hour after they began. */
const TEN = Date.UTC(2026, 10, 23, 9)

/**
 * Commitments that fall due within one minute, each on a ticket of its own, swept by two processes in batches of 200 beside
 * PostgreSQL on the same machine: how late they are settled and written, and how fast a backlog of them goes.
 */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-due-'))
  // As root, PostgreSQL runs as somebody else, who has to come through.
  chmodSync(folder, 0o711)
  const embedded = await openEmbedded({ dataFolder: join(folder, 'data'), settings: { track_commit_timestamp: 'on' } })
  try {
    const as = (user: string, database = DATABASE): ClientConfig => ({ ...embedded.connection, user, database })
    await connected(as(embedded.connection.user, 'postgres'), async (superuser) => {
      await makeRoles(superuser, embedded.connection.password)
      await makeDatabase(superuser, DATABASE)
    })
    await connected(as(OWNER), migrate)
    return await connected(as(embedded.connection.user), async (superuser) => {
      const clock = await makeClock(superuser, DATABASE)
      await clock.stopAt(TEN)
      const store = await openStore({ connection: as(APP), retryWaits: [10], handlers: EVENT_HANDLERS })
      const backlog = await fill(store, 'backlog', BACKLOG, TEN - HOUR / 2, 1)
      const minute = await fill(store, 'minute', TICKETS, TEN - MINUTE, MINUTE)
      await store.close()
      await superuser.query('vacuum analyze')

      await setRunning(superuser, TEN + HOUR / 2 + MINUTE)
      const workers = await Promise.all(Array.from({ length: PROCESSES }, () => startWorker(as(APP))))
      const first = await settled(superuser, backlog, BACKLOG)
      await setRunning(superuser, TEN + HOUR - MINUTE - 1_000)
      const all = await settled(superuser, minute, TICKETS)
      const cpu = await stop(workers)
      return rowsOf(first, all, cpu)
    })
  } finally {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Tickets by mail, opened evenly through `spread` ms from an instant on. Their first answers are due an hour later each. */
async function fill(store: Store, slug: string, tickets: number, from: number, spread: number): Promise<string> {
  const workspace = uuidV7(TEN)
  await store.control.insertInto('control.workspace').values({ id: workspace, slug, name: slug }).execute()
  const source = readFileSync(join(import.meta.dirname, 'charters/two-clocks.yaml'), 'utf8')
  await transaction(store, { workspace }, (tx) =>
    publishCharter(tx, { source, zoneData: 'bench', effective: TEN - 24 * HOUR }),
  )
  const customer = uuidV7(1)
  for (let first = 0; first < tickets; first += 500) {
    await transaction(store, { workspace }, (tx) =>
      openTickets(
        tx,
        Array.from({ length: Math.min(500, tickets - first) }, (_, index) => {
          const at = from + Math.floor(((first + index) * spread) / tickets)
          return {
            created: {
              by: 'customer' as const,
              person: customer,
              at,
              fields: { facts: { channel: 'email', tier: 'gold' } },
            },
            happened: (ticket: string) => [
              {
                id: tx.newId(),
                ticket,
                type: 'message.received',
                by: 'customer',
                person: customer,
                at,
                content: [{ part: 'text', person: customer, value: 'Where is my parcel?' }],
              },
              {
                id: tx.newId(),
                ticket,
                type: 'message.auto',
                by: 'bot',
                machine: 'avow',
                at,
                fields: { tells: ['P1'] },
              },
            ],
          }
        }),
      ),
    )
  }
  return workspace
}

/** Lets the database's clock run from an instant on. */
async function setRunning(superuser: Client, from: number): Promise<void> {
  await superuser.query(
    'update clock.hand set stopped = null, ahead = $1::timestamptz - pg_catalog.clock_timestamp()',
    [new Date(from)],
  )
}

async function startWorker(connection: ClientConfig): Promise<ChildProcess> {
  const worker = spawn(
    process.execPath,
    [join(import.meta.dirname, 'desk-due-worker.ts'), JSON.stringify(connection)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await once(worker.stdout, 'data')
  return worker
}

async function stop(workers: readonly ChildProcess[]): Promise<number> {
  let seconds = 0
  for (const worker of workers) {
    const said = worker.stdout === null ? Promise.resolve(['{}']) : once(worker.stdout, 'data')
    worker.kill('SIGTERM')
    const [text] = await said
    seconds += Number(JSON.parse(String(text)).cpuSeconds)
  }
  return seconds
}

/** What was found of a workspace's verdicts. Lateness: from the due instant to the commit, ms. */
interface Settled {
  readonly tickets: number
  readonly twice: number
  readonly p50: number
  readonly p99: number
  readonly most: number
  /** From the first commit to the last. */
  readonly seconds: number
}

async function settled(superuser: Client, workspace: string, tickets: number): Promise<Settled> {
  const deadline = Date.now() + 10 * MINUTE
  for (;;) {
    const { rows } = await superuser.query<{ count: string }>(
      `select count(*) from commitment where workspace_id = $1 and promise = 'P1' and state = 'broken'`,
      [workspace],
    )
    if (Number(rows[0]?.count) === tickets) break
    if (Date.now() > deadline) throw new Error(`after ten minutes only ${rows[0]?.count} of ${tickets} were settled`)
    await wait(1_000)
  }
  const { rows } = await superuser.query<Settled>(
    `with broken as (
       select e.id, pg_xact_commit_timestamp(e.xmin) as committed,
              1000 * extract(epoch from pg_xact_commit_timestamp(e.xmin) + (select ahead from clock.hand) - c.due)::float8 as late
         from event e join commitment c on c.workspace_id = $1 and c.ticket_id = e.ticket_id and c.promise = 'P1' and c.run = 1
        where e.workspace_id = $1 and e.type = 'commitment.broken')
     select count(*)::int as tickets, (count(*) - count(distinct id))::int as twice,
            percentile_disc(0.5) within group (order by late) as p50,
            percentile_disc(0.99) within group (order by late) as p99, max(late) as most,
            extract(epoch from max(committed) - min(committed))::float8 as seconds
       from broken`,
    [workspace],
  )
  const found = rows[0]
  if (found?.tickets !== tickets || found.twice !== 0)
    throw new Error(`${found?.tickets} verdicts on ${tickets} tickets, ${found?.twice} of them twice`)
  return found
}

function rowsOf(backlog: Settled, minute: Settled, cpuSeconds: number): BenchRow[] {
  const beside = `${PROCESSES} processes beside PostgreSQL, batches of up to 200; ${Math.round((1e6 * cpuSeconds) / (TICKETS + BACKLOG))} µs of CPU a ticket in them`
  return [
    {
      what: `commitments due within one minute and settled exactly once`,
      value: minute.tickets,
      unit: '',
      reach: '100,000',
      note: beside,
    },
    { what: 'lateness from due to commit, p50', value: minute.p50 / 1000, unit: 's' },
    { what: 'lateness, p99', value: minute.p99 / 1000, unit: 's', reach: '≤ 2' },
    { what: 'lateness at most', value: minute.most / 1000, unit: 's' },
    {
      what: `a backlog of ${BACKLOG.toLocaleString('en')}`,
      value: backlog.tickets / backlog.seconds,
      unit: 'tickets/s',
      reach: '≥ 1,700',
    },
  ]
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
