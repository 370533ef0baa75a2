import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { folderBlobs } from '../src/blobs/index.ts'
import { createSubmitter } from '../src/channels/email/index.ts'
import { openTicket, type Store, transaction } from '../src/db/index.ts'
import { EVENT_HANDLERS } from '../src/event-handlers.ts'
import { DELIVERY_STATE, sendMail } from '../src/features/outbox/index.ts'
import { startOutbox } from '../src/jobs/outbox/index.ts'
import { type Keys, openKeys } from '../src/secrets/index.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { makeMailbox } from './mail.ts'
import type { ChildOptions } from './mail-child.ts'
import { otherEnd } from './other-end.ts'

const LONG = process.env['AVOW_LONG'] === '1'
const [KILLS, MAILS] = LONG ? [50, 2_000] : [2, 60]
const log = pino({ level: 'fatal' })

let database: TestDatabase
let folder: string
let keys: Keys
let workspace: string
let mailbox: string
let ticket: string
let count = 0
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS)
  folder = mkdtempSync(join(tmpdir(), 'avow-outgoing-'))
  keys = openKeys(join(folder, 'secret'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  count += 1
  // What an earlier test left is nobody's any more.
  await asOwner('update outbox set given_up_at = now() where sent_at is null and given_up_at is null')
  workspace = await database.makeWorkspace(`outgoing-${count}`)
  mailbox = await makeMailbox(database, workspace, `support@care-${count}.example`)
  ticket = (await transaction(database.store, { workspace }, (tx) => openTicket(tx, { by: 'customer' }))).ticket
})

const asOwner = async (sql: string): Promise<void> => {
  const owner = await database.connect('postgres')
  await owner.query(sql)
}
const put = (to: string): Promise<string> =>
  transaction(database.store, { workspace, tickets: [ticket] }, (tx) =>
    sendMail(tx, {
      kind: 'answer',
      once: to,
      ticket,
      to,
      subject: 'Lamp',
      text: 'A new one comes.',
      language: 'en',
      mailbox,
    }),
  )
const statesOf = async (): Promise<Record<string, string>> => {
  const rows = await transaction(database.store, { workspace }, ({ db }) =>
    db
      .selectFrom('outbox')
      .select(['once', DELIVERY_STATE.as('state')])
      .where('workspace_id', '=', workspace)
      .execute(),
  )
  return Object.fromEntries(rows.map(({ once, state }) => [once, state]))
}
const eventsOf = () =>
  transaction(database.store, { workspace }, ({ db }) =>
    db
      .selectFrom('event')
      .select('type')
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', ticket)
      .where('type', 'like', 'mail.%')
      .execute(),
  )
const attentionOf = () =>
  transaction(database.store, { workspace }, ({ db }) =>
    db
      .selectFrom('attention')
      .select(['code', 'ticket_id'])
      .where('workspace_id', '=', workspace)
      .where('settled_at', 'is', null)
      .execute(),
  )
const sendAll = async (url: string, store: Store = database.store): Promise<void> => {
  const submitter = createSubmitter(url)
  const outbox = startOutbox({
    store,
    blobs: folderBlobs(join(folder, 'blobs')),
    keys,
    log,
    submitter,
    isFolder: false,
    everyMs: 3_600_000,
  })
  await outbox.runOnce()
  await outbox.close()
  await submitter.close()
}
const dueNow = () => asOwner('update outbox set due = now(), lease_until = null where sent_at is null')

describe('fault F5: a process killed between 250 and commit', () => {
  it(`fault F5: the mail leaves again under the same Message-ID, once for each of ${KILLS} kills, and not without one`, async () => {
    const end = await otherEnd()
    onTestFinished(end.close)
    const { host, port, user = '', password } = await database.connect('avow_app')
    const options: ChildOptions = {
      connection: { host, port, user, password: String(password), database: database.name },
      folder,
      submitUrl: end.url,
    }
    const start = (failpoint: string) => {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'mail-child.ts'), JSON.stringify(options)], {
        env: { ...process.env, AVOW_FAILPOINT: failpoint, NODE_NO_WARNINGS: '1' },
        stdio: 'ignore',
      })
      onTestFinished(() => void child.kill('SIGKILL'))
      return { child, ended: new Promise<void>((resolve) => child.once('exit', () => resolve())) }
    }
    const id = await put('carla@home.example')
    for (let kill = 1; kill <= KILLS; kill++) {
      const { child, ended } = start('submitted:1')
      await ended
      expect(child.signalCode).toBe('SIGKILL')
      expect(end.received).toHaveLength(kill)
      // It has left and nobody knows: there is one way on from there, and no other state.
      expect(await statesOf()).toEqual({ 'carla@home.example': 'waiting' })
    }
    await put('dario@home.example')
    const last = start('')
    const isThrough = async () => Object.values(await statesOf()).every((state) => state === 'sent')
    while (!(await isThrough())) await wait(50)
    last.child.kill('SIGTERM')
    await last.ended
    const to = (address: string) => end.received.filter((mail) => mail.to.includes(address))
    expect(to('carla@home.example')).toHaveLength(KILLS + 1)
    expect(new Set(to('carla@home.example').map(({ messageId }) => messageId)).size).toBe(1)
    expect(to('carla@home.example')[0]?.messageId).toContain(id)
    expect(to('dario@home.example')).toHaveLength(1)
  })
})

