import { fork } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
import { fillDesk } from './desk-tickets.ts'
import type { Granted, Granting } from './grant-clients.ts'

/** `AVOW_BENCH_TICKETS` for a smaller try. */
const TICKETS = Number(process.env['AVOW_BENCH_TICKETS'] ?? 100_000)
const CLIENTS = 8
const REQUESTS = 1600
const PASSWORD = 'correct horse battery'

/** Every grant has a limit per ticket and a budget of the day to pass. */
const CHARTER = `${ALWAYS_OPEN}
remedies: [{ id: R1, table: [{ allow: [credit, apology], up to: 5000 EUR }] }]
authority: [{ id: A1, position: agent, may: [credit, apology], per ticket: 5000 EUR, per day: 1000000 EUR }]
`

/** Remedies granted on a desk with 100,000 tickets, by eight agents at once, over HTTP, signed in. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-grant-'))
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
    zoneData: 'bench',
    log: pino({ enabled: false }),
  }
  const workspace = uuidV7(Date.now())
  await store.control
    .insertInto('control.workspace')
    .values({ id: workspace, slug: 'main', name: 'Bench', is_first: true })
    .execute()
  await publish(store, workspace, CHARTER)
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
  await transaction(store, { workspace }, ({ db }) =>
    db
      .insertInto('position_holder')
      .values(staff.map((person) => ({ workspace_id: workspace, position: 'agent', person_id: person })))
      .execute(),
  )
  const owner = new Client({ ...database.owner })
  await owner.connect()
  try {
    await fillDesk(desk, owner, { workspace, staff, tickets: TICKETS, originals: Math.min(400, TICKETS) })
  } finally {
    await owner.end()
  }

  const signIn = openSignIn(desk, { triesPerMinute: 10_000 })
  const app = await buildApp(desk, {
    handlers: HANDLERS,
    events: { connect: connectBy(database.app) },
    signIn,
    version: 'bench',
    requestsPerMinute: 1_000_000,
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const granting = { url, clients: CLIENTS, requests: REQUESTS, tickets: TICKETS, password: PASSWORD }
  try {
    return [
      ...(await granted('a grant, each agent from a budget of their own', { ...granting, isOnePerson: false })),
      ...(await granted('a grant, all from one budget', { ...granting, isOnePerson: true })),
    ]
  } finally {
    await app.close()
  }
}

async function granted(what: string, granting: Granting): Promise<BenchRow[]> {
  const { p50, p95, cpu } = await grantFromOutside(granting)
  return [
    {
      what: `${what}: p95`,
      value: p95,
      unit: 'ms',
      reach: '≤ 20',
      note: `${CLIENTS} clients, ${REQUESTS} requests, ${TICKETS.toLocaleString('en')} tickets; median ${p50.toFixed(1)} ms`,
    },
    { what: `${what}: CPU of the server’s process`, value: cpu, unit: 'ms a request' },
  ]
}

/** The clients are another process: what they need is not the server's. */
function grantFromOutside(granting: Granting): Promise<Granted & { readonly cpu: number }> {
  return new Promise((resolve, reject) => {
    const clients = fork(join(import.meta.dirname, 'grant-clients.ts'), { execArgv: [] })
    let before = process.cpuUsage()
    clients.on('message', (message: 'warm' | Granted) => {
      if (message === 'warm') before = process.cpuUsage()
      else {
        const { user, system } = process.cpuUsage(before)
        clients.disconnect()
        resolve({ ...message, cpu: (user + system) / 1000 / granting.requests })
      }
    })
    clients.on('error', reject)
    clients.on('exit', (code) => code !== 0 && reject(new Error(`the clients ended with ${code}`)))
    clients.send(granting)
  })
}
