import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAIL_STEPS, openImap } from '../../packages/server/src/channels/email/index.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { setMailAccount } from '../../packages/server/src/features/mail-accounts/index.ts'
import { openKeys } from '../../packages/server/src/secrets/index.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import type { ChildPlace } from '../../packages/server/test/child-desk.ts'
import { openTestDatabase, type TestDatabase } from '../../packages/server/test/database.ts'
import { LOCALHOST_CERTIFICATE } from '../../packages/server/test/fixtures/localhost-certificate.ts'
import { makeMailbox } from '../../packages/server/test/mail.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { type Dovecot, findDovecot, IMAP_PASSWORD, startDovecot } from '../../packages/server/test/start-dovecot.ts'

const LONG = process.env['AVOW_LONG'] === '1'
/** At each step. */
const KILLS = LONG ? 200 : 1
/** Steps of a mail that is fetched; `answered` is a word of SMTP. */
const STEPS = MAIL_STEPS.filter((step) => step !== 'answered')
/** After so many, everything is settled once: no mail is in hand at more losses than are taken for its own fault. */
const KILLS_IN_A_ROW = 6
const CHILD = join(import.meta.dirname, '../../packages/server/test/fetch-child.ts')
const USERS = [...STEPS.map(killedAt), 'renumber', 'twice-a', 'twice-b', 'ids', 'moved', 'old-server', 'new-server']

/** A desk that processes of its own fetch for, and nobody else. */
interface Place {
  readonly database: TestDatabase
  readonly workspace: string
  readonly options: ChildPlace
}

const found = findDovecot()
let dovecot: Dovecot
let folder: string
let place: Place

/** Whose mail is fetched by processes that are killed at a step. */
function killedAt(step: string): string {
  return `kill-${step}`
}

async function openPlace(name: string): Promise<Place> {
  const database = await openTestDatabase()
  const workspace = await database.makeWorkspace('fetched')
  await publish(database.store, workspace, ALWAYS_OPEN)
  const { host, port, user = '', password } = await database.connect('avow_app')
  const connection = { host, port, user, password: String(password), database: database.name }
  return { database, workspace, options: { connection, folder: join(folder, name) } }
}

