import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import { folderBlobs } from '../packages/server/src/blobs/index.ts'
import { type Database, openDatabase, openStore, transaction, uuidV7 } from '../packages/server/src/db/index.ts'
import type { Desk } from '../packages/server/src/desk.ts'
import { EVENT_HANDLERS } from '../packages/server/src/event-handlers.ts'
import { addMember } from '../packages/server/src/features/installation/index.ts'
import { HANDLERS } from '../packages/server/src/handlers.ts'
import { addSignIn, buildApp, connectBy, openSignIn } from '../packages/server/src/http/index.ts'
import { openKeys } from '../packages/server/src/secrets/index.ts'
import { publish } from '../packages/server/test/publish.ts'
import { ROOT } from '../packages/server/test/root.ts'

/** A desk of its own for one bench, with one workspace, its charter and its mailbox, on a PostgreSQL that forces to the disk. */
export interface BenchDesk {
  readonly desk: Desk
  readonly database: Database
  readonly workspace: string
  /** Id of the mailbox of MAILBOX. */
  readonly mailbox: string
}

export interface BenchDeskOptions {
  /** Of its folder. */
  readonly name: string
  /** YAML. */
  readonly charter: string
  readonly publicUrl?: string
  /** Connections of its store. */
  readonly connections?: number
}

export const MAILBOX = 'help@desk.example'
export const PASSWORD = 'correct horse battery'

/** Opens a desk, does the work on it, and removes it. */
export async function withDesk<T>(
  { name, charter, publicUrl = 'http://127.0.0.1', connections = 10 }: BenchDeskOptions,
  work: (bench: BenchDesk) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `avow-${name}-`))
  // As root, PostgreSQL runs as somebody else, who has to come through.
  chmodSync(folder, 0o711)
  const database = await openDatabase({ dataFolder: join(folder, 'data') })
  const store = await openStore({
    connection: { ...database.app, max: connections },
    retryWaits: [1, 2, 4, 8],
    handlers: EVENT_HANDLERS,
  })
  const desk: Desk = {
    store,
    blobs: folderBlobs(join(folder, 'blobs')),
    keys: openKeys(join(folder, 'secret')),
    publicUrl,
    zoneData: 'bench',
    root: ROOT,
    log: pino({ enabled: false }),
  }
  try {
    return await work({ desk, database, ...(await addWorkspace(desk, charter)) })
  } finally {
    await store.close()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function addWorkspace({ store }: Desk, charter: string): Promise<{ workspace: string; mailbox: string }> {
  const workspace = uuidV7(Date.now())
  await store.control
    .insertInto('control.workspace')
    .values({ id: workspace, slug: 'main', name: 'Bench', is_first: true })
    .execute()
  await publish(store, workspace, charter)
  const mailbox = await transaction(store, { workspace }, async (tx) => {
    const id = tx.newId()
    await tx.db
      .insertInto('mailbox')
      .values({ workspace_id: workspace, id, address: MAILBOX, name: 'Bench', language: null, zone: null })
      .execute()
    return id
  })
  return { workspace, mailbox }
}

/** `agent-0@desk.example` and so on, who sign in with PASSWORD. Answers their ids. */
export async function addAgents({ desk, workspace }: BenchDesk, count: number): Promise<string[]> {
  const agents: string[] = []
  for (let index = 0; index < count; index++) {
    const email = `agent-${index}@desk.example`
    const name = `Agent ${index}`
    const user = await addSignIn(desk, { email, name, password: PASSWORD })
    agents.push(await addMember(desk.store, { workspace, user, name, email, roles: ['agent'] }))
  }
  return agents
}

/** Does something as the owner of the tables. */
export async function asOwner<T>({ owner }: Database, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...owner })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Serves the desk while the work is done; `webFolder`: the pages of the desk too. Port 0: any that is free. */
export async function served<T>(
  { desk, database }: BenchDesk,
  { port = 0, ...options }: { readonly port?: number; readonly webFolder?: string },
  work: (url: string) => Promise<T>,
): Promise<T> {
  const app = await buildApp(desk, {
    handlers: HANDLERS,
    events: { connect: connectBy(database.app) },
    signIn: openSignIn(desk, { triesPerMinute: 10_000 }),
    version: 'bench',
    requestsPerMinute: 1_000_000,
    ...options,
  })
  const url = await app.listen({ host: '127.0.0.1', port })
  try {
    return await work(url)
  } finally {
    await app.close()
  }
}
