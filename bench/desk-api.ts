import { fork } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { viewName } from '@avow/contract'
import { Client } from 'pg'
import { pino } from 'pino'
import { folderBlobs } from '../packages/server/src/blobs/index.ts'
import {
  type Database,
  openDatabase,
  openStore,
  type Store,
  transaction,
  uuidV7,
} from '../packages/server/src/db/index.ts'
import { EVENT_HANDLERS } from '../packages/server/src/event-handlers.ts'
import { addMember } from '../packages/server/src/features/installation/index.ts'
import { HANDLERS } from '../packages/server/src/handlers.ts'
import { addSignIn, buildApp, connectBy, openSignIn } from '../packages/server/src/http/index.ts'
import { openKeys } from '../packages/server/src/secrets/index.ts'
import { ALWAYS_OPEN } from '../packages/server/test/charters.ts'
import { publish } from '../packages/server/test/publish.ts'
import type { BenchRow } from './bench-row.ts'
import type { Measured, Wanted } from './desk-api-clients.ts'
import { fillDesk } from './desk-tickets.ts'

const TICKETS = 100_000
const CLIENTS = 8
const REQUESTS = 1600
const PASSWORD = 'correct horse battery'

/** The lists and the tickets of a desk with 100,000 tickets, asked by eight agents at once, over HTTP, signed in. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-desk-api-'))
  // As root, PostgreSQL runs as somebody else, who has to come through.
  chmodSync(folder, 0o711)
  const database = await openDatabase({ dataFolder: join(folder, 'data') })
  const store = await openStore({
    connection: { ...database.app, max: 10 },
    retryWaits: [1, 2, 4, 8],
    handlers: EVENT_HANDLERS,
  })
  try {
    return await measure(folder, database, store)
  } finally {
    await store.close()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, database: Database, store: Store): Promise<BenchRow[]> {
  const desk = {
    store,
    blobs: folderBlobs(join(folder, 'blobs')),
    keys: openKeys(join(folder, 'secret')),
    publicUrl: 'http://127.0.0.1',
    log: pino({ enabled: false }),
    zoneData: 'bench',
  }
  const workspace = uuidV7(Date.now())
  await store.control
    .insertInto('control.workspace')
    .values({ id: workspace, slug: 'main', name: 'Bench', is_first: true })
    .execute()
  await publish(store, workspace, ALWAYS_OPEN)
  await transaction(store, { workspace }, (tx) =>
    tx.db
      .insertInto('mailbox')
      .values({ workspace_id: workspace, id: tx.newId(), address: 'help@desk.example', name: 'Bench' })
      .execute(),
  )
  const staff: string[] = []
  for (let index = 0; index < CLIENTS; index++) {
    const email = `agent-${index}@desk.example`
    const user = await addSignIn(desk, { email, name: `Agent ${index}`, password: PASSWORD })
    staff.push(await addMember(store, { workspace, user, name: `Agent ${index}`, email, roles: ['agent'] }))
  }
  await fill(desk, database, { workspace, staff, tickets: TICKETS })

  const signIn = openSignIn(desk, { triesPerMinute: 10_000 })
  const app = await buildApp(desk, {
    handlers: HANDLERS,
    events: { connect: connectBy(database.app) },
    signIn,
    version: 'bench',
    requestsPerMinute: 1_000_000,
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  try {
    const rows: BenchRow[] = []
    const ask = async (what: string, path: string, count = REQUESTS): Promise<void> => {
      rows.push(
        ...(await asked(what, { url, path, clients: CLIENTS, requests: count, tickets: TICKETS, password: PASSWORD })),
      )
    }
    for (const view of viewName.options) await ask(`list of 50, view ${view}`, `/api/v1/tickets?view=${view}`)
    await ask('counts of all views', '/api/v1/views')
    await ask('a ticket, any', '/api/v1/tickets/NUMBER')
    return rows
  } finally {
    await app.close()
  }
}

async function fill(
  desk: Parameters<typeof fillDesk>[0],
  database: Database,
  filled: Omit<Parameters<typeof fillDesk>[2], 'originals'>,
): Promise<void> {
  const owner = new Client({ ...database.owner })
  await owner.connect()
  try {
    await fillDesk(desk, owner, { ...filled, originals: 400 })
  } finally {
    await owner.end()
  }
}

async function asked(what: string, wanted: Wanted): Promise<BenchRow[]> {
  const measured = await askFromOutside(wanted)
  const { p50, p95, cpu } = measured
  return [
    {
      what: `${what}: p95`,
      value: p95,
      unit: 'ms',
      reach: '≤ 30',
      note: `${CLIENTS} clients, ${wanted.requests} requests, ${TICKETS.toLocaleString('en')} tickets; median ${p50.toFixed(1)} ms`,
    },
    { what: `${what}: CPU of the server’s process`, value: cpu, unit: 'ms a request' },
  ]
}

/** The clients are another process: what they need is not the server's. */
function askFromOutside(wanted: Wanted): Promise<Measured & { readonly cpu: number }> {
  return new Promise((resolve, reject) => {
    const clients = fork(join(import.meta.dirname, 'desk-api-clients.ts'), { execArgv: [] })
    let before = process.cpuUsage()
    clients.on('message', (message: 'warm' | Measured) => {
      if (message === 'warm') before = process.cpuUsage()
      else {
        const { user, system } = process.cpuUsage(before)
        clients.disconnect()
        resolve({ ...message, cpu: (user + system) / 1000 / wanted.requests })
      }
    })
    clients.on('error', reject)
    clients.on('exit', (code) => code !== 0 && reject(new Error(`the clients ended with ${code}`)))
    clients.send(wanted)
  })
}