beforeAll(async () => {
  if (typeof found === 'string') return
  folder = mkdtempSync(join(tmpdir(), 'avow-fetched-'))
  dovecot = await startDovecot(found.program, folder, USERS)
  place = await openPlace('desk')
})
afterAll(async () => {
  if (typeof found === 'string') return
  await dovecot.stop()
  await place.database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const whereThere = (name: string, test: () => Promise<void>) =>
  it(name, async ({ skip }) => {
    skip(typeof found === 'string', String(found))
    await test()
  })

function start(failpoint = '', { options } = place): { readonly process: ChildProcess; readonly ended: Promise<void> } {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(options)], {
    env: { ...process.env, AVOW_FAILPOINT: failpoint, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return { process: child, ended: new Promise((resolve) => child.once('exit', () => resolve())) }
}

/** Runs the desk's fetching until that is so. */
async function fetchingUntil(done: () => Promise<boolean>, at = place): Promise<void> {
  const child = start('', at)
  while (!(await done())) {
    if (child.process.exitCode !== null) throw new Error('the process that fetches has ended')
    await wait(50)
  }
  child.process.kill('SIGTERM')
  await child.ended
}

async function mailboxOf(user: string, folders: readonly string[] = ['INBOX'], at = place): Promise<string> {
  const mailbox = await makeMailbox(at.database, at.workspace, `${user}@acme.example`)
  await accountOf(mailbox, user, folders, at)
  return mailbox
}

/** The mail of a mailbox lies with an account of dovecot from now on. */
async function accountOf(
  mailbox: string,
  user: string,
  folders: readonly string[] = ['INBOX'],
  { database, workspace, options } = place,
): Promise<void> {
  const keys = openKeys(join(options.folder, 'secret'))
  await transaction(database.store, { workspace }, (tx) =>
    setMailAccount(tx, keys, mailbox, {
      host: 'localhost',
      port: dovecot.tlsPort,
      security: 'tls',
      username: user,
      password: IMAP_PASSWORD,
      folders: [...folders],
      since: undefined,
    }),
  )
}

interface Row {
  readonly subject: string | null
  readonly outcome: string | null
  readonly reason: string | null
  readonly uid: number | null
  readonly uid_validity: number | null
}
const rows = (mailbox: string, { database, workspace } = place): Promise<readonly Row[]> =>
  transaction(database.store, { workspace }, async ({ db }) => {
    const read = await sql<Row>`
      select subject, outcome, reason, uid, uid_validity from inbound_mail
       where "workspace_id" = ${workspace} and mailbox_id = ${mailbox} order by subject, id`.execute(db)
    return read.rows
  })
const settled = (mailbox: string, count: number, at?: Place) => async (): Promise<boolean> => {
  const all = await rows(mailbox, at)
  return all.length >= count && all.every(({ outcome }) => outcome !== null)
}
const ticketed = async (mailbox: string, at?: Place) =>
  (await rows(mailbox, at)).filter(({ outcome }) => outcome === 'ticketed').map(({ subject }) => subject)

let senders = 0
/** Each of a sender of its own: no limit of one address is met. */
const letter = (subject: string, more = '', body = subject): string =>
  `Return-Path: <ada${++senders}@home.example>\r\n${more}From: Ada <ada${senders}@home.example>\r\nTo: care@acme.example\r\nSubject: ${subject}\r\n\r\n${body}\r\n`

// Side by side, each on a desk of its own: what a killed process held is let go of only after a second or two.
describe.concurrent(`F1: killed between IMAP and ticket (${KILLS} times at each step), every mail is there once`, () => {
  it.for(STEPS)('F1: at the step %s', async (step, { skip, expect: expected }) => {
    skip(typeof found === 'string', String(found))
    const user = killedAt(step)
    const own = await openPlace(user)
    const mailbox = await mailboxOf(user, ['INBOX'], own)
    const sent: string[] = []
    const deliver = (): void => {
      const subject = `kill ${String(sent.length).padStart(5, '0')}`
      sent.push(subject)
      dovecot.deliver(user, letter(subject))
    }
    const isSettled = () => settled(mailbox, sent.length, own)()
    for (let round = 0; round < KILLS; round++) {
      for (let each = 0; each < 3; each++) deliver()
      const { process: child, ended } = start(`${step}:${1 + (round % 3)}`, own)
      const hasEnded = () => child.exitCode !== null || child.signalCode !== null
      // Several are taken through a step at once: there are more of them until it was reached as often as it is to be.
      while (!hasEnded()) {
        if (await isSettled()) deliver()
        await Promise.race([ended, wait(100)])
      }
      expected(child.signalCode).toBe('SIGKILL')
      if (round % KILLS_IN_A_ROW === KILLS_IN_A_ROW - 1) await fetchingUntil(isSettled, own)
    }
    await fetchingUntil(isSettled, own)
    expected(await ticketed(mailbox, own)).toEqual(sent)
    const all = await rows(mailbox, own)
    expected(all).toHaveLength(sent.length)
    expected(new Set(all.map(({ uid, uid_validity }) => `${uid_validity}/${uid}`)).size).toBe(sent.length)
    await own.database.drop()
  })
})

whereThere(
  'F2: a folder numbered anew brings nothing twice, however old its mails, and loses nothing that is new',
  async () => {
    const mailbox = await mailboxOf('renumber')
    for (const subject of ['a', 'b', 'c']) dovecot.deliver('renumber', letter(subject))
    await fetchingUntil(settled(mailbox, 3))
    const before = await rows(mailbox)
    // Longer ago than a repeat over SMTP would be known by.
    const superuser = await place.database.connect('postgres')
    await superuser.query(
      "update inbound_mail set received_at = received_at - interval '30 days' where workspace_id = $1 and mailbox_id = $2",
      [place.workspace, mailbox],
    )
    dovecot.renumber('renumber')
    dovecot.deliver('renumber', letter('d'))
    await fetchingUntil(settled(mailbox, 4))
    const after = await rows(mailbox)
    expect(after.map(({ subject, outcome }) => [subject, outcome])).toEqual(
      ['a', 'b', 'c', 'd'].map((s) => [s, 'ticketed']),
    )
    expect(after[0]?.uid_validity).not.toBe(before[0]?.uid_validity)
  },
)

whereThere(
  'F2: a mailbox that moves to another server brings nothing twice, and loses nothing that is new',
  async () => {
    const mailbox = await mailboxOf('old-server')
    const [a, b, c] = ['a', 'b', 'c'].map((subject) => letter(subject))
    for (const mail of [a, b]) dovecot.deliver('old-server', mail ?? '')
    await fetchingUntil(settled(mailbox, 2))
    // There they lie in another order, under other numbers.
    for (const mail of [b, c, a]) dovecot.deliver('new-server', mail ?? '')
    await accountOf(mailbox, 'new-server')
    await fetchingUntil(settled(mailbox, 3))
    dovecot.deliver('new-server', letter('d'))
    await fetchingUntil(settled(mailbox, 4))
    expect((await rows(mailbox)).map(({ subject, outcome }) => [subject, outcome])).toEqual(
      ['a', 'b', 'c', 'd'].map((subject) => [subject, 'ticketed']),
    )
  },
)

whereThere('F2: the same mail in two mailboxes is there once in each', async () => {
  const [one, other] = [await mailboxOf('twice-a'), await mailboxOf('twice-b')]
  const same = letter('same', 'Message-ID: <same@home.example>\r\n')
  dovecot.deliver('twice-a', same)
  dovecot.deliver('twice-b', same)
  await fetchingUntil(async () => (await settled(one, 1)()) && (await settled(other, 1)()))
  expect([...(await rows(one)), ...(await rows(other))].map(({ outcome }) => outcome)).toEqual(['ticketed', 'ticketed'])
})

whereThere('F2: no Message-ID, and one that another mail has too: each is a mail of its own', async () => {
  const mailbox = await mailboxOf('ids')
  dovecot.deliver('ids', letter('none 1'))
  dovecot.deliver('ids', letter('none 2'))
  dovecot.deliver('ids', letter('same 1', 'Message-ID: <taken@home.example>\r\n', 'the first'))
  dovecot.deliver('ids', letter('same 2', 'Message-ID: <taken@home.example>\r\n', 'another'))
  await fetchingUntil(settled(mailbox, 4))
  expect(await ticketed(mailbox)).toEqual(['none 1', 'none 2', 'same 1', 'same 2'])
})

whereThere('F3: while mails are moved and deleted, all that stay are fetched, each once', async () => {
  const mailbox = await mailboxOf('moved', ['INBOX', 'Done'])
  dovecot.deliver('moved', letter('there from the start'), { folder: 'Done' })
  const count = LONG ? 500 : 40
  const client = await openImap(
    { host: 'localhost', port: dovecot.tlsPort, security: 'tls', username: 'moved', password: IMAP_PASSWORD },
    { ca: LOCALHOST_CERTIFICATE.certificate },
  )
  const stay: string[] = []
  const subjects = new Set<string>()
  const child = start()
  for (let each = 0; each < count; each++) {
    const subject = `mail ${String(each).padStart(5, '0')}`
    dovecot.deliver('moved', letter(subject))
    if (each % 4 !== 0) stay.push(subject)
    if (each % 10 !== 9) continue
    // Somebody tidies up meanwhile: one in eight goes, one in eight is moved to a folder that is fetched too.
    await client.mailboxOpen('INBOX')
    const gone = await client.search({ subject: 'mail' }, { uid: true })
    for (const uid of gone || []) {
      const found = await client.fetchOne(String(uid), { envelope: true }, { uid: true })
      const number = found === false ? 1 : Number(found.envelope?.subject?.slice(5))
      if (number % 8 === 0) await client.messageDelete(String(uid), { uid: true })
      else if (number % 4 === 0) await client.messageMove(String(uid), 'Done', { uid: true })
    }
  }
  client.close()
  while (!(await settled(mailbox, stay.length + 1)()) || !stay.every((subject) => subjects.has(subject))) {
    for (const { subject } of await rows(mailbox)) subjects.add(subject ?? '')
    await wait(100)
  }
  child.process.kill('SIGTERM')
  await child.ended
  const all = await rows(mailbox)
  const tickets = all.filter(({ outcome }) => outcome === 'ticketed').map(({ subject }) => subject)
  expect(new Set(tickets).size).toBe(tickets.length)
  expect(stay.filter((subject) => !tickets.includes(subject))).toEqual([])
  // One that was moved after it was fetched came again, and is known.
  expect(all.filter(({ outcome, reason }) => outcome !== 'ticketed' && reason !== 'duplicate')).toEqual([])
})
