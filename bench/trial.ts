import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Trial } from '@avow/contract'
import { Client } from 'pg'
import { pino } from 'pino'
import { folderBlobs } from '../packages/server/src/blobs/index.ts'
import { type Database, openDatabase, openStore, transaction, uuidV7 } from '../packages/server/src/db/index.ts'
import type { Desk } from '../packages/server/src/desk.ts'
import { EVENT_HANDLERS } from '../packages/server/src/event-handlers.ts'
import { addApiKey } from '../packages/server/src/features/api-keys/index.ts'
import { HANDLERS } from '../packages/server/src/handlers.ts'
import { buildApp, connectBy, openSignIn } from '../packages/server/src/http/index.ts'
import { openKeys } from '../packages/server/src/secrets/index.ts'
import { ALWAYS_OPEN } from '../packages/server/test/charters.ts'
import { publish } from '../packages/server/test/publish.ts'
import type { BenchRow } from './bench-row.ts'
import { fillDesk } from './desk-tickets.ts'
import { median } from './measuring.ts'

const STAFF = 4
const ROUNDS = 5
/** How often a page asks how far a trial is, ms. */
const ASKED_EVERY = 100

/** A draft tried on the log of a desk with 100,000 tickets, over HTTP as the desk in the browser does. */
export async function run(tickets = 100_000): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-trial-'))
  // As root, PostgreSQL runs as somebody else, who has to come through.
  chmodSync(folder, 0o711)
  const database = await openDatabase({ dataFolder: join(folder, 'data') })
  const store = await openStore({
    connection: { ...database.app, max: 10 },
    retryWaits: [1, 2, 4, 8],
    handlers: EVENT_HANDLERS,
  })
  const desk: Desk = {
    store,
    blobs: folderBlobs(join(folder, 'blobs')),
    keys: openKeys(join(folder, 'secret')),
    publicUrl: 'http://127.0.0.1',
    zoneData: process.versions.tz ?? 'unknown',
    log: pino({ enabled: false }),
  }
  try {
    return await measure(desk, database, tickets)
  } finally {
    await store.close()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(desk: Desk, database: Database, tickets: number): Promise<BenchRow[]> {
  const workspace = await fill(desk, database, tickets)
  const draft = await addDraft(desk, workspace)
  const { secret } = await addApiKey(desk.store, { workspace, name: 'bench', roles: ['admin'] })
  const app = await buildApp(desk, {
    handlers: HANDLERS,
    events: { connect: connectBy(database.app) },
    signIn: openSignIn(desk),
    version: 'bench',
    requestsPerMinute: 1_000_000,
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  try {
    const times: number[] = []
    const silence = monitorEventLoopDelay({ resolution: 5 })
    let found: Trial | undefined
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now()
      silence.enable()
      found = await tried(`${url}/api/v1/drafts/${draft}/trials`, secret)
      silence.disable()
      times.push(performance.now() - begun)
    }
    const kept = found?.lines.find(({ week }) => week === null)
    return [
      {
        what: 'backtest of 100,000 own tickets, from the request to the result',
        value: median(times) / 1000,
        unit: 's',
        reach: '≤ 5',
        note: `median of ${ROUNDS}, the first ${((times[0] ?? 0) / 1000).toFixed(2)} s; ${found?.total.toLocaleString('en')} tickets; ${kept?.promise}: kept ${kept?.before.kept} before, ${kept?.after.kept} after`,
      },
      {
        what: 'the longest silence of the server meanwhile',
        value: silence.max / 1e6,
        unit: 'ms',
      },
    ]
  } finally {
    await app.close()
  }
}

async function fill(desk: Desk, database: Database, tickets: number): Promise<string> {
  const { store } = desk
  const workspace = uuidV7(Date.now())
  await store.control
    .insertInto('control.workspace')
    .values({ id: workspace, slug: 'main', name: 'Bench', is_first: true })
    .execute()
  await publish(store, workspace, ALWAYS_OPEN)
  const staff = await transaction(store, { workspace }, async (tx) => {
    await tx.db
      .insertInto('mailbox')
      .values({ workspace_id: workspace, id: tx.newId(), address: 'help@desk.example', name: 'Bench' })
      .execute()
    const ids = Array.from({ length: STAFF }, () => tx.newId())
    await tx.db
      .insertInto('person')
      .values(ids.map((id) => ({ workspace_id: workspace, id, kind: 'staff' as const, created_at: new Date(tx.now) })))
      .execute()
    return ids
  })
  const owner = new Client({ ...database.owner })
  await owner.connect()
  try {
    await fillDesk(desk, owner, { workspace, staff, tickets, originals: 400 })
  } finally {
    await owner.end()
  }
  return workspace
}

/** Half the time for the first answer. */
function addDraft({ store }: Desk, workspace: string): Promise<string> {
  return transaction(store, { workspace }, async (tx) => {
    const id = tx.newId()
    const at = new Date(tx.now)
    await tx.db
      .insertInto('charter_draft')
      .values({
        workspace_id: workspace,
        id,
        source: ALWAYS_OPEN.replace('{ target: 1 h of', '{ target: 30 min of'),
        base: 1,
        created_at: at,
        created_by: null,
        changed_at: at,
        changed_by: null,
        sent_back_at: null,
        sent_back_by: null,
        sent_back_reason: null,
        version: null,
      })
      .execute()
    return id
  })
}

async function tried(trials: string, key: string): Promise<Trial> {
  const ask = async (address: string, more: RequestInit = {}): Promise<Trial> => {
    const answer = await fetch(address, { ...more, headers: { authorization: `Bearer ${key}` } })
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`)
    // Checked by the server against the contract.
    return (await answer.json()) as Trial
  }
  let trial = await ask(trials, { method: 'POST' })
  while (trial.state === 'running') {
    await wait(ASKED_EVERY)
    trial = await ask(`${trials}/${trial.id}`)
  }
  if (trial.state !== 'done') throw new Error(`the trial failed: ${trial.trouble}`)
  return trial
}
