import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { MAIL_STEPS } from '../src/channels/email/index.ts'
import { transaction } from '../src/db/index.ts'
import { OUTBOX_STEPS } from '../src/jobs/outbox/index.ts'
import { ALWAYS_OPEN } from './charters.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { makeMailbox } from './mail.ts'
import type { ChildOptions } from './mail-child.ts'
import { publish } from './publish.ts'
import { sendOne } from './raw-smtp.ts'

const ROUNDS = process.env['AVOW_LONG'] === '1' ? 50 : 1
const SENDERS = 3
/** Then everything is settled once: no mail is in hand at more losses than are taken for its own fault. */
const KILLS_IN_A_ROW = 6

let database: TestDatabase
let workspace: string
let folder: string
let options: ChildOptions
/** How often each mail of ours arrived at the other end, by Message-ID. */
const delivered = new Map<string, number>()
const otherEnd = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _session, done) {
    text(stream).then((mail) => {
      const id = /^Message-ID:\s+(<[^>]+>)/m.exec(mail)?.[1] ?? mail
      delivered.set(id, (delivered.get(id) ?? 0) + 1)
      done()
    }, done)
  },
})
// A sender that is killed in the middle of a mail breaks its connection off, and the server tells of it.
otherEnd.on('error', () => {})

beforeAll(async () => {
  database = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'avow-crash-'))
  workspace = await database.makeWorkspace('crash')
  await publish(database.store, workspace, ALWAYS_OPEN)
  await makeMailbox(database, workspace, 'support@care.example')
  await new Promise<void>((resolve) => otherEnd.listen(0, '127.0.0.1', resolve))
  const at = otherEnd.server.address()
  const { host, port, user = '', password } = await database.connect('avow_app')
  options = {
    connection: { host, port, user, password: String(password), database: database.name },
    folder,
    submitUrl: `smtp://127.0.0.1:${at !== null && typeof at === 'object' ? at.port : 0}`,
  }
})
afterAll(async () => {
  otherEnd.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

interface Child {
  readonly process: ChildProcess
  readonly port: number
  readonly ended: Promise<void>
}

async function start(failpoint: string): Promise<Child> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'mail-child.ts'), JSON.stringify(options)], {
    env: { ...process.env, AVOW_FAILPOINT: failpoint, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const first = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', () => reject(new Error('the child ended before it listened')))
  })
  const { port } = JSON.parse(await first) as { port: number }
  return { process: child, port, ended }
}

const pending = () =>
  transaction(database.store, { workspace }, async ({ db }) => {
    const { rows } = await sql<{ mail: number; outgoing: number }>`
      select (select count(*) from inbound_mail where "workspace_id" = ${workspace} and outcome is null) as mail,
             (select count(*) from outbox where "workspace_id" = ${workspace} and sent_at is null) as outgoing`.execute(
      db,
    )
    return rows[0] ?? { mail: 0, outgoing: 0 }
  })

const settled = async (): Promise<void> => {
  for (let left = await pending(); left.mail + left.outgoing > 0; left = await pending()) await wait(50)
}

/** Mail that was answered with 250, by its text; each is of a sender of its own, so that each is acknowledged. */
const accepted = new Set<string>()
let mails = 0
let hasFailed = false

/** Sends one mail until it is accepted, as a mail server does: the same bytes, whoever answers. */
async function sendUntilAccepted(child: () => Child | undefined): Promise<void> {
  mails += 1
  const name = `mail-${mails}`
  const from = `${name}@home.example`
  const mail = `From: ${from}\r\nTo: support@care.example\r\nSubject: ${name}\r\n\r\n${name}\r\n`
  while (!hasFailed) {
    const port = child()?.port
    const reply =
      port === undefined ? '' : await sendOne(port, { from, to: ['support@care.example'], mail }).catch(() => '')
    if (reply.startsWith('250')) break
    await wait(20)
  }
  accepted.add(name)
  await wait(20)
}

describe('fault F1: a process that takes mail in over SMTP is killed', () => {
  it(`at any step loses no mail that was answered with 250, and does nothing twice (${ROUNDS} rounds)`, async () => {
    const steps = Array.from({ length: ROUNDS }, () => [...MAIL_STEPS, ...OUTBOX_STEPS]).flat()
    let child: Child | undefined
    let isOver = false
    /** No mail is begun meanwhile: more would come in than goes out, and nothing would ever be settled. */
    let isSettling = false
    onTestFinished(() => {
      isOver = true
      child?.process.kill('SIGKILL')
      hasFailed = true
    })
    const senders = Array.from({ length: SENDERS }, async () => {
      while (!isOver) await (isSettling ? wait(20) : sendUntilAccepted(() => child))
    })
    let kills = 0
    for (const [index, step] of steps.entries()) {
      child = await start(`${step}:${1 + (index % 4)}`)
      await child.ended
      expect(child.process.signalCode).toBe('SIGKILL')
      kills += 1
      if (kills % KILLS_IN_A_ROW !== 0) continue
      isSettling = true
      child = await start('')
      await settled()
      child.process.kill('SIGTERM')
      await child.ended
      isSettling = false
    }
    child = await start('')
    isOver = true
    await Promise.all(senders)
    await settled()
    child.process.kill('SIGTERM')
    await child.ended

    const ledger = await transaction(database.store, { workspace }, async ({ db }) => {
      const { rows } = await sql<{ subject: string; outcome: string; reason: string | null; n: number }>`
        select subject, outcome, reason, count(*) as n from inbound_mail where "workspace_id" = ${workspace}
         group by subject, outcome, reason`.execute(db)
      return rows
    })
    const ticketed = ledger.filter(({ outcome }) => outcome === 'ticketed')
    expect(ticketed.filter(({ n }) => n !== 1)).toEqual([])
    expect(ticketed.map(({ subject }) => subject).sort()).toEqual([...accepted].sort())
    // What is not the one ticket of a mail is a repeat that its sender made because no answer came.
    const others = ledger.filter(({ outcome }) => outcome !== 'ticketed')
    expect(others.filter(({ outcome, reason }) => outcome !== 'suppressed' || reason !== 'duplicate')).toEqual([])
    expect(others.reduce((sum, { n }) => sum + Number(n), 0)).toBeLessThanOrEqual(kills * SENDERS)
    const [counts] = await transaction(database.store, { workspace }, async ({ db }) => {
      const { rows } = await sql<{ tickets: number; mails: number; acknowledgements: number }>`
        select (select count(*) from ticket where "workspace_id" = ${workspace}) as tickets,
               (select count(*) from event where "workspace_id" = ${workspace} and type = 'message.received') as mails,
               (select count(*) from outbox where "workspace_id" = ${workspace}) as acknowledgements`.execute(db)
      return rows
    })
    expect(counts).toEqual({ tickets: accepted.size, mails: accepted.size, acknowledgements: accepted.size })
    // Mail of ours: none lost, and at most one repeat of each mail that was on its way at a kill.
    expect(delivered.size).toBe(accepted.size)
    const repeats = [...delivered.values()].reduce((sum, times) => sum + times - 1, 0)
    expect(repeats).toBeLessThanOrEqual(kills * 10)
  })
})