describe('fault F6: a server that does not take everything', () => {
  it('fault F6: 4xx and 5xx for half of the recipients: each has its own state, and none is silent', async () => {
    const gone = new Set(['b@home.example', 'd@home.example'])
    const busy = new Set(['f@home.example'])
    const end = await otherEnd({
      onRecipient: (address) => (gone.has(address) ? 550 : busy.has(address) ? 451 : undefined),
    })
    onTestFinished(end.close)
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await put(`${name}@home.example`)
    await sendAll(end.url)
    const first = {
      'a@home.example': 'sent',
      'b@home.example': 'refused',
      'c@home.example': 'sent',
      'd@home.example': 'refused',
      'e@home.example': 'sent',
    }
    expect(await statesOf()).toEqual({ ...first, 'f@home.example': 'deferred' })
    expect(await eventsOf()).toEqual([{ type: 'mail.refused' }, { type: 'mail.refused' }])
    expect(await attentionOf()).toEqual([
      { code: 'mail-not-delivered', ticket_id: ticket },
      { code: 'mail-not-delivered', ticket_id: ticket },
    ])
    // Those that were refused are not tried again, and those that were taken do not leave twice.
    busy.clear()
    await dueNow()
    await sendAll(end.url)
    expect(await statesOf()).toEqual({ ...first, 'f@home.example': 'sent' })
    expect(end.received.flatMap(({ to }) => to).sort()).toEqual(
      ['a', 'c', 'e', 'f'].map((name) => `${name}@home.example`),
    )
  })

  it('fault F6: a refusal after DATA, for now and for good', async () => {
    let answer = 452
    const end = await otherEnd({ onData: () => answer })
    onTestFinished(end.close)
    await put('carla@home.example')
    await sendAll(end.url)
    expect(await statesOf()).toEqual({ 'carla@home.example': 'deferred' })
    expect(await attentionOf()).toEqual([])
    answer = 554
    await dueNow()
    await sendAll(end.url)
    expect(await statesOf()).toEqual({ 'carla@home.example': 'refused' })
    expect(await eventsOf()).toEqual([{ type: 'mail.refused' }])
  })

  it('fault F6: no answer after DATA: it is tried again under the same Message-ID, and given up after five days, told on the ticket', async () => {
    let isSilent = true
    const end = await otherEnd({ onData: () => (isSilent ? 'silence' : undefined) })
    onTestFinished(end.close)
    const id = await put('carla@home.example')
    await put('late@home.example')
    await asOwner(
      `update outbox set payload = payload || jsonb_build_object('date', (payload->>'date')::bigint - 432000001) where once = 'late@home.example'`,
    )
    await sendAll(end.url)
    expect(await statesOf()).toEqual({ 'carla@home.example': 'deferred', 'late@home.example': 'given-up' })
    expect(await eventsOf()).toEqual([{ type: 'mail.given-up' }])
    expect(await attentionOf()).toEqual([{ code: 'mail-not-delivered', ticket_id: ticket }])
    isSilent = false
    await dueNow()
    await sendAll(end.url)
    const carlas = end.received.filter(({ to }) => to.includes('carla@home.example'))
    expect(carlas).toHaveLength(2)
    expect(new Set(carlas.map(({ messageId }) => messageId)).size).toBe(1)
    expect(carlas[0]?.messageId).toContain(id)
    expect(await statesOf()).toMatchObject({ 'carla@home.example': 'sent' })
  })
})

describe('fault F7: four workers on one outbox', () => {
  it(`fault F7: each of ${MAILS} mails arrives once`, async () => {
    const end = await otherEnd()
    onTestFinished(end.close)
    for (let each = 0; each < MAILS; each++) await put(`c${each}@home.example`)
    const stores = await Promise.all(Array.from({ length: 4 }, () => database.openStore()))
    await Promise.all(stores.map((store) => sendAll(end.url, store)))
    const arrived = end.received.flatMap(({ to }) => to)
    expect(arrived).toHaveLength(MAILS)
    expect(new Set(arrived).size).toBe(MAILS)
    expect(new Set(Object.values(await statesOf()))).toEqual(new Set(['sent']))
  })
})
